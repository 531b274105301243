import { connect } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Pool } from 'undici';
import { AddressList } from '../../src/access/addresses.mts';
import { Gate, type GateOptions } from '../../src/access/gate.mts';
import { KeyAccess } from '../../src/access/key-access.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import type { KeyRules } from '../../src/access/stored-key.mts';
import { buildApp } from '../../src/http/app.mts';
import { codes } from '../../src/codes.mts';
import type { Envelope } from '../../src/http/envelope.mts';
import { Metrics } from '../../src/http/metrics.mts';
import { DeadlineError, QueueFullError, ReadingFailedError } from '../../src/worker/errors.mts';
import type { Outcome } from '../../src/worker/task.mts';

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
	/** Bytes that all forms may hold. */
	heldForms?: number;
	revoked?: boolean;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const addresses = new WeakMap<Pool, URL>();
const urlOf = (client: Pool) => addresses.get(client) as URL;
const running: Array<{ app: FastifyInstance; client: Pool }> = [];
afterAll(async () => {
	for (const { app, client } of running) {
		await client.close();
		await app.close();
	}
});

/** The service with one key, "secret", and a pool that does what a test wants. */
async function service({ rules, gate: options, read, full, heldForms, revoked }: Setup) {
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
		models: [],
		read: read ?? (() => Promise.resolve<Outcome>({ type: 'nothing' })),
		reserve() {
			if (full) throw new QueueFullError('32 pictures are waiting');
			return () => undefined;
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
		heldForms,
	});
	const address = await app.listen({ host: '127.0.0.1', port: 0 });
	const client = new Pool(address, { connections: 20 });
	addresses.set(client, new URL(address));
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
	return { gate, store, log, client, get, send, post, call };
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
	[
		10011,
		'a deadline in the queue',
		{ read: rejecting(new DeadlineError('no worker was free in time')) },
	],
	[10012, 'too many readings a day', { rules: { perDay: 0 } }],
	[10013, 'too many readings with a trial key', { rules: { perDay: 0, trial: true } }],
	[10014, 'a worker that died', { read: rejecting(new ReadingFailedError('SIGKILL')) }],
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

it('bounds what it holds of all forms, and takes more once some are answered', async () => {
	const waiting: Array<() => void> = [];
	const { post } = await service({
		heldForms: 4e6,
		read: () => new Promise((resolve) => waiting.push(() => resolve({ type: 'nothing' }))),
	});
	const image = Buffer.concat([Buffer.from(picture, 'base64'), Buffer.alloc(5e5)]).toString(
		'base64',
	);
	const codeOf = async () => (await post('receipt', { key: 'secret', image })).body.error_code;
	const posts = Array.from({ length: 8 }, codeOf);
	expect(await Promise.race(posts)).toBe(10011);
	while (waiting.length < 4) await sleep(10);
	for (const finish of waiting) finish();
	const codes = await Promise.all(posts);
	expect(codes.filter((code) => code === 200002)).toHaveLength(4);
	expect(codes.filter((code) => code === 10011)).toHaveLength(4);
	const again = codeOf();
	while (waiting.length < 5) await sleep(10);
	waiting[4]();
	expect(await again).toBe(200002);
});

it('holds nothing of padding, and little of whoever names no key', async () => {
	const { send } = await service({ heldForms: 2e6 });
	const padding = 'x'.repeat(3e6);
	const answer = await send(paths.receipt, `key=secret&image=${picture}&padding=${padding}`);
	expect(answer.body.error_code).toBe(200002);
	const large = `image=${'A'.repeat(1e6)}`;
	expect((await send(paths.receipt, `${large}&key=secret`)).body.error_code).toBe(10011);
	expect((await send(paths.receipt, `key=secret&${large}`)).body.error_code).toBe(200001);
});

it('takes a key that comes behind the picture, its name percent-encoded too', async () => {
	const { send } = await service({});
	for (const form of [`image=${picture}&key=secret`, `%69mage=${picture}&%6bey=s%65cret`]) {
		expect((await send(paths.receipt, form)).body.error_code).toBe(200002);
	}
});

/** What a connection got, on which the text was sent, once an envelope or status is in it. */
async function answerTo(client: Pool, text: string): Promise<string> {
	const url = urlOf(client);
	const socket = connect(Number(url.port), url.hostname);
	let answer = '';
	socket.on('error', () => undefined).on('data', (chunk) => (answer += String(chunk)));
	socket.write(text);
	while (!/error_code|^HTTP\/1.1 [1-5]/.test(answer)) await sleep(5);
	await sleep(50);
	socket.destroy();
	return answer;
}

describe('when the headers are there', () => {
	const form = 'content-type: application/x-www-form-urlencoded';
	const cases: Array<[string, number, Setup, query: string, headers: string]> = [
		[
			'an address is denied',
			10008,
			{ gate: { denied: new AddressList(['127.0.0.0/8']) } },
			'',
			form,
		],
		['the server is down for maintenance', 10020, { gate: { maintenance: true } }, '', form],
		['the API is off', 10021, { gate: { off: ['receipt'] } }, '', form],
		['the key of the query is wrong', 10001, {}, '?key=wrong', form],
		['the key of the query was sent twice', 10001, {}, '?key=secret&key=secret', form],
		['the key of the query is revoked', 10009, { revoked: true }, '?key=secret', form],
		['the day of the key is used up', 10012, { rules: { perDay: 0 } }, '?key=secret', form],
		['something else than a form comes', 200001, {}, '', 'content-type: application/json'],
		['the type is missing', 200001, {}, '', 'x-type: none'],
		['the form is compressed', 200001, {}, '', `${form}\r\ncontent-encoding: gzip`],
	];

	it.each(cases)(
		'is answered that %s, before any of the body',
		async (_, code, setup, query, headers) => {
			const { client } = await service(setup);
			for (const length of ['content-length: 1000000', 'transfer-encoding: chunked']) {
				const head = `POST ${paths.receipt}${query} HTTP/1.1\r\nhost: x\r\n${headers}\r\n${length}\r\n`;
				expect(await answerTo(client, `${head}\r\n`)).toContain(`"error_code":${code}`);
				const expecting = await answerTo(client, `${head}expect: 100-continue\r\n\r\n`);
				expect(expecting).toContain(`"error_code":${code}`);
				expect(expecting).toMatch(/^HTTP\/1.1 200/);
				expect(expecting).toMatch(/connection: close/i);
			}
		},
	);

	it('is answered that the form is too large', async () => {
		const { client } = await service({});
		const head = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\n${form}\r\ncontent-length: 99000000\r\n\r\n`;
		expect(await answerTo(client, head)).toContain('the form is too large');
	});

	it('is told to go on whoever asks and is not refused', async () => {
		const { client } = await service({});
		const head = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\n${form}\r\nexpect: 100-continue\r\n`;
		expect(await answerTo(client, `${head}content-length: 10\r\n\r\n`)).toMatch(/^HTTP\/1.1 100/);
		expect(await answerTo(client, `${head}content-length: 10\r\n\r\nkey=secret`)).toMatch(
			/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200.*image is missing/s,
		);
	});

	it('is told how to send a form that was compressed', async () => {
		const { client } = await service({});
		for (const coding of [
			'content-encoding: gzip',
			'content-encoding: br',
			'transfer-encoding: gzip, chunked',
		]) {
			const head = `POST ${paths.invoice} HTTP/1.1\r\nhost: x\r\n${form}\r\n${coding}\r\n\r\n`;
			expect(await answerTo(client, head)).toMatch(/253201/);
			expect(await answerTo(client, head)).toMatch(/not compressed/);
		}
	});
});

it('answers a wrong key in the form before the picture has come', async () => {
	const { client } = await service({});
	const head = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n`;
	expect(
		await answerTo(client, `${head}content-length: 1000000\r\n\r\nkey=wrong&image=AAAA`),
	).toContain('"error_code":10001');
	const chunk = 'key=wrong&image=AAAA';
	expect(
		await answerTo(
			client,
			`${head}transfer-encoding: chunked\r\n\r\n${chunk.length.toString(16)}\r\n${chunk}\r\n`,
		),
	).toContain('"error_code":10001');
});

it('gives its answer to a client that is refused while it sends', async () => {
	const { send } = await service({});
	for (const form of [
		`key=wrong&image=${'A'.repeat(6e6)}`,
		`key=secret&image=${'A'.repeat(19.9e6)}`,
	]) {
		const { body } = await send(paths.receipt, form);
		expect([10001, 200001]).toContain(body.error_code);
	}
});

it('makes the same of a form in chunks', async () => {
	const { client } = await service({});
	const codeOf = async (parts: string[]) => {
		const { body } = await client.request({
			method: 'POST',
			path: paths.receipt,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: Readable.from(parts),
		});
		return ((await body.json()) as Envelope).error_code;
	};
	expect(await codeOf([`key=secret&image=${picture.slice(0, 9)}`, picture.slice(9)])).toBe(200002);
	expect(await codeOf(['key=wrong&image=', picture])).toBe(10001);
	expect(await codeOf(Array<string>(22).fill('key=secret&image='.padEnd(1e6, 'A')))).toBe(200001);
});

it('logs from where a call came that was abandoned', async () => {
	const { client, log } = await service({ read: () => new Promise(() => undefined) });
	const head = `POST ${paths.receipt}?key=secret HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n`;
	for (const rest of [
		'content-length: 100\r\n\r\nimage=',
		`content-length: ${picture.length + 6}\r\n\r\nimage=${picture}`,
	]) {
		log.length = 0;
		const { port, hostname } = urlOf(client);
		const socket = connect(Number(port), hostname, () => socket.write(head + rest));
		await sleep(200);
		socket.destroy();
		while (log.length === 0) await sleep(10);
		expect(JSON.parse(log[0])).toMatchObject({
			msg: 'abandoned',
			address: '127.0.0.1',
			keyName: 'till',
		});
	}
});

it('makes its metrics at most once a second', async () => {
	const { get, call } = await service({});
	const { text } = await get('/metrics');
	await call('receipt');
	const again = await Promise.all(Array.from({ length: 20 }, () => get('/metrics')));
	expect(new Set(again.map((answer) => answer.text))).toEqual(new Set([text]));
	await sleep(1_100);
	expect((await get('/metrics')).text).toContain('code="200002"} 1');
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
