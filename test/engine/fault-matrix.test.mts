import { inspect } from 'node:util';

import type { OnError } from 'n8n-workflow';

import { errorCodes } from '../../nodes/shared/errorCodes.ts';
import {
	FaultServer,
	after,
	drip,
	envelope,
	inTurn,
	juheError,
	reset,
	resetInBody,
	silence,
	text,
} from '../support/faultServer.mts';
import type { Answer } from '../support/faultServer.mts';
import { readLog, runInEngine, useBinaryMode } from '../support/n8nEngine.mts';
import type { EngineResult } from '../support/n8nEngine.mts';
import { labelledPng } from '../support/pictures.mts';
import { bothNodes } from '../support/results.mts';

const KEYS = ['fault-invoice-key-77aa', 'fault-receipt-key-88bb'];
const PICTURES = ['a', 'b', 'c', 'd', 'e'];
/** The picture that the fault hits. */
const HIT = 'b';
const MODES: OnError[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

type Server = Pick<FaultServer, 'billed'>;

interface Fault {
	name: string;
	/** What the server does with the hit picture; `good` is the answer it would give. */
	answer: (good: Answer, server: Server) => Answer;
	/** Requests for the hit picture with default options. */
	calls: number;
	/** True where the answer arrives in spite of the fault. */
	survives?: boolean;
	/** Seconds, where the fault is waited out; far above what a busy machine takes for the other pictures. */
	timeout?: number;
	/** What the error says. */
	message?: RegExp;
}

/** Promises more than it sends, then closes in order. */
const wrongLength: Answer = ({ response, socket }) => {
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
	response.write('{"reason":"success","result":{}', () => socket.end());
};
const truncated: Answer = text('{"reason":"success","result":{"a', 200, 'application/json');

const faults: Fault[] = [
	{
		name: 'latency',
		answer: (good, server) => server.billed(after(300, good)),
		calls: 1,
		survives: true,
	},
	{
		name: 'BOM before the JSON',
		answer: (good, server) => server.billed(withBom(good)),
		calls: 1,
		survives: true,
	},
	{
		name: '10011 once, then good',
		answer: (good, server) => inTurn(juheError(10011), server.billed(good)),
		calls: 2,
		survives: true,
	},
	{
		name: 'reset before the answer',
		answer: (_, server) => server.billed(reset),
		calls: 1,
		message: /connection broke/,
	},
	{
		name: 'reset within the answer',
		answer: (_, server) => server.billed(resetInBody),
		calls: 1,
		message: /connection broke/,
	},
	{
		name: 'no answer',
		answer: (_, server) => server.billed(silence),
		calls: 1,
		message: /did not answer within 5 seconds/,
		timeout: 5,
	},
	{
		name: 'slow drip',
		answer: (_, server) => server.billed(drip),
		calls: 1,
		message: /did not answer within 5 seconds/,
		timeout: 5,
	},
	{
		name: 'wrong length',
		answer: (_, server) => server.billed(wrongLength),
		calls: 1,
		message: /connection broke/,
	},
	{
		name: '500 with HTML',
		answer: (_, server) => server.billed(text('<html>oops</html>', 500)),
		calls: 1,
		message: /HTTP 500 with an HTML page/,
	},
	{
		name: '404',
		answer: () => text('Not Found', 404, 'text/plain'),
		calls: 1,
		message: /HTTP 404/,
	},
	{
		name: '401',
		answer: () => text('Unauthorized', 401, 'text/plain'),
		calls: 1,
		message: /HTTP 401/,
	},
	{
		name: '200 with HTML',
		answer: () => text('<html>login</html>'),
		calls: 1,
		message: /an HTML page instead of a result/,
	},
	{ name: 'empty body', answer: () => text(''), calls: 1, message: /an empty body/ },
	{ name: 'truncated JSON', answer: () => truncated, calls: 1, message: /truncated JSON/ },
	{
		name: 'result null',
		answer: () => envelope({ reason: 'success', result: null, error_code: 0 }),
		calls: 1,
		message: /no result/,
	},
	{
		name: 'result of another shape',
		answer: () => envelope({ reason: 'success', result: { x: 1 }, error_code: 0 }),
		calls: 1,
		message: /has no (data|invoice_general_infos)/,
	},
	{
		name: 'no error_code',
		answer: () => envelope({ hello: 'world' }),
		calls: 1,
		message: /no error_code/,
	},
	{
		name: 'error_code as text',
		answer: () => juheError('10012'),
		calls: 1,
		message: /Juhe error 10012/,
	},
	{
		name: 'an unknown code',
		answer: () => juheError(19999),
		calls: 1,
		message: /Juhe error 19999/,
	},
	{
		name: 'a redirect',
		answer:
			() =>
			({ response }) =>
				void response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(),
		calls: 1,
		message: /redirected/,
	},
	...Object.keys(errorCodes).map(
		(code): Fault => ({
			name: `code ${code}`,
			answer: () => juheError(Number(code)),
			calls: code === '10011' ? 4 : 1,
			message: new RegExp(`Juhe error ${code}: `),
		}),
	),
];

function withBom(good: Answer): Answer {
	return (exchange) => {
		exchange.response.write('\uFEFF');
		return good({
			...exchange,
			response: Object.assign(exchange.response, { setHeader: () => exchange.response }),
		});
	};
}

interface Trial {
	first: EngineResult;
	second: EngineResult;
	/** Pictures in the order the server saw them, in the first run. */
	calls: string[];
	bills: string[];
	repeatedCalls: string[];
}

let trialNumber = 0;

async function tryFault(
	{ answer, timeout = 60 }: Fault,
	{ node, example }: (typeof bothNodes)[number],
	onError: OnError,
): Promise<Trial> {
	const server = await FaultServer.start();
	const prefix = `t${trialNumber++}-`;
	const good = envelope(example);
	const faulty = answer(good, server);
	server.answer = (exchange) =>
		(exchange.request.picture === prefix + HIT ? faulty : server.billed(good))(exchange);
	const run = async () =>
		await runInEngine({
			node,
			onError,
			credential: {
				server: 'juheCloud',
				baseUrl: server.url,
				invoiceKey: KEYS[0],
				receiptKey: KEYS[1],
			},
			parameters: {
				output: node === 'juheInvoiceOcr' ? 'invoice' : 'receipt',
				options: { timeout },
			},
			items: PICTURES.map((name) => ({
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
	server.reset();
	server.answer = server.billed(good);
	const second = await run();
	const repeatedCalls = names(server.requests.map(({ picture }) => picture));
	await server.stop();
	return { first, second, calls, bills, repeatedCalls };
}

const cases = faults.flatMap((fault) =>
	bothNodes.flatMap((api) =>
		MODES.map((onError) => ({
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
}, 180_000);

afterAll(() => {
	const rows = faults.flatMap((fault) =>
		MODES.map((onError) => {
			const both = bothNodes.map(({ node }) => trials.get(`${fault.name}, ${node}, ${onError}`)!);
			return [
				fault.name.padEnd(26),
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

	it('gives each picture one outcome, in order and paired', () => {
		const { first } = trial();
		if (fails && onError === 'stopWorkflow') {
			expect(first.items).toEqual([]);
			expect(first.error?.context).toMatchObject({
				itemIndex: PICTURES.indexOf(HIT),
				sourceFile: 'b.png',
			});
			return;
		}
		const errors = onError === 'continueErrorOutput' && fails ? [HIT] : [];
		expect(first.error).toBeUndefined();
		expect(first.items.map(fileOf)).toEqual(PICTURES.filter((name) => !errors.includes(name)));
		expect(first.errorItems.map(fileOf)).toEqual(errors);
		for (const item of [...first.items, ...first.errorItems]) {
			expect(item.pairedItem).toEqual({ item: PICTURES.indexOf(fileOf(item)) });
		}
	});

	it('says what happened', () => {
		const { first } = trial();
		const failed = [...first.items, ...first.errorItems].find(({ json }) => json.error);
		if (fails) expect(first.error?.message ?? failed?.json.error).toMatch(fault.message!);
		else expect(failed).toBeUndefined();
	});

	it('bills no picture twice, and a repetition costs only what had failed', () => {
		const { calls, bills, second, repeatedCalls } = trial();
		expect(new Set(bills).size).toBe(bills.length);
		expect(calls.filter((name) => name === HIT)).toHaveLength(fault.calls);
		expect(second.items.map(fileOf)).toEqual(PICTURES);
		const paidBefore = bills.filter((name) => name !== HIT || !fails);
		expect(repeatedCalls.sort()).toEqual(PICTURES.filter((name) => !paidBefore.includes(name)));
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
	for (const key of KEYS) {
		expect(everything).not.toContain(key);
		expect(log).not.toContain(key);
	}
});
