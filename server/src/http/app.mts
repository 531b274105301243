import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Access } from '../access/access.mts';
import { PictureError } from '../image/picture-error.mts';
import { QueueFullError, type WorkerPool } from '../worker/pool.mts';
import { ApiError } from './api-error.mts';
import { apis, type Api } from './apis.mts';
import { failure, success, type Envelope } from './envelope.mts';
import { takePicture } from './picture.mts';

/** The largest picture parameter in a form, with room for percent-encoded characters. */
const bodyLimit = 20 * 2 ** 20;
/** A client that sends slower than this is cut off. */
const requestTimeout = 120_000;

export interface AppOptions {
	access: Access;
	pool: Pick<WorkerPool, 'read' | 'ready' | 'waiting'>;
}

/** The HTTP server of both APIs, not yet listening. */
export async function buildApp({ access, pool }: AppOptions): Promise<FastifyInstance> {
	const app = fastify({ bodyLimit, requestTimeout });
	// Another content type than a form has no parameters; the answer says which one is missing.
	app.removeAllContentTypeParsers();
	await app.register(formbody, { bodyLimit });
	app.addContentTypeParser('*', (_request, payload, done) => {
		payload.resume().on('end', () => done(null, {}));
	});

	for (const api of apis) {
		app.post(api.path, {
			handler: (request) => answer(api, request, { access, pool }),
			errorHandler: (error, _request, reply) => reply.code(200).send(envelopeOf(api, error)),
		});
	}
	app.get('/healthz', (_request, reply) =>
		reply
			.code(pool.ready ? 200 : 503)
			.send({ status: pool.ready ? 'ok' : 'starting', waiting: pool.waiting }),
	);
	app.setNotFoundHandler((request, reply) =>
		reply.code(404).send({
			statusCode: 404,
			error: 'Not Found',
			message: `${request.method} is not served here: POST to ${apis.map(({ path }) => path).join(' or ')}`,
		}),
	);
	return app;
}

/** The documents check the key before any other parameter. */
async function answer(
	api: Api,
	request: FastifyRequest,
	{ access, pool }: AppOptions,
): Promise<Envelope> {
	const form = (request.body ?? {}) as Record<string, unknown>;
	const query = request.query as Record<string, unknown>;
	const key = form.key ?? query.key;
	const refusal = access.check(typeof key === 'string' ? key : undefined);
	if (refusal) return failure(refusal.code, refusal.hint);

	const picture = await takePicture(api, form[api.imageParameter]);
	const outcome = await pool.read(api.document, picture);
	if (outcome.type === 'refused') return failure(api.badRequest, outcome.message);
	if (outcome.type === 'nothing')
		return failure(api.nothingRead, 'nothing readable on the picture');
	return success(api.reason, api.result(outcome.reading));
}

function envelopeOf(api: Api, error: Error & { statusCode?: number }): Envelope {
	if (error instanceof ApiError) return failure(error.code, error.hint);
	if (error instanceof PictureError) return failure(api.badRequest, error.message);
	if (error instanceof QueueFullError) return failure(10011, `${error.message}, try again later`);
	if (error.statusCode && error.statusCode < 500) return failure(api.badRequest, error.message);
	console.error(error);
	return failure(10014, 'the picture could not be processed');
}
