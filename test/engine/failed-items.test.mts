import { FaultServer, envelope, juheError } from '../support/fault-server.mts';
import { FileServer } from '../support/file-server.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { receiptExample } from '../support/results.mts';

let server: FaultServer;
let files: FileServer;
const gif = Buffer.from('GIF89a123456');

beforeAll(async () => {
	server = await FaultServer.start();
	files = await FileServer.start();
	files.answers['/refused.png'] = (response) => response.end(labelledPng('refused'));
});
afterAll(async () => {
	await files.stop();
	await server.stop();
});
beforeEach(() => {
	server.reset();
	server.answer = (exchange) =>
		(exchange.request.picture === 'refused' ? juheError(10002) : envelope(receiptExample))(
			exchange,
		);
});

const json = { subject: 'March', error: 'mine', sourceFile: 'theirs' };
const ownColumns = [
	'error',
	'message',
	'errorCode',
	'retryable',
	'sourceFile',
	'sourceField',
	'noise',
	'unreadable',
];

const run = async (more: Partial<EngineRun>, parameters: object, options: object) =>
	await runInEngine({
		node: 'juheReceiptOcr',
		credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
		onError: 'continueRegularOutput',
		items: [
			{
				json,
				files: {
					refused: { bytes: labelledPng('refused'), fileName: 'refused.png' },
					logo: { bytes: gif, fileName: 'logo.gif', mimeType: 'image/gif' },
				},
			},
		],
		parameters: { output: 'receipt', ...parameters, options: { reuseResults: false, ...options } },
		...more,
	});
const both = { includeInputFields: true, keepImage: true };
const contentOf = (binary: { data: string } | undefined) => binary?.data;

describe.each(['default', 'filesystem'] as const)('binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));
	afterAll(async () => await useBinaryMode('default'));

	it('keeps the input fields behind the own columns of an error item, and overwrites none', async () => {
		const { items } = await run({}, { binaryPropertyName: '*' }, both);
		expect(items).toHaveLength(2);
		for (const item of items) {
			expect(Object.keys(item.json)).toEqual([...ownColumns, 'subject', 'error_2', 'sourceFile_2']);
			expect(item.json).toMatchObject({
				subject: 'March',
				error_2: 'mine',
				sourceFile_2: 'theirs',
			});
		}
	});

	it('keeps the image of an error item under its name, refused by the API or by the limits', async () => {
		const { items } = await run({}, { binaryPropertyName: '*' }, both);
		expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['refused'], ['logo']]);
		expect(items[0].binary?.refused).toMatchObject({ fileName: 'refused.png' });
		expect(items[1].binary?.logo).toMatchObject({ fileName: 'logo.gif', mimeType: 'image/gif' });
	});

	it('keeps neither where it is not asked to', async () => {
		const { items } = await run({}, { binaryPropertyName: '*' }, {});
		for (const { json: columns, binary } of items) {
			expect(Object.keys(columns)).toEqual(ownColumns);
			expect(binary).toBeUndefined();
		}
	});

	it('keeps a downloaded image and one in base64, without asking for it twice', async () => {
		files.reset();
		for (const parameters of [
			{ imageSource: 'url', imageUrl: `${files.url}/refused.png?x=1` },
			{ imageSource: 'base64', imageBase64: labelledPng('refused').toString('base64') },
		]) {
			const { items } = await run({}, parameters, both);
			expect(items[0].json.error).toMatch(/10002/);
			expect(items[0].binary?.data).toMatchObject({
				mimeType: 'image/png',
				bytes: labelledPng('refused').length,
			});
		}
		expect(files.requests).toEqual(['/refused.png?x=1']);
	});

	it('keeps the fields of a picture that could not be had, which has no image', async () => {
		const { items } = await run({}, { imageSource: 'url', imageUrl: `${files.url}/gone` }, both);
		expect(items[0].json).toMatchObject({ subject: 'March', sourceFile: 'gone' });
		expect(items[0].binary).toBeUndefined();
		const missing = await run({}, { binaryPropertyName: 'nope' }, both);
		expect(missing.items[0].json).toMatchObject({ subject: 'March', sourceField: 'nope' });
		expect(missing.items[0].binary).toBeUndefined();
	});

	it('keeps the image in the error output too, where n8n adds the input fields itself', async () => {
		const { items, errorItems } = await run(
			{ onError: 'continueErrorOutput' },
			{ binaryPropertyName: '*' },
			both,
		);
		expect(items).toEqual([]);
		expect(errorItems.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([
			['refused'],
			['logo'],
		]);
		for (const item of errorItems)
			expect(item.json).toMatchObject({ error: expect.stringMatching(/10002|GIF/) });
	});

	it('reaches the error output in the combined binary mode', async () => {
		const { items, errorItems } = await run(
			{ onError: 'continueErrorOutput', binaryMode: 'combined' },
			{ imageSource: 'url', imageUrl: `${files.url}/refused.png` },
			both,
		);
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(1);
	});

	it('keeps a file that was not read because of its size', async () => {
		const { items } = await run(
			{ items: [{ files: { film: { bytes: Buffer.alloc(20e6 + 1), fileName: 'film.mp4' } } }] },
			{ binaryPropertyName: 'film' },
			both,
		);
		expect(items[0].json.error).toMatch(/larger than 20 MB/);
		expect(items[0].binary?.film.fileName).toBe('film.mp4');
		expect(contentOf(items[0].binary?.film)).toBeTruthy();
	});
});

it('gives the own columns alone where the options cannot be read', async () => {
	await useBinaryMode('default');
	const { items } = await run({}, {}, { includeInputFields: '={{ $json.nothing.at.all() }}' });
	expect(Object.keys(items[0].json)).toEqual(ownColumns);
});
