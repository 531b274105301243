import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { AddressList } from '../access/addresses.mts';
import { apis } from './apis.mts';
import { serveApi, type Service } from './api-route.mts';
import { BodyBudget } from './body-budget.mts';
import { Connections } from './connections.mts';

/** All forms that are being received or waited on together, in bytes; or as many as this of the largest. */
const formMemory = 256 * 2 ** 20;
const largestForms = 6;
/** How long answers that are under way may take once the server closes (milliseconds). */
const closeGrace = 2_000;

export interface AppOptions extends Omit<Service, 'budget'> {
	/** Proxies whose X-Forwarded-For is believed. */
	trustedProxies: string[];
	/** Bytes that all forms together may hold. */
	heldForms?: number;
}

/** The HTTP server of both APIs, not yet listening. */
export async function buildApp({
	trustedProxies,
	heldForms,
	...service
}: AppOptions): Promise<FastifyInstance> {
	const connections = new Connections();
	const trusted = new AddressList(trustedProxies);
	const app = fastify({
		trustProxy: !trusted.isEmpty && ((address) => trusted.includes(address)),
		genReqId: () => randomUUID(),
		return503OnClosing: false,
		forceCloseConnections: true,
		serverFactory: (handler) => connections.createServer(handler),
	});
	// Bodies are read by whoever wants them, once it is known who sends them.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', (_request, _payload, done) => done(null));
	app.addHook('preClose', () => connections.settle(closeGrace));
	app.addHook('onSend', async ({ raw }, reply) => {
		// Whoever was not told to go on may send the body or the next request now: nobody can tell which.
		if (raw.headers.expect !== undefined && !raw.complete) reply.header('connection', 'close');
	});

	const size = heldForms ?? Math.max(formMemory, largestForms * service.maximumPicture);
	const budget = new BodyBudget(size);
	for (const api of apis) serveApi(app, api, { ...service, budget });

	const { pool, metrics, gate } = service;
	app.get('/healthz', async (_request, reply) => {
		const status = gate.draining
			? 'draining'
			: pool.readyCount > 0
				? ((await gate.fault()) ?? 'ok')
				: 'starting';
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
