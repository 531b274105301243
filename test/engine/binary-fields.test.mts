import { FaultServer, envelope } from '../support/fault-server.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun, TestItem } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { receiptExample } from '../support/results.mts';

let server: FaultServer;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => {
	server.reset();
	server.answer = envelope(receiptExample);
});

const run = async (item: TestItem, binaryPropertyName: unknown, more: Partial<EngineRun> = {}) =>
	await runInEngine({
		node: 'juheReceiptOcr',
		credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
		items: [item],
		parameters: {
			binaryPropertyName: binaryPropertyName as string,
			output: 'receipt',
			options: { reuseResults: false, keepImage: true, maxConcurrency: 1 },
		},
		...more,
	});
const file = (label: string, fileName = `${label}.png`) => ({
	bytes: labelledPng(label),
	fileName,
});
const base64 = (label: string) => labelledPng(label).toString('base64');
const sent = () => server.requests.map(({ picture }) => picture);

describe.each([
	['default', 'separate'],
	['filesystem', 'separate'],
	['default', 'combined'],
	['filesystem', 'combined'],
] as const)('binary mode %s, %s', (mode, binaryMode) => {
	beforeAll(async () => await useBinaryMode(mode));
	afterAll(async () => await useBinaryMode('default'));
	const ask = async (fields: string[], parameter: unknown) => {
		const files = Object.fromEntries(fields.map((field) => [field, file(`f-${field.length}`)]));
		// Each file is told from the others by its size in the list of names.
		fields.forEach((field, index) => (files[field] = file(`f${index}`)));
		return await run({ files }, parameter, { binaryMode });
	};

	it.each<[string, string[], unknown, string[]]>([
		['a field whose name has a comma', ['a,b', 'a', 'b'], 'a,b', ['f0']],
		['such a field in a list', ['scan, front.png', 'back'], 'back, scan, front.png', ['f1', 'f0']],
		['parts of such a name, where it is none', ['a', 'b'], 'a,b', ['f0', 'f1']],
		['a pattern with a comma', ['a,1', 'a,2', 'b'], 'a,*', ['f0', 'f1']],
		['a name with blanks', ['my scan'], ' my scan ', ['f0']],
		['blanks at the ends of a name', [' data ', 'data'], ' data ', ['f0']],
		['a list as an array', ['a', 'b', 'c'], '={{ ["c", "a"] }}', ['f2', 'f0']],
		['a number', ['7'], '={{ 7 }}', ['f0']],
		['names like properties of every object', ['constructor', 'valueOf'], '*', ['f0', 'f1']],
		['a name like a property of every object', ['toString'], 'toString', ['f0']],
		['a name with brackets and dots', ['a[0].b'], 'a[0].b', ['f0']],
		['a line break in a name', ['a\nb'], '*', ['f0']],
		['each field once', ['a', 'b'], '={{ ["b", "*", "a"] }}', ['f1', 'f0']],
	])('finds %s', async (_, fields, parameter, labels) => {
		const { error } = await ask(fields, parameter);
		expect(error).toBeUndefined();
		expect(sent()).toEqual(labels);
	});

	const source = binaryMode === 'combined' ? '$json._files' : '$binary';
	it.each([
		['={{ Object.keys(SOURCE) }}', ['f0', 'f1']],
		['={{ SOURCE }}', ['f0', 'f1']],
		['={{ Object.values(SOURCE) }}', ['f0', 'f1']],
		['={{ Object.entries(SOURCE) }}', ['f0', 'f1']],
		['={{ SOURCE.b }}', ['f1']],
		['={{ [SOURCE.b, "a"] }}', ['f1', 'f0']],
		['={{ Object.keys(SOURCE).filter((name) => name !== "a") }}', ['f1']],
		['={{ Object.keys(SOURCE).join() }}', ['f0', 'f1']],
		['={{ $input.item }}', ['f0', 'f1']],
		['={{ JSON.stringify(Object.keys(SOURCE)) }}', ['f0', 'f1']],
		['={{ Object.keys(SOURCE) }}\n', ['f0', 'f1']],
	])('takes %s', async (expression, labels) => {
		const { error, items } = await ask(['a', 'b'], expression.replaceAll('SOURCE', source));
		expect(error).toBeUndefined();
		expect(sent()).toEqual(labels);
		expect(items.map(({ json }) => json.sourceField)).toEqual(
			labels.map((label) => ({ f0: 'a', f1: 'b' })[label]),
		);
	});

	it.each([
		['=x{{ SOURCE.a }}', /no binary field "x\[object Object\]"/, /one of these/],
		[
			'={{ SOURCE.c }}',
			/is empty: its expression gives undefined, not the name of a field/,
			/Check/,
		],
		['={{ null }}', /is empty: its expression gives null/, /Check the name/],
		['={{ [] }}', /holds an empty list/, /name of a binary field/],
		[
			'={{ ["a", undefined] }}',
			/is empty: its expression gives (undefined|null)/,
			/Check the name/,
		],
		['={{ true }}', /holds the boolean true instead of the name of a field/, /Check the name/],
		['={{ { a: 1 } }}', /holds an object that describes no file/, /name of a binary field/],
		[
			'={{ ({ fileName: "z.png", mimeType: "image\\/png" }) }}',
			/a file of another item/,
			/name of/,
		],
		['{{ SOURCE.a }}', /holds an expression as plain text/, /from Fixed to Expression/],
		['A', /no binary field "A": it has a, b/, /Write it as "a"/],
		['a*b', /no binary field "a\*b": it has a, b/, /one of these/],
		['https://x.example/a.png?token=t', /holds a web address/, /Image URL/],
		[`"${base64('pasted')}"`, /holds the image itself/, /Base64 Image/],
		[`data:image/png;base64,${base64('pasted')}`, /holds the image itself/, /Base64 Image/],
		[labelledPng('pasted').toString('base64url'), /holds the image itself/, /Base64 Image/],
	])('says what is wrong with %s', async (expression, message, remedy) => {
		const { error } = await ask(['a', 'b'], expression.replaceAll('SOURCE', source));
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(remedy);
		expect(error?.message).not.toMatch(/iVBOR|token/);
	});

	it.each(['*', '={{ Object.keys(SOURCE) }}', '={{ SOURCE }}'])(
		'says of %s that the item has no files',
		async (expression) => {
			const { error } = await ask([], expression.replaceAll('SOURCE', source));
			expect(error?.message).toMatch(/it has no files at all/);
			expect(error?.description).toMatch(/outputs files/);
		},
	);

	it('points to a text of that name in an item without files', async () => {
		const { error } = await run({ json: { data: 'https://…' } }, 'data', { binaryMode });
		expect(error?.description).toMatch(/Image URL or Base64 Image/);
	});

	it('lists few of very many names, and those not whole', async () => {
		const fields = Array.from({ length: 30 }, (_, index) => `${index}-`.padEnd(300, 'x'));
		const { error } = await ask(fields, 'data');
		expect(error?.message).toMatch(/ and 20 more$/);
		expect(error?.message.length).toBeLessThan(1000);
	});
});

describe('a binary made by hand', () => {
	beforeAll(async () => await useBinaryMode('default'));
	const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

	it.each<[string, (label: string) => unknown]>([
		['without a MIME type', (label) => ({ data: base64(label), fileName: 'hand.png' })],
		['with nothing but its content', (label) => ({ data: base64(label) })],
		['with an empty MIME type', (label) => ({ data: base64(label), mimeType: '' })],
		['as a data: URL', (label) => ({ data: `data:image/png;base64,${base64(label)}` })],
		[
			'as a data: URL with a MIME type beside it',
			(label) => ({ data: `data:image/png;base64,${base64(label)}`, mimeType: 'image/png' }),
		],
		['as a Buffer', (label) => ({ data: labelledPng(label), mimeType: 'image/png' })],
		['as a Buffer that went through JSON', (label) => ({ data: json(labelledPng(label)) })],
		['as bytes', (label) => ({ data: new Uint8Array(labelledPng(label)) })],
		['as base64 alone', (label) => base64(label)],
		['as a Buffer alone', (label) => labelledPng(label)],
		[
			'with an id of its own',
			(label) => ({ id: '4711', data: base64(label), mimeType: 'image/png' }),
		],
		[
			"with an id like a store's",
			(label) => ({ id: 'urn:4711', data: base64(label), mimeType: 'image/png' }),
		],
		['with wrong sizes', (label) => ({ data: base64(label), fileSize: '90 GB', bytes: 9e10 })],
		['with a file name that is none', (label) => ({ data: base64(label), fileName: 7 })],
	])('is a file %s', async (kind, make) => {
		const label = `hand-${kind.replace(/\W+/g, '-')}`;
		const { error, items } = await run({ binary: { photo: make(label) } }, 'photo');
		expect(error).toBeUndefined();
		expect(sent()).toEqual([label]);
		const { data, mimeType } = items[0].binary?.photo ?? {};
		expect(Buffer.from(data ?? '', 'base64').equals(labelledPng(label))).toBe(true);
		if (kind !== 'with wrong sizes') expect(mimeType).toBe('image/png');
	});

	it.each(['*', '={{ Object.keys($binary) }}', '={{ $binary }}', '={{ $binary.photo }}'])(
		'without a MIME type is found by %s',
		async (expression) => {
			const { error, items } = await run(
				{ binary: { photo: { data: base64('bare') } } },
				expression,
			);
			expect(error).toBeUndefined();
			expect(items.map(({ json: row }) => row.sourceField)).toEqual(['photo']);
		},
	);

	it('is not taken for another of the same description', async () => {
		const twin = (label: string) => ({
			data: base64(label),
			mimeType: 'image/png',
			fileName: 'x.png',
		});
		const item = { binary: { a: twin('twin-a'), b: twin('twin-b') } };
		const { error } = await run(item, '={{ $binary.b }}');
		expect(error?.message).toMatch(/cannot be told from others of the item: a, b/);
		const whole = await run(item, '={{ $binary }}');
		expect(whole.error).toBeUndefined();
		expect(sent()).toEqual(['twin-a', 'twin-b']);
	});

	it('is read by its field elsewhere in the JSON of the combined mode', async () => {
		const photo = { data: base64('deep'), mimeType: 'image/png', fileName: 'deep.png' };
		const item = { json: { body: { photos: [photo] } } };
		const { error, items } = await run(item, 'body.photos[0]', { binaryMode: 'combined' });
		expect(error).toBeUndefined();
		expect(sent()).toEqual(['deep']);
		expect(items[0].json.sourceFile).toBe('deep.png');
	});

	it('is refused by its length before it is decoded', async () => {
		const { error } = await run(
			{ binary: { data: { data: 'A'.repeat(27e6), bytes: 10 } } },
			'data',
		);
		expect(error?.message).toMatch(/larger than 20 MB and was not read/);
	});

	it.each([
		[{ data: 'filesystem-v2', mimeType: 'image/png' }, /n8n's mark of a stored file/],
		[{ data: '', mimeType: 'image/png' }, /The file is empty/],
		[{ data: 'kein Bild!' }, /The file holds text that is not base64: its character 10 is "!"/],
		[{ mimeType: 'image/png', fileName: 'x.png' }, /no files at all/],
	])('%j: says what is wrong', async (value, message) => {
		const { error } = await run({ binary: { data: value } }, 'data');
		expect(error?.message).toMatch(message);
	});

	it('can be called __proto__', async () => {
		const binary = JSON.parse(`{"__proto__":{"data":"${base64('proto')}"}}`) as TestItem['binary'];
		const { error } = await run({ binary }, '*');
		expect(error).toBeUndefined();
		expect(sent()).toEqual(['proto']);
	});

	it('of null is no file', async () => {
		const { error } = await run({ binary: { data: null } }, 'data');
		expect(error?.message).toMatch(/no files at all/);
	});
});
