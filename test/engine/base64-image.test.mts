import { createHash } from 'node:crypto';

import { FaultServer, envelope } from '../support/fault-server.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import { jpegHeader } from '../support/pictures.mts';
import { receiptExample } from '../support/results.mts';

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => {
	server.reset();
	server.answer = envelope(receiptExample);
});

const run = async (image: unknown, imageSource = 'base64', expression = '={{ $json.image }}') =>
	await runInEngine({
		node: 'juheReceiptOcr',
		credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
		items: [{ json: { image: image as string } }],
		parameters: {
			imageSource,
			[imageSource === 'url' ? 'imageUrl' : 'imageBase64']: expression,
			output: 'receipt',
			options: { reuseResults: false, keepImage: true },
		},
	});

/** A JPEG with content like a photo's, whose base64 has padding and, a multiple of four, plus signs. */
function photo(): Buffer {
	const head = jpegHeader(400, 300);
	for (let length = 3000; ; length++) {
		const noise = Buffer.alloc(length);
		for (let index = 0; index < length; index++)
			noise[index] = createHash('sha256').update(`${index}`).digest()[0] & 0x7f;
		const bytes = Buffer.concat([head.subarray(0, -2), noise, head.subarray(-2)]);
		const text = bytes.toString('base64');
		if (text.split('+').length % 4 === 1 && text.endsWith('=')) return bytes;
	}
}
const picture = photo();
const base64 = picture.toString('base64');
const hex = picture.toString('hex');
const percent = [...picture].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const inLines = (text: string, width: number, by: string) =>
	text.match(new RegExp(`.{1,${width}}`, 'g'))!.join(by);

const forms: Array<[string, unknown]> = [
	['with blanks instead of plus signs', base64.replace(/\+/g, ' ')],
	['in lines that became blanks', inLines(base64, 76, ' ')],
	['in lines of 64', inLines(base64, 64, '\n')],
	['in lines with indentation', inLines(base64, 64, ' \r\n\t  ')],
	['without padding', base64.replace(/=+$/, '')],
	['with blanks for plus signs and no padding', base64.replace(/\+/g, ' ').replace(/=+$/, '')],
	['in the URL-safe alphabet', picture.toString('base64url')],
	['in both alphabets', base64.replace('+', '-')],
	['percent-encoded', encodeURIComponent(base64)],
	['in double quotes', `"${base64}"`],
	['in single quotes', `'${base64}'`],
	["as Python's bytes", `b'${base64}'`],
	['as JSON with escaped slashes', JSON.stringify(base64).replaceAll('/', '\\/')],
	['as JSON with escaped line ends', JSON.stringify(inLines(base64, 76, '\r\n'))],
	['as JSON with escaped plus signs', `"${base64.replaceAll('+', '\\u002B')}"`],
	['as a data: URL', `data:image/jpeg;base64,${base64}`],
	['as a data: URL in capitals', `DATA:IMAGE/JPEG;BASE64,${base64}`],
	[
		'as a data: URL with parameters',
		`data:image/jpeg;name="a, b.jpg";charset=utf-8;base64,${base64}`,
	],
	['as a data: URL without a type', `data:;base64,${base64}`],
	['as a data: URL with a blank', `data:image/jpeg; base64, ${base64}`],
	['as a quoted data: URL', `"data:image/jpeg;base64,${base64}"`],
	[
		'as a data: URL with blanks for plus signs',
		`data:image/jpeg;base64,${base64.replace(/\+/g, ' ')}`,
	],
	['as a data: URL without its scheme', `image/jpeg;base64,${base64}`],
	['as the end of a data: URL', `base64,${base64}`],
	['as a data: URL without its flag', `data:image/jpeg,${base64}`],
	['as a percent-encoded data: URL', `data:image/jpeg,${percent}`],
	['as hexadecimal digits', hex],
	['as hexadecimal digits in capitals', hex.toUpperCase()],
	['as hexadecimal digits with 0x', `0x${hex}`],
	["as PostgreSQL's bytea", `\\x${hex}`],
	['as a list of one', [base64]],
	['as a Buffer that went through JSON', JSON.parse(JSON.stringify(picture))],
	['as a file made by hand', { data: base64, mimeType: 'image/jpeg' }],
];

it.each(forms)('Base64 Image: reads the image %s', async (_, image) => {
	const { error, items } = await run(image);
	expect(error).toBeUndefined();
	expect(server.requests).toHaveLength(1);
	const { data = '', mimeType } = items[0].binary?.data ?? {};
	expect(Buffer.from(data, 'base64').equals(picture)).toBe(true);
	expect(mimeType).toBe('image/jpeg');
});

it.each(forms.filter(([, image]) => typeof image === 'string' && /^"?data:/i.test(image)))(
	'Image URL: reads the image %s',
	async (_, image) => {
		const { error, items } = await run(image, 'url');
		expect(error).toBeUndefined();
		expect(Buffer.from(items[0].binary?.data.data ?? '', 'base64').equals(picture)).toBe(true);
		expect(items[0].json.sourceFile).toBeNull();
	},
);

it.each<[string, unknown, RegExp]>([
	['nothing', undefined, /is empty: its expression gives undefined/],
	['null', null, /is empty: its expression gives null/],
	['the text undefined', 'undefined', /is empty: its expression gives undefined/],
	['the text null', ' null ', /is empty: its expression gives null/],
	['[object Object]', '[object Object]', /holds an object instead of/],
	['an object', { a: 1 }, /holds an object instead of/],
	['a number', 42, /holds the number 42 instead of/],
	['texts', [base64, base64], /holds a list of 2 values instead of/],
	['an empty list', [], /holds a list of 0 values instead of/],
	['an expression as text', '{{ $json.image }}', /holds an expression as plain text/],
])('Base64 Image and Image URL say that they hold %s', async (_, image, message) => {
	for (const source of ['base64', 'url']) {
		const { error } = await run(image, source);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/\w{3,}/);
	}
});

it.each<[string, unknown, RegExp, RegExp]>([
	['a web address', 'https://x.example/a.png?token=t0ken', /holds a web address/, /Image URL/],
	["n8n's mark", 'filesystem-v2', /n8n's mark of a stored file/, /Binary Field/],
	['a file', { mimeType: 'image/jpeg', fileName: 'x.png' }, /holds a file/, /Binary Field/],
	['a foreign character', `${base64.slice(0, 10)}*${base64}`, /its character 11 is "\*"/, /base64/],
	['text behind the padding', `${base64}!`, /not base64/, /base64/],
	['a lost character', base64.slice(0, 101), /cut off or has lost characters: it has 101/, /whole/],
	['a prefix alone', ' data:image/jpeg;base64,', /data: URL without content/, /node/],
	['quotes alone', '""', /holds no image/, /base64/],
	['a data: URL without a comma', 'data:image/jpeg;base64', /without the comma/, /whole/],
	['an empty data: URL', 'data:,', /data: URL without content/, /node/],
	['a JPEG read as text', picture.toString().slice(0, 500), /the bytes of a file as text/, /File/],
	['a PDF read as text', '%PDF-1.7\n1 0 obj', /the bytes of a file as text/, /File/],
	['an SVG', 'data:image/svg+xml,%3Csvg%20xmlns=""/%3E', /is an SVG file/, /Convert/],
	['a page', 'data:text/html,<html></html>', /is an HTML file/, /web page/],
])('Base64 Image says what is wrong with %s', async (_, image, message, remedy) => {
	const { error } = await run(image);
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(remedy);
	expect(error?.message).not.toMatch(/9j.4|t0ken/);
	expect(server.requests).toEqual([]);
});

it.each([
	['base64', () => 'QUJD'.repeat(7e6)],
	['base64 in lines', () => 'QUJD\n'.repeat(7e6)],
	['a data: URL', () => `data:image/jpeg;base64,${'QUJD'.repeat(7e6)}`],
	['percent-encoded bytes', () => `data:image/jpeg,${'%41'.repeat(20_000_001)}`],
	['digits', () => `ffd8ffe0${'00'.repeat(20e6)}`],
])('is not decoded where it is more than 20 MB: %s', async (_, image) => {
	const { error } = await run('', 'base64', image());
	expect(error?.message).toMatch(/larger than 20 MB and was not read/);
});
