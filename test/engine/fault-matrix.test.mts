import { inspect } from 'node:util';

import type { OnError } from 'n8n-workflow';

import { FaultServer, envelope } from '../support/fault-server.mts';
import { faults } from '../support/faults.mts';
import type { Fault } from '../support/fault.mts';
import { readLog, runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineResult } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { bothNodes } from '../support/results.mts';

const keys = ['fault-invoice-key-77aa', 'fault-receipt-key-88bb'];
const pictures = ['a', 'b', 'c', 'd', 'e'];
/** The picture that the fault hits. */
const hit = 'b';
const modes: OnError[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

interface Trial {
	first: EngineResult;
	second: EngineResult;
	/** Pictures in the order the server saw them, in the first run. */
	calls: string[];
	bills: string[];
	repeatedCalls: string[];
	/** After the first run. */
	openConnections: number;
	bytesSent: number;
}

let trialNumber = 0;

async function tryFault(
	// Seconds: the longest, so that a busy machine makes no fault another one.
	{ answer, stops, timeout = 600 }: Fault,
	{ node, example }: (typeof bothNodes)[number],
	onError: OnError,
): Promise<Trial> {
	const server = await FaultServer.start();
	const prefix = `t${trialNumber++}-`;
	const good = envelope(example);
	const faulty = answer(good, server);
	server.answer = (exchange) =>
		(exchange.request.picture === prefix + hit ? faulty : server.billed(good))(exchange);
	const run = async () =>
		await runInEngine({
			node,
			onError,
			credential: {
				server: 'juheCloud',
				baseUrl: server.url,
				invoiceKey: keys[0],
				receiptKey: keys[1],
			},
			parameters: {
				output: node === 'juheInvoiceOcr' ? 'invoice' : 'receipt',
				options: { timeout, ...(stops && { maxConcurrency: 1 }) },
			},
			items: pictures.map((name) => ({
				json: { name },
				files: { data: { bytes: labelledPng(prefix + name), fileName: `${name}.png` } },
			})),
		});
	const names = (pictures: string[]) => pictures.map((picture) => picture.slice(prefix.length));

	const first = await run();
	const [calls, bills] = [
		names(server.requests.map(({ picture }) => picture)),
		names(server.ledger),
	];
	const openConnections = await server.openConnections();
	const { bytesSent } = server;
	server.reset();
	server.answer = server.billed(good);
	const second = await run();
	const repeatedCalls = names(server.requests.map(({ picture }) => picture));
	await server.stop();
	return { first, second, calls, bills, repeatedCalls, openConnections, bytesSent };
}

const cases = faults.flatMap((fault) =>
	bothNodes.flatMap((api) =>
		modes.map((onError) => ({
			fault,
			api,
			onError,
			title: `${fault.name}, ${api.node}, ${onError}`,
		})),
	),
);
const trials = new Map<string, Trial>();

const fileOf = ({ json }: { json: Record<string, unknown> }) =>
	String(json.sourceFile ?? json.error ?? '').slice(0, 1);

beforeAll(async () => {
	await useBinaryMode('default');
	const waiting = [...cases];
	const worker = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			trials.set(next.title, await tryFault(next.fault, next.api, next.onError));
		}
	};
	await Promise.all(Array.from({ length: 24 }, worker));
}, 600_000);

afterAll(() => {
	const rows = faults.flatMap((fault) =>
		modes.map((onError) => {
			const both = bothNodes.map(({ node }) => trials.get(`${fault.name}, ${node}, ${onError}`)!);
			return [
				fault.name.padEnd(38),
				onError.padEnd(22),
				...both.map(({ first, calls, bills, repeatedCalls }) =>
					[
						first.error ? 'stopped' : `${first.items.length} out, ${first.errorItems.length} error`,
						`${calls.length} calls`,
						`${bills.length} billed`,
						`again ${repeatedCalls.join('') || '-'}`,
					]
						.join(', ')
						.padEnd(50),
				),
			].join(' ');
		}),
	);
	process.stdout.write(`\nFault matrix (invoice node | receipt node)\n${rows.join('\n')}\n`);
});

describe.each(cases)('$title', ({ title, fault, onError }) => {
	const trial = () => trials.get(title)!;
	const fails = !fault.survives;
	const notSent = fault.stops ? pictures.slice(pictures.indexOf(hit) + 1) : [];
	const failing = fails ? [hit, ...notSent] : [];

	it('gives each picture one outcome, in order and paired', () => {
		const { first } = trial();
		if (fails && onError === 'stopWorkflow') {
			expect(first.items).toEqual([]);
			expect(first.error?.context).toMatchObject({
				itemIndex: pictures.indexOf(hit),
				sourceFile: 'b.png',
			});
			return;
		}
		const errors = onError === 'continueErrorOutput' ? failing : [];
		expect(first.error).toBeUndefined();
		expect(first.items.map(fileOf)).toEqual(pictures.filter((name) => !errors.includes(name)));
		expect(first.errorItems.map(fileOf)).toEqual(errors);
		for (const item of [...first.items, ...first.errorItems]) {
			expect(item.pairedItem).toEqual({ item: pictures.indexOf(fileOf(item)) });
		}
	});

	it('says what happened', () => {
		const { first } = trial();
		const failed = [...first.items, ...first.errorItems].find(({ json }) => json.error);
		if (!fails) {
			expect(failed).toBeUndefined();
			return;
		}
		expect(first.error?.message ?? failed?.json.error).toMatch(fault.message!);
		expect(first.error?.description ?? failed?.json.message).toMatch(fault.remedy ?? /\w{3,}.*\.$/);
	});

	it('gives what was not sent the same error, and says that it was not', () => {
		const { first } = trial();
		const errors = [...first.items, ...first.errorItems].filter(({ json }) => json.error).slice(1);
		expect(errors.map(fileOf)).toEqual(onError === 'stopWorkflow' ? [] : notSent);
		for (const { json } of errors) {
			expect(json.error).toMatch(fault.message!);
			expect(json.error).toMatch(/not sent/);
		}
	});

	it('leaves no connection open, and takes no more than an answer may have', () => {
		const { openConnections, bytesSent } = trial();
		expect(openConnections).toBe(0);
		expect(bytesSent).toBeLessThan(30e6);
	});

	it('bills no picture twice, and a repetition costs only what had failed', () => {
		const { calls, bills, second, repeatedCalls } = trial();
		expect(new Set(bills).size).toBe(bills.length);
		expect(calls.filter((name) => name === hit)).toHaveLength(fault.calls);
		expect(second.items.map(fileOf)).toEqual(pictures);
		expect(calls.filter((name) => notSent.includes(name))).toEqual([]);
		const paidBefore = bills.filter((name) => name !== hit || !fails);
		expect(repeatedCalls.sort()).toEqual(pictures.filter((name) => !paidBefore.includes(name)));
	});
});

it('shows the keys nowhere: outputs, errors, execution records, logs', () => {
	const everything = inspect([...trials.values()], {
		depth: Infinity,
		showHidden: true,
		maxStringLength: Infinity,
		maxArrayLength: Infinity,
	});
	const log = readLog();
	expect(everything).toContain('b.png');
	expect(log).toContain('b.png');
	for (const key of keys) {
		expect(everything).not.toContain(key);
		expect(log).not.toContain(key);
	}
});
