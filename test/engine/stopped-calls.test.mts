import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

import {
	FaultServer,
	after,
	drip,
	endless,
	envelope,
	inTurn,
	juheError,
	silence,
	text,
} from '../support/fault-server.mts';
import { pictures, runInvoices } from '../support/invoice-run.mts';
import { useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { invoiceExample } from '../support/results.mts';

let server: FaultServer;
const good = envelope(invoiceExample);

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => server.reset());

const run = async (
	items: EngineRun['items'],
	options: object = {},
	more: Partial<EngineRun> = {},
) => await runInvoices(server.url, items, options, more);

const untilRequests = async (count: number) => {
	for (let tries = 0; server.requests.length < count && tries < 500; tries++)
		await new Promise((resolve) => setTimeout(resolve, 10));
	expect(server.requests.length).toBeGreaterThanOrEqual(count);
};

describe('after an error that every further call would meet', () => {
	const many = (prefix: string) => pictures(prefix, 30);

	it('fails the rest at once, whatever the interval between requests', async () => {
		server.answer = juheError(10012);
		const { items } = await run(
			many('interval-stop'),
			{ maxConcurrency: 2, minInterval: 1500 },
			{ onError: 'continueRegularOutput' },
		);
		expect(items.map(({ json }) => json.errorCode)).toEqual(new Array(30).fill('10012'));
		expect(server.requests.length).toBeLessThanOrEqual(2);
	});

	it('still gives what is known already, and what is under way', async () => {
		server.answer = good;
		await run(pictures('known', 2));
		server.reset();
		server.answer = (exchange) =>
			(exchange.request.picture === 'slow-0' ? after(300, good) : juheError(10012))(exchange);
		const { items } = await run(
			[...pictures('slow', 1), ...pictures('fatal', 2), ...pictures('known', 2)],
			{ maxConcurrency: 2 },
			{ onError: 'continueRegularOutput' },
		);
		expect(items.map(({ json }) => json.errorCode ?? null)).toEqual([
			null,
			'10012',
			'10012',
			null,
			null,
		]);
		expect(server.requests.map(({ picture }) => picture)).toEqual(['slow-0', 'fatal-0']);
	});

	it('sends no retry that was waiting', async () => {
		server.answer = (exchange) =>
			(exchange.request.picture === 'wait-0' ? juheError(10011) : after(200, juheError(10003)))(
				exchange,
			);
		const { items } = await run(
			pictures('wait', 2),
			{ maxConcurrency: 2 },
			{ onError: 'continueRegularOutput' },
		);
		expect(items.map(({ json }) => json.errorCode)).toEqual(['10003', '10003']);
		expect(server.requests).toHaveLength(2);
	});

	it('asks anew in the next run', async () => {
		server.answer = juheError(10012);
		await run(pictures('anew', 2), {}, { onError: 'continueRegularOutput' });
		server.answer = good;
		const { items } = await run(pictures('anew', 2));
		expect(items.map(({ json }) => json.error)).toEqual([undefined, undefined]);
	});
});

describe('Retry-After', () => {
	const limited = (retryAfter: string, statusCode = 429) =>
		text('slow down', statusCode, 'text/plain', { 'Retry-After': retryAfter });
	const gap = () => server.requests[1].at - server.requests[0].at;

	it.each([
		['seconds', () => '2'],
		['a date', () => new Date(Date.now() + 3000).toUTCString()],
	])('in %s is waited for', async (name, retryAfter) => {
		server.answer = inTurn(limited(retryAfter()), good);
		const { items } = await run(pictures(`after-${name.length}`, 1));
		expect(items[0].json.error).toBeUndefined();
		expect(gap()).toBeGreaterThanOrEqual(1800);
	});

	it.each(['soon', '-5', ''])('%j is passed over', async (retryAfter) => {
		server.answer = inTurn(limited(retryAfter), good);
		const { items } = await run(pictures(`odd-${retryAfter}`, 1));
		expect(items[0].json.error).toBeUndefined();
		expect(server.requests).toHaveLength(2);
	});

	it('holds back the other pictures of the run too', async () => {
		server.answer = inTurn(limited('2'), good);
		await run(pictures('shared', 4), { maxConcurrency: 1 });
		expect(gap()).toBeGreaterThanOrEqual(1800);
		server.reset();
		const limitedOnce = inTurn(limited('2'), good);
		server.answer = (exchange) =>
			(exchange.request.picture === 'late-0' ? limitedOnce : good)(exchange);
		await run(pictures('late', 3), { maxConcurrency: 2 });
		const [first, , ...others] = server.requests;
		for (const { at } of others) expect(at - first.at).toBeGreaterThanOrEqual(1800);
	});

	it('of a 503 is waited for where the user asked for uncertain retries', async () => {
		server.answer = inTurn(limited('2', 503), good);
		await run(pictures('after-503', 1), { retryUncertain: true });
		expect(gap()).toBeGreaterThanOrEqual(1800);
	});

	it('ends with the execution', async () => {
		server.answer = limited('60');
		let execution: { cancel(): void } | undefined;
		const running = run(
			pictures('long-wait', 1),
			{},
			{ onStart: (started) => (execution = started) },
		);
		await untilRequests(1);
		execution?.cancel();
		await running.catch(() => undefined);
		expect(server.requests).toHaveLength(1);
	}, 20_000);
});

it.each([
	['is silent', silence],
	['drips', drip],
	['never ends', endless],
])(
	'closes the connection to a server that %s when the execution is cancelled',
	async (name, answer) => {
		server.answer = answer;
		let execution: { cancel(): void } | undefined;
		const running = run(
			pictures(`cancel-${name.length}`, 4),
			{ maxConcurrency: 2, timeout: 600 },
			{ onStart: (started) => (execution = started), onError: 'continueRegularOutput' },
		);
		await untilRequests(1);
		const before = server.requests.length;
		execution?.cancel();
		await running.catch(() => undefined);
		expect(await server.openConnections()).toBe(0);
		expect(server.requests.length).toBeLessThanOrEqual(Math.max(before, 2));
	},
);

it('closes the connection to a server that takes no more of a large image, at the timeout', async () => {
	const sockets: Socket[] = [];
	const deaf = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
	await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
	const { error } = await run(
		[{ files: { data: { bytes: labelledPng('deaf', 40, 30, 15e6), fileName: 'large.png' } } }],
		{ timeout: 2 },
		{
			credential: {
				server: 'selfHosted',
				baseUrl: `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`,
				invoiceKey: 'k1',
				receiptKey: '',
			},
		},
	);
	expect(error?.message).toBe('large.png: The server did not answer within 2 seconds');
	const closed = once(sockets[0], 'close');
	sockets[0].resume();
	await closed;
	deaf.close();
});
