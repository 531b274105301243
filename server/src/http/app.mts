import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { apis } from './apis.mts';
import { serveApi, type Service } from './api-route.mts';
import { BodyBudget } from './body-budget.mts';
import { FormError } from './form.mts';
import { bodyLimitOf } from './picture.mts';

/** All bodies that are being received or waited on together, in bytes; or as many as this of the largest. */
const bodyBudget = 256 * 2 ** 20;
const largestBodies = 3;
/** A client that sends its headers or its request slower than this is cut off (milliseconds). */
const headersTimeout = 10_000;
const requestTimeout = 60_000;
const checkInterval = 2_000;

export interface AppOptions extends Omit<Service, 'budget'> {
	/** Proxies whose X-Forwarded-For is believed. */
	trustedProxies: string[];
}

/** The HTTP server of both APIs, not yet listening. */
export async function buildApp({
	trustedProxies,
	...service
}: AppOptions): Promise<FastifyInstance> {
	const app = fastify({
		requestTimeout,
		trustProxy: trustedProxies.length > 0 && trustedProxies,
		genReqId: () => randomUUID(),
		return503OnClosing: false,
		forceCloseConnections: 'idle',
		http: { headersTimeout, connectionsCheckingInterval: checkInterval },
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'buffer' },
		(_request, body, done) => done(null, body.toString('latin1')),
	);
	app.addContentTypeParser('*', (_request, payload, done) => {
		const refusal = new FormError('send a form: application/x-www-form-urlencoded');
		payload.resume().on('end', () => done(refusal));
	});

	const largest = bodyLimitOf(service.maximumPicture);
	const budget = new BodyBudget(Math.max(bodyBudget, largestBodies * largest));
	for (const api of apis) serveApi(app, api, { ...service, budget });

	const { pool, metrics, gate } = service;
	app.get('/healthz', (_request, reply) => {
		const status = gate.draining ? 'draining' : pool.readyCount > 0 ? 'ok' : 'starting';
		return reply.code(status === 'ok' ? 200 : 503).send({ status, waiting: pool.waiting });
	});
	app.get('/metrics', async (_request, reply) =>
		reply.type(metrics.contentType).send(await metrics.text()),
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
