import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Pool } from 'undici';
import { AddressList } from '../../src/access/addresses.mts';
import { Gate, type GateOptions } from '../../src/access/gate.mts';
import { KeyAccess } from '../../src/access/key-access.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import type { KeyRules } from '../../src/access/stored-key.mts';
import { buildApp, type AppOptions } from '../../src/http/app.mts';
import type { Envelope } from '../../src/http/envelope.mts';
import { Metrics } from '../../src/http/metrics.mts';
import { QueueFullError } from '../../src/worker/errors.mts';
import type { Outcome } from '../../src/worker/task.mts';

export const paths = { invoice: '/invoice_general_ocr/query', receipt: '/shoppingReceipt/query' };
export const formType = 'application/x-www-form-urlencoded';
/** A PNG of 40 x 40 pixels up to its header: all that is looked at before a worker has it. */
export const picture = Buffer.from(
	'89504e470d0a1a0a0000000d4948445200000028000000280802000000',
	'hex',
).toString('base64');

/** What differs from a service with one key, "secret", that reads nothing on any picture. */
export interface Setup extends Partial<Pick<AppOptions, 'trustedProxies' | 'heldForms'>> {
	rules?: Partial<KeyRules>;
	revoked?: boolean;
	gate?: Partial<GateOptions>;
	/** Instead of a worker. */
	read?: AppOptions['pool']['read'];
	/** Whether the queue has no room. */
	full?: boolean;
}

const running: Array<{ app: FastifyInstance; client: Pool }> = [];

/** Stops every service that was started. */
export async function stopServices(): Promise<void> {
	for (const { app, client } of running.splice(0)) {
		await client.destroy();
		await app.close();
	}
}

/** Both APIs on a socket, with a pool that does what a test wants. */
export async function startService(setup: Setup = {}) {
	const store = storeOf(setup);
	const log: string[] = [];
	const pool = poolOf(setup);
	const gate = new Gate(
		{ denied: new AddressList([]), off: [], maintenance: false, ...setup.gate },
		new KeyAccess([store]),
	);
	const app = await buildApp({
		gate,
		pool,
		metrics: new Metrics(pool),
		log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
		trustedProxies: setup.trustedProxies ?? [],
		maximumPicture: 5e6,
		heldForms: setup.heldForms,
	});
	const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
	const client = new Pool(url.origin, { connections: 20 });
	running.push({ app, client });
	return { gate, store, log, url, client, ...callsOf(client) };
}

function storeOf({ rules, revoked }: Setup): KeyStore {
	const store = new KeyStore(':memory:');
	const given = { apis: ['invoice', 'receipt'], addresses: [], trial: false } as const;
	store.add('secret', { name: 'till', ...given, ...rules });
	if (revoked) store.revoke('till');
	return store;
}

const poolOf = ({ read, full }: Setup) => ({
	...{ waiting: 0, busy: 0, readyCount: 1, restarts: 0, models: [] },
	read: read ?? (() => Promise.resolve<Outcome>({ type: 'nothing' })),
	reserve() {
		if (full) throw new QueueFullError('32 pictures are waiting');
		return () => undefined;
	},
});

function callsOf(client: Pool) {
	const get = async (path: string) => {
		const { statusCode, headers, body } = await client.request({ method: 'GET', path });
		return { status: statusCode, type: headers['content-type'], text: await body.text() };
	};
	const send = async (path: string, form: Buffer | string | AsyncIterable<string>) => {
		const { statusCode, body } = await client.request({
			method: 'POST',
			path,
			headers: { 'content-type': `${formType}; charset=UTF-8` },
			body: form as string,
		});
		return { status: statusCode, body: (await body.json()) as Envelope };
	};
	const post = (api: keyof typeof paths, form: Record<string, string>) =>
		send(paths[api], new URLSearchParams(form).toString());
	const call = (api: keyof typeof paths) =>
		post(api, { key: 'secret', image: picture, image_base64: picture });
	return { get, send, post, call };
}
