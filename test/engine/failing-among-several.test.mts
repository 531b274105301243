import { FaultServer, after, envelope, juheError, text } from '../support/fault-server.mts';
import type { Answer } from '../support/fault-server.mts';
import { runInvoices } from '../support/invoice-run.mts';
import { useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';
import { jpegHeader, labelledPng } from '../support/pictures.mts';
import { invoiceExample } from '../support/results.mts';

let server: FaultServer;
const good = envelope(invoiceExample);

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => {
	server.reset();
	server.answer = (exchange) => (answers[exchange.request.picture] ?? good)(exchange);
});

/** By the label of the picture; the first of each item is answered last. */
const answers: Record<string, Answer> = {
	'item0-first': after(120, good),
	'item0-refused': juheError(253201),
	'item1-first': after(120, good),
	'item1-lost': text('bad gateway', 502),
	'item1-busy': juheError(10011),
};

const png = (label: string) => ({ bytes: labelledPng(label), fileName: `${label}.png` });
const damaged = { bytes: jpegHeader(800, 600, { complete: false }), fileName: 'damaged.jpg' };
const empty = { bytes: Buffer.alloc(0), fileName: 'empty.png' };

const items: EngineRun['items'] = [
	{ files: { a: png('item0-first'), b: png('item0-refused'), c: damaged, d: png('item0-last') } },
	{ files: { a: png('item1-first'), b: png('item1-lost'), c: png('item1-busy') } },
];
const run = async (onError: EngineRun['onError'], options: object = {}) =>
	await runInvoices(
		server.url,
		items,
		{},
		{
			onError,
			parameters: {
				binaryPropertyName: '*',
				options: { reuseResults: false, rateLimitRetries: 0, maxConcurrency: 4, ...options },
			},
		},
	);
type Outcomes = Awaited<ReturnType<typeof run>>['items'];
/** Of each outcome: its item, the field of its picture, and its error. */
const told = (outcomes: Outcomes) =>
	outcomes.map(({ json, pairedItem }) => [
		(pairedItem as { item: number }).item,
		json.sourceField ?? String(json.error).replace(/:.*/, ''),
		json.errorCode ?? (json.error ? 'no code' : null),
	]);

it('leaves each picture its place and its item, whichever of an item fail', async () => {
	const { items: outcomes } = await run('continueRegularOutput');
	expect(told(outcomes)).toEqual([
		[0, 'a', null],
		[0, 'b', '253201'],
		[0, 'c', 'no code'],
		[0, 'd', null],
		[1, 'a', null],
		[1, 'b', '502'],
		[1, 'c', '10011'],
	]);
});

it('tells what may be sent again: an uncertain call and a busy server, no refusal', async () => {
	const { items: outcomes } = await run('continueRegularOutput');
	expect(outcomes.map(({ json }) => json.retryable)).toEqual([
		undefined,
		false,
		false,
		undefined,
		undefined,
		true,
		true,
	]);
});

it('sends each failure to the error output under its own item, and the others on', async () => {
	const { items: outcomes, errorItems } = await run('continueErrorOutput');
	expect(told(outcomes)).toEqual([
		[0, 'a', null],
		[0, 'd', null],
		[1, 'a', null],
	]);
	expect(errorItems.map(({ json, pairedItem }) => [pairedItem, json.error])).toEqual([
		[{ item: 0 }, expect.stringMatching(/^item0-refused\.png: Juhe error 253201/)],
		[{ item: 0 }, expect.stringMatching(/^damaged\.jpg: The JPEG file is cut off/)],
		[{ item: 1 }, expect.stringMatching(/^item1-lost\.png: .*HTTP 502/)],
		[{ item: 1 }, expect.stringMatching(/^item1-busy\.png: Juhe error 10011/)],
	]);
});

it('stops with the error of the picture that stands first, whichever failed first', async () => {
	server.answer = (exchange) =>
		(exchange.request.picture === 'item0-refused' ? after(150, juheError(253201)) : good)(exchange);
	const { error, items: outcomes } = await run('stopWorkflow');
	// The damaged one behind it needs no answer, so that it fails before.
	expect(error?.message).toMatch(/^item0-refused\.png: /);
	expect(error?.context).toMatchObject({ itemIndex: 0, sourceField: 'b', retryable: false });
	expect(outcomes).toEqual([]);
});

it.each(['skip', 'skipNoise'])(
	'%s passes over no damaged picture: it may be a document',
	async (unsupportedFiles) => {
		const files = {
			damaged,
			empty,
			good: { bytes: labelledPng('whole', 400, 600), fileName: 'a.png' },
		};
		const { items: outcomes, hints } = await runInvoices(
			server.url,
			[{ files }],
			{},
			{
				onError: 'continueRegularOutput',
				parameters: { binaryPropertyName: '*', options: { unsupportedFiles, reuseResults: false } },
			},
		);
		const fields = outcomes.map(({ json }) => json.sourceField);
		expect(fields).toContain('damaged');
		expect(fields).toContain('good');
		expect(outcomes[0].json).toMatchObject({ unreadable: true, noise: false });
		expect(hints.map(({ message }) => message).join()).not.toMatch(/damaged/);
	},
);
