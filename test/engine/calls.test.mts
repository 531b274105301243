import { setTimeout as sleep } from 'node:timers/promises';

import { FaultServer, after, envelope, inTurn, juheError, text } from '../support/fault-server.mts';
import { pictures, runInvoices } from '../support/invoice-run.mts';
import { useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';
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

it('keeps the order of the input whatever the order of the answers', async () => {
	const delays = [250, 10, 120, 10, 60];
	server.answer = (exchange) =>
		after(delays[Number(exchange.request.picture.slice(-1))], good)(exchange);
	const { items } = await run(pictures('order', 5), { maxConcurrency: 5 });
	expect(items.map(({ json }) => json.sourceFile)).toEqual([
		'0.png',
		'1.png',
		'2.png',
		'3.png',
		'4.png',
	]);
});

it.each([1, 3])('has at most %i requests under way', async (maxConcurrency) => {
	let underWay = 0;
	let most = 0;
	server.answer = async (exchange) => {
		most = Math.max(most, ++underWay);
		await after(40, () => void underWay--)(exchange);
		await good(exchange);
	};
	await run(pictures(`bound-${maxConcurrency}`, 8), { maxConcurrency });
	expect(most).toBe(maxConcurrency);
});

it('starts no request before the minimum intervals of the earlier ones are over', async () => {
	server.answer = good;
	const begin = Date.now();
	await run(pictures('interval', 5), { maxConcurrency: 5, minInterval: 120 });
	expect(server.requests).toHaveLength(5);
	// A timer of Node may be a millisecond early.
	const early = server.requests.filter(({ at }, index) => at - begin < index * 119);
	expect(early).toEqual([]);
});

it('pays once for identical pictures, in one run and in the next', async () => {
	server.answer = server.billed(after(50, good));
	const twins = [...pictures('twin', 1), ...pictures('twin', 1), ...pictures('twin', 1)];
	const first = await run(twins);
	const second = await run(twins);
	expect([first.items.length, second.items.length]).toEqual([3, 3]);
	expect(server.ledger).toEqual(['twin-0']);
});

it('shares no result between keys, and none where it is told not to', async () => {
	server.answer = server.billed(good);
	await run(pictures('own', 1));
	await run(
		pictures('own', 1),
		{},
		{
			credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'other', receiptKey: '' },
		},
	);
	await run(pictures('own', 1), { reuseResults: false });
	expect(server.ledger).toEqual(['own-0', 'own-0', 'own-0']);
});

it('tries again when the server refuses the connection: nothing was billed', async () => {
	const closed = await FaultServer.start();
	const { url } = closed;
	await closed.stop();
	const started = Date.now();
	const { error } = await run(
		pictures('refused', 1),
		{ rateLimitRetries: 1 },
		{
			credential: { server: 'juheCloud', baseUrl: url, invoiceKey: 'k1', receiptKey: '' },
		},
	);
	expect(error).toMatchObject({
		message: '0.png: The server could not be reached: it refused the connection',
		context: { errorCode: 'ECONNREFUSED', retryable: true },
	});
	expect(Date.now() - started).toBeGreaterThanOrEqual(500);
});

describe.each(['juheInvoiceOcr', 'juheReceiptOcr'] as const)(
	'%s: a server that is down',
	(node) => {
		const message = /^[01]\.png: The server could not be reached: it refused the connection$/;
		const ask = async (onError: EngineRun['onError']) =>
			await run(
				pictures(`down-${node}`, 2),
				{ rateLimitRetries: 0 },
				{
					node,
					onError,
					credential: {
						server: 'juheCloud',
						baseUrl: 'http://127.0.0.1:1',
						invoiceKey: 'k1',
						receiptKey: 'k2',
					},
				},
			);

		it('stops with the first picture', async () => {
			const { error, items } = await ask('stopWorkflow');
			expect(error?.message).toMatch(message);
			expect(error?.context).toMatchObject({ itemIndex: 0, retryable: true });
			expect(items).toEqual([]);
		});

		it('gives an error item a picture, among the others or on the error output', async () => {
			const { items } = await ask('continueRegularOutput');
			const { errorItems } = await ask('continueErrorOutput');
			for (const outcome of [items, errorItems]) {
				expect(outcome.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
				for (const { json } of outcome) expect(json.error).toMatch(message);
			}
		});
	},
);

it('repeats an uncertain request only where the user asked for it', async () => {
	server.answer = inTurn(text('oops', 502), good);
	const { items } = await run(pictures('uncertain', 1), { retryUncertain: true });
	expect(items).toHaveLength(1);
	expect(server.requests).toHaveLength(2);
});

it('does not repeat what would fail again', async () => {
	server.answer = juheError(10001);
	await run(pictures('never', 1), { retryUncertain: true, rateLimitRetries: 5 });
	expect(server.requests).toHaveLength(1);
});

it('starts no further request when the execution is cancelled', async () => {
	server.answer = after(150, good);
	let execution: { cancel(): void } | undefined;
	const running = run(
		pictures('cancelled', 20),
		{ maxConcurrency: 2 },
		{ onStart: (started) => (execution = started) },
	);
	while (server.requests.length < 2) await sleep(5);
	execution?.cancel();
	await running.catch(() => undefined);
	const started = server.requests.length;
	// Two answers later.
	await sleep(400);
	expect(server.requests).toHaveLength(started);
	expect(started).toBeLessThanOrEqual(6);
});
