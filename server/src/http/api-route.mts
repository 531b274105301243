import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isRefusal } from '../access/access.mts';
import type { Gate } from '../access/gate.mts';
import type { WorkerPool } from '../worker/pool.mts';
import { ApiError } from './api-error.mts';
import type { Api } from './apis.mts';
import type { BodyBudget } from './body-budget.mts';
import { failure, success, type Envelope } from './envelope.mts';
import { envelopeOf } from './failure.mts';
import { readForm } from './form.mts';
import type { Metrics } from './metrics.mts';
import { bodyLimitOf, takePicture } from './picture.mts';

/** What answering a call needs. */
export interface Service {
	gate: Gate;
	pool: Pick<WorkerPool, 'read' | 'assertRoom' | 'readyCount' | 'waiting'>;
	metrics: Metrics;
	log: Logger;
	budget: BodyBudget;
	/** Bytes that a picture may have. */
	maximumPicture: number;
}

/** What is remembered of a call until it is logged: never the key, never the picture. */
interface Call {
	/** When it began, on the clock of `performance`. */
	started: number;
	keyName?: string;
	code?: number;
	pictureBytes?: number;
	/** Aborted when the client goes away. */
	gone: AbortSignal;
}

/** Serves one API. */
export function serveApi(app: FastifyInstance, api: Api, service: Service): void {
	const bodyLimit = bodyLimitOf(service.maximumPicture);
	const calls = new WeakMap<FastifyRequest, Call>();
	const callOf = (request: FastifyRequest) => calls.get(request) as Call;

	app.post(api.path, {
		bodyLimit,
		onRequest: async (request, reply) => {
			const giveBack = service.budget.reserve(announcedSize(request, bodyLimit));
			const gone = new AbortController();
			calls.set(request, { started: performance.now(), gone: gone.signal });
			reply.raw.once('close', () => {
				giveBack?.();
				if (!reply.raw.writableFinished) gone.abort();
				finish(api, service, request, callOf(request));
			});
			if (!giveBack) throw new ApiError(10011, 'too many large forms at once, try again later');
		},
		handler: async (request) => {
			const call = callOf(request);
			const envelope = await answer(api, service, request, call);
			call.code = envelope.error_code;
			return envelope;
		},
		errorHandler: (error, request, reply) => {
			const envelope = envelopeOf(api, error);
			callOf(request).code = envelope.error_code;
			if (envelope.error_code === 10014) {
				service.log.error({ requestId: request.id, cause: causeOf(error) }, 'failed');
			}
			return reply.code(200).send(envelope);
		},
	});
}

/** The documents check the key before any other parameter. A reading counts once it may be queued. */
async function answer(
	api: Api,
	{ gate, pool, maximumPicture }: Service,
	request: FastifyRequest,
	call: Call,
): Promise<Envelope> {
	const body = typeof request.body === 'string' ? request.body : '';
	const form = readForm(body);
	const grant = gate.admit({ key: keyOf(form, request), api: api.name, address: request.ip });
	if (isRefusal(grant)) return failure(grant.code, grant.hint);
	call.keyName = grant.name;

	const picture = takePicture(api, form, maximumPicture);
	call.pictureBytes = picture.file.length;
	pool.assertRoom();
	const refusal = grant.count();
	if (refusal) return failure(refusal.code, refusal.hint);

	const outcome = await pool.read({ document: api.name, ...picture }, call.gone);
	if (outcome.type === 'refused') return failure(api.badRequest, outcome.message);
	if (outcome.type === 'nothing') {
		return failure(api.nothingRead, 'nothing readable on the picture');
	}
	return success(api.reason, api.result(outcome.reading, request.id));
}

/** The key of the form, or else of the query; one that was sent twice is none. */
function keyOf(form: URLSearchParams, request: FastifyRequest): string | undefined {
	const { key } = request.query as Record<string, unknown>;
	const [first = key, ...others] = form.getAll('key');
	return typeof first === 'string' && others.length === 0 ? first : undefined;
}

/** What the headers say of the body's size; a body in chunks may be as large as is allowed. */
function announcedSize({ headers }: FastifyRequest, limit: number): number {
	return headers['transfer-encoding']
		? limit
		: Math.min(limit, Number(headers['content-length'] ?? 0));
}

/** Logs and counts a call when its connection is done with it. */
function finish(
	{ name }: Api,
	{ metrics, log }: Service,
	request: FastifyRequest,
	call: Call,
): void {
	const { keyName, pictureBytes, code } = call;
	const ms = Math.round(performance.now() - call.started);
	const facts = {
		requestId: request.id,
		api: name,
		address: request.ip,
		keyName,
		pictureBytes,
		ms,
	};
	if (call.gone.aborted || code === undefined) {
		metrics.abandoned(name);
		log.info(facts, 'abandoned');
	} else {
		metrics.answered(name, code, ms);
		log.info({ ...facts, code }, 'answered');
	}
}

function causeOf(error: Error): string {
	const cause = error.cause instanceof Error ? `\n${error.cause.stack}` : '';
	return `${error.stack}${cause}`;
}
