import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { FaultServer, envelope } from '../support/fault-server.mts';
import { rowsOf, runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { invoiceExample, receiptExample } from '../support/results.mts';

let server: FaultServer;
let files: Server;
let filesUrl: string;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
	files = createServer((request, response) => {
		if (request.url?.startsWith('/missing')) return response.writeHead(404).end('no');
		if (request.url?.startsWith('/endless')) {
			const more = () => response.write(Buffer.alloc(1e6)) || response.once('drain', more);
			const timer = setInterval(more, 1);
			return response.on('close', () => clearInterval(timer));
		}
		return response.end(labelledPng('downloaded'));
	});
	await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
	filesUrl = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
afterAll(async () => {
	files.closeAllConnections();
	files.close();
	await server.stop();
});
beforeEach(() => {
	server.reset();
	server.answer = (exchange) =>
		envelope(exchange.request.path.includes('invoice') ? invoiceExample : receiptExample)(exchange);
});

const run = async (options: Partial<EngineRun>) =>
	await runInEngine({
		node: 'juheReceiptOcr',
		credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
		items: [{}],
		...options,
	});

describe('Image URL', () => {
	it('downloads the image and names it by its address', async () => {
		const { items } = await run({
			parameters: {
				imageSource: 'url',
				imageUrl: `${filesUrl}/a/%E5%B0%8F%E7%A5%A8.png?x=1`,
				output: 'receipt',
			},
		});
		expect(rowsOf(items)).toEqual([
			expect.objectContaining({
				shopName: '多又好超市',
				sourceFile: '小票.png',
				sourceField: null,
			}),
		]);
		expect(server.requests.map(({ picture }) => picture)).toEqual(['downloaded']);
	});

	it.each([
		['/missing.jpg', /missing\.jpg: .*HTTP 404/],
		['/endless.jpg', /endless\.jpg: The file is larger than 20 MB and was not read/],
	])('%s: says why it has no image', async (path, message) => {
		const { error } = await run({ parameters: { imageSource: 'url', imageUrl: filesUrl + path } });
		expect(error?.message).toMatch(message);
		expect(server.requests).toEqual([]);
	});

	it.each(['={{ "" }}', 'file:///etc/passwd', 'receipt.jpg', 'http://127.0.0.1:1/x.png'])(
		'%p is refused',
		async (imageUrl) => {
			const { error } = await run({ parameters: { imageSource: 'url', imageUrl } });
			expect(error?.message).toMatch(/not a web address|could not be downloaded/);
		},
	);
});

describe('Base64 Image', () => {
	const base64 = labelledPng('encoded').toString('base64');

	it.each([
		['plain', base64],
		['with a data: prefix', `data:image/png;base64,${base64}`],
		['broken into lines', base64.replace(/.{60}/g, '$&\r\n')],
		['in the URL-safe alphabet', Buffer.from(base64, 'base64').toString('base64url')],
	])('%s', async (_, imageBase64) => {
		const { items, error } = await run({
			parameters: {
				imageSource: 'base64',
				imageBase64,
				output: 'receipt',
				options: { reuseResults: false },
			},
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(server.requests.map(({ picture }) => picture)).toEqual(['encoded']);
	});

	it.each([
		['={{ "" }}', /Base64 Image is empty/],
		['不是图片', /text that is not base64/],
		['aGVsbG8gd29ybGQ=', /is not a picture/],
	])('%p is refused', async (imageBase64, message) => {
		const { error } = await run({ parameters: { imageSource: 'base64', imageBase64 } });
		expect(error?.message).toMatch(message);
	});

	it('is recognised and explained in the box for the field name', async () => {
		const { error } = await run({ parameters: { binaryPropertyName: base64 } });
		expect(error?.message).toMatch(/holds the image itself instead of the name of a field/);
		expect(error?.description).toMatch(/Base64 Image/);
		expect(JSON.stringify(error?.message) + error?.description).not.toContain(base64.slice(0, 40));
	});
});

describe('Binary Field', () => {
	it('takes a file given as an object by an expression', async () => {
		const { items, error } = await run({
			items: [{ files: { photo: { bytes: labelledPng('object'), fileName: 'o.png' } } }],
			parameters: { binaryPropertyName: '={{ $binary.photo }}', output: 'receipt' },
		});
		expect(error).toBeUndefined();
		expect(rowsOf(items)).toEqual([
			expect.objectContaining({ sourceFile: 'o.png', sourceField: 'photo' }),
		]);
	});

	it.each([
		['photo', { data: { bytes: labelledPng('x') } }, /no binary field "photo": it has data/],
		['scan_*', { data: { bytes: labelledPng('x') } }, /no binary field "scan_\*": it has data/],
		['data', {}, /it has no files at all/],
		[' , ', {}, /Input Binary Field is empty/],
	])('%p that is not there is an error', async (binaryPropertyName, attached, message) => {
		const { error } = await run({
			items: [{ files: attached }],
			parameters: { binaryPropertyName },
		});
		expect(error?.message).toMatch(message);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
	});

	it('recognises a field once, however many names match it', async () => {
		const { items } = await run({
			items: [
				{ files: { a_1: { bytes: labelledPng('once-1') }, a_2: { bytes: labelledPng('once-2') } } },
			],
			parameters: { binaryPropertyName: 'a_2, a_*, *', output: 'receipt' },
		});
		expect(items.map(({ json }) => json.sourceField)).toEqual(['a_2', 'a_1']);
	});
});

it('does not read a stored file that is larger than any picture', async () => {
	await useBinaryMode('filesystem');
	const { error, hints } = await run({
		items: [{ files: { data: { bytes: Buffer.alloc(20e6 + 1), fileName: 'film.mp4' } } }],
		parameters: { options: { unsupportedFiles: 'skip' } },
	});
	await useBinaryMode('default');
	expect(error).toBeUndefined();
	expect(hints[0].message).toMatch(/film\.mp4: The file is larger than 20 MB/);
});

it('does not take a stored file for smaller than it is', async () => {
	const folder = await useBinaryMode('filesystem');
	const options = { keepImage: true };
	const large = { data: { bytes: labelledPng('lies', 40, 30, 20e6), fileName: 'lies.png' } };
	const continues = { onError: 'continueRegularOutput', parameters: { options } } as const;
	const first = await run({ ...continues, items: [{ files: large }] });
	const file = first.items[0].binary!.data;
	const metadata = path.join(folder, `${file.id!.split(':')[1]}.metadata`);
	writeFileSync(metadata, JSON.stringify({ fileName: 'lies.png', fileSize: 100 }));
	const { items } = await run({ ...continues, items: [{ binary: { data: file } }] });
	await useBinaryMode('default');
	expect(items[0].json.error).toMatch(/lies\.png: The file is larger than 20 MB/);
	expect(server.requests).toEqual([]);
});

it('gives a picture that n8n lost, and a broken expression, an outcome of their own', async () => {
	const { items, error } = await run({
		node: 'juheInvoiceOcr',
		onError: 'continueRegularOutput',
		items: ['good', 'lost', 'other'].map((name) => ({
			json: { name },
			files: { data: { bytes: labelledPng(`outcome-${name}`), fileName: `${name}.png` } },
		})),
		parameters: {
			binaryPropertyName: `={{ $json.name === 'lost' ? { id: 'filesystem-v2:gone', mimeType: 'image/png', data: '' } : $json.name === 'other' ? $json.name.nothing.at.all() : 'data' }}`,
		},
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json, pairedItem }) => [json.sourceFile, pairedItem])).toEqual([
		['good.png', { item: 0 }],
		[null, { item: 1 }],
		[null, { item: 2 }],
	]);
	expect(items[1].json.error).toMatch(/n8n could not provide the image: .+/);
	for (const { json } of items.slice(1))
		expect(json.error).toMatch(/n8n could not provide the image: .+|Input Binary Field is empty/);
});

describe('options', () => {
	const file = { data: { bytes: labelledPng('options'), fileName: 'slip.png' } };

	it('adds the input fields behind the columns, and overwrites none', async () => {
		const { items } = await run({
			items: [{ json: { subject: 'March', shopName: 'mine' }, files: file }],
			parameters: { output: 'receipt', options: { includeInputFields: true } },
		});
		expect(items[0].json).toMatchObject({
			shopName: '多又好超市',
			subject: 'March',
			shopName_2: 'mine',
		});
		expect(Object.keys(items[0].json).slice(-2)).toEqual(['subject', 'shopName_2']);
	});

	it.each([
		['binary', { binaryPropertyName: 'data' }, 'data'],
		['base64', { imageBase64: labelledPng('kept').toString('base64') }, 'data'],
	])('keeps the image of source %s on each row', async (imageSource, parameters, field) => {
		const { items, error } = await run({
			items: [{ files: file }],
			parameters: { imageSource, ...parameters, options: { keepImage: true } },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(4);
		for (const { binary } of items) expect(binary?.[field].mimeType).toBe('image/png');
	});

	it('returns names and values as returned', async () => {
		const { items } = await run({
			node: 'juheInvoiceOcr',
			items: [{ files: file }],
			parameters: { options: { fieldNames: 'original' } },
		});
		expect(items[0].json).toMatchObject({
			发票号码: '01648000',
			日期: '2018年1月22日',
			销售方名称: null,
			'合计金额(小写)': '9000.00',
		});
	});

	it('returns the raw response unchanged', async () => {
		const { items } = await run({ items: [{ files: file }], parameters: { output: 'raw' } });
		expect(rowsOf(items)).toEqual([
			{
				...receiptExample,
				sourceFile: 'slip.png',
				sourceField: 'data',
				sourcePage: null,
				documentNumber: 1,
			},
		]);
	});

	it('leaves the review columns empty where the checks are off', async () => {
		const { items } = await run({
			node: 'juheInvoiceOcr',
			items: [{ files: file }],
			parameters: { options: { reviewChecks: false } },
		});
		expect(items[0].json).toMatchObject({ needsReview: null, reviewReasons: null });
	});
});
