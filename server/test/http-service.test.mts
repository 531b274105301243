import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Pool } from 'undici';
import { AddressList } from '../src/access/addresses.mts';
import { Gate, type GateOptions } from '../src/access/gate.mts';
import { KeyAccess } from '../src/access/key-access.mts';
import { KeyStore, type KeyRules } from '../src/access/key-store.mts';
import { buildApp } from '../src/http/app.mts';
import { codes } from '../src/http/codes.mts';
import type { Envelope } from '../src/http/envelope.mts';
import { Metrics } from '../src/http/metrics.mts';
import { DeadlineError, QueueFullError, ReadingFailedError } from '../src/worker/errors.mts';
import type { Outcome } from '../src/worker/pool.mts';

const paths = { invoice: '/invoice_general_ocr/query', receipt: '/shoppingReceipt/query' };
/** A PNG of 40 x 40 pixels up to its header: all that is looked at before a worker has it. */
const picture = Buffer.from(
	'89504e470d0a1a0a0000000d4948445200000028000000280802000000',
	'hex',
).toString('base64');

interface Setup {
	rules?: Partial<KeyRules>;
	gate?: Partial<GateOptions>;
	read?: () => Promise<Outcome>;
	full?: boolean;
	revoked?: boolean;
}

const running: Array<{ app: FastifyInstance; client: Pool }> = [];
afterAll(async () => {
	for (const { app, client } of running) {
		await client.close();
		await app.close();
	}
});

/** The service with one key, "secret", and a pool that does what a test wants. */
async function service({ rules, gate: options, read, full, revoked }: Setup) {
	const store = new KeyStore(':memory:');
	store.add('secret', {
		name: 'till',
		apis: ['invoice', 'receipt'],
		addresses: [],
		trial: false,
		...rules,
	});
	if (revoked) store.revoke('till');
	const log: string[] = [];
	const pool = {
		waiting: 0,
		busy: 0,
		readyCount: 1,
		restarts: 0,
		read: read ?? (() => Promise.resolve<Outcome>({ type: 'nothing', id: 1 })),
		assertRoom() {
			if (full) throw new QueueFullError('32 pictures are waiting');
		},
	};
	const gate = new Gate(
		{ denied: new AddressList([]), off: [], maintenance: false, ...options },
		new KeyAccess([store]),
	);
	const app = await buildApp({
		gate,
		pool,
		metrics: new Metrics(pool),
		log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
		trustedProxies: [],
		maximumPicture: 5e6,
	});
	const client = new Pool(await app.listen({ host: '127.0.0.1', port: 0 }), { connections: 20 });
	running.push({ app, client });
	const get = async (path: string) => {
		const { statusCode, headers, body } = await client.request({ method: 'GET', path });
		return { status: statusCode, type: headers['content-type'], text: await body.text() };
	};
	const send = async (path: string, form: string) => {
		const { statusCode, body } = await client.request({
			method: 'POST',
			path,
			headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
			body: form,
		});
		return { status: statusCode, body: (await body.json()) as Envelope };
	};
	const post = (api: keyof typeof paths, form: Record<string, string>) =>
		send(paths[api], new URLSearchParams(form).toString());
	const call = (api: keyof typeof paths) =>
		post(api, { key: 'secret', image: picture, image_base64: picture });
	return { gate, store, log, get, send, post, call };
}

const yesterday = Date.now() - 86_400_000;
const rejecting = (error: Error) => () => Promise.reject(error);

/** How each code comes about; the other tests of the server produce the remaining ones. */
const cases: Array<[code: keyof typeof codes, name: string, setup: Setup]> = [
	[10002, 'a key for neither API', { rules: { apis: [] } }],
	[10003, 'a key that expired', { rules: { expires: yesterday } }],
	[10007, 'an address that the key does not allow', { rules: { addresses: ['10.0.0.0/8'] } }],
	[10008, 'a denied address', { gate: { denied: new AddressList(['127.0.0.0/8']) } }],
	[10009, 'a revoked key', { revoked: true }],
	[10011, 'a full queue', { full: true }],
	[10011, 'too many readings a minute', { rules: { perMinute: 0 } }],
	[10011, 'a deadline in the queue', { read: rejecting(new DeadlineError(true)) }],
	[10012, 'too many readings a day', { rules: { perDay: 0 } }],
	[10013, 'too many readings with a trial key', { rules: { perDay: 0, trial: true } }],
	[10014, 'a worker that died', { read: rejecting(new ReadingFailedError('SIGKILL')) }],
	[10014, 'a deadline in the worker', { read: rejecting(new DeadlineError(false)) }],
	[10014, 'a fault of the server', { read: rejecting(new TypeError('x is not a function')) }],
	[10020, 'maintenance', { gate: { maintenance: true } }],
	[10021, 'an API that is off', { gate: { off: ['invoice', 'receipt'] } }],
];

it.each(cases)('answers %i to %s, with its old code', async (code, _, setup) => {
	const { call } = await service(setup);
	for (const api of ['invoice', 'receipt'] as const) {
		const { status, body } = await call(api);
		expect(status).toBe(200);
		expect(body).toEqual({
			resultcode: String(code - 9900),
			reason: expect.stringMatching(`^${codes[code].reason}: `),
			result: null,
			error_code: code,
		});
	}
});

it('counts a reading that was queued, and nothing else', async () => {
	const { store, post, call } = await service({ rules: { perDay: 2 } });
	expect((await post('receipt', { key: 'secret' })).body.error_code).toBe(200001);
	expect((await post('receipt', { key: 'secret', image: 'AAAA' })).body.error_code).toBe(200001);
	expect((await post('receipt', { key: 'wrong', image: picture })).body.error_code).toBe(10001);
	expect(store.usage(1, Date.now()).total).toBe(0);
	expect((await call('receipt')).body.error_code).toBe(200002);
	expect((await call('invoice')).body.error_code).toBe(253202);
	expect((await call('invoice')).body.error_code).toBe(10012);
	expect(store.usage(1, Date.now()).total).toBe(2);
});

it('does not count a reading for which the queue has no room', async () => {
	const { store, call } = await service({ full: true });
	await call('receipt');
	expect(store.usage(1, Date.now()).total).toBe(0);
});

it('says that it is draining, and answers 10020 meanwhile', async () => {
	const { get, gate, call } = await service({});
	expect(await get('/healthz')).toMatchObject({ status: 200, text: '{"status":"ok","waiting":0}' });
	gate.draining = true;
	expect(await get('/healthz')).toMatchObject({
		status: 503,
		text: '{"status":"draining","waiting":0}',
	});
	expect((await call('receipt')).body.error_code).toBe(10020);
});

it('takes a key of the query, and none that was sent twice', async () => {
	const { send } = await service({});
	const codeOf = async (path: string, form: string) => (await send(path, form)).body.error_code;
	expect(await codeOf(`${paths.receipt}?key=secret`, '')).toBe(200001);
	expect(await codeOf(`${paths.receipt}?key=secret`, 'key=other')).toBe(10001);
	expect(await codeOf(paths.receipt, 'key=secret&key=secret')).toBe(10001);
	expect(await codeOf(`${paths.receipt}?key=secret&key=secret`, '')).toBe(10001);
});

it.each([
	['with a million parameters', 'a=1&'.repeat(1_000_000), /more than 100 parameters/],
	['with broken escapes in the picture', 'key=secret&image_base64=%E4%B8', /base64/],
	['that is too large', `key=secret&image_base64=${'A'.repeat(21_000_000)}`, /too large/],
])('refuses a form %s', async (_, form, message) => {
	const { send } = await service({});
	const { body } = await send(paths.invoice, form);
	expect(body.error_code).toBe(253201);
	expect(body.reason).toMatch(message);
});

it('bounds the bodies that it holds at once', async () => {
	const waiting: Array<() => void> = [];
	const { send } = await service({
		read: () => new Promise((resolve) => waiting.push(() => resolve({ type: 'nothing', id: 1 }))),
	});
	const form = `key=secret&image=${picture}&padding=${'x'.repeat(18 * 2 ** 20)}`;
	const posts = Array.from({ length: 15 }, async () => {
		const { body } = await send(paths.receipt, form);
		return body.error_code;
	});
	expect(await Promise.race(posts)).toBe(10011);
	while (waiting.length < 14) await new Promise((resolve) => setTimeout(resolve, 10));
	for (const finish of waiting) finish();
	expect((await Promise.all(posts)).filter((code) => code === 200002)).toHaveLength(14);
});

it('tells Prometheus of every answer, and the log who, what and how long', async () => {
	const { get, log, call } = await service({});
	await call('receipt');
	await call('receipt');
	await new Promise((resolve) => setTimeout(resolve, 20));
	const { text, type } = await get('/metrics');
	expect(type).toMatch(/^text\/plain; version=0.0.4/);
	expect(text).toContain('juhe_ocr_requests_total{api="receipt",code="200002"} 2');
	expect(text).toContain('juhe_ocr_request_duration_seconds_count{api="receipt"} 2');
	expect(text).toMatch(/juhe_ocr_workers_ready 1/);
	expect(text).toMatch(/process_resident_memory_bytes \d+/);
	expect(JSON.parse(log[1])).toMatchObject({
		msg: 'answered',
		api: 'receipt',
		code: 200002,
		keyName: 'till',
		address: '127.0.0.1',
		pictureBytes: 29,
		ms: expect.any(Number),
		requestId: expect.stringMatching(/^[\da-f-]{36}$/),
	});
});

it('logs the cause of a 10014, which its answer does not tell', async () => {
	const { log, call } = await service({
		read: () => Promise.reject(new ReadingFailedError('worker', { cause: new Error('inside') })),
	});
	expect((await call('receipt')).body.reason).not.toMatch(/inside|worker/);
	expect(log.join('')).toMatch(/Error: inside/);
});
