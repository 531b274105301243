import { FaultServer, envelope } from '../support/faultServer.mts';
import { bmp, jpegHeader, labelledPng } from '../support/pictures.mts';
import { invoiceExample, receiptExample } from '../support/results.mts';
import { runInEngine, useBinaryMode } from '../support/n8nEngine.mts';

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const pdf = latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n%%EOF\n');

/** Each bad file stands between two good ones: those must come out whatever happens to it. */
async function refusalOf(
	node: 'juheInvoiceOcr' | 'juheReceiptOcr',
	kind: 'juheCloud' | 'selfHosted',
	bytes: Buffer,
) {
	server.reset();
	server.answer = envelope(node === 'juheInvoiceOcr' ? invoiceExample : receiptExample);
	const { items } = await runInEngine({
		node,
		credential: { server: kind, baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
		onError: 'continueRegularOutput',
		parameters: {
			binaryPropertyName: '*',
			output: node === 'juheInvoiceOcr' ? 'invoice' : 'receipt',
			options: { reuseResults: false },
		},
		items: [
			{
				files: {
					first: { bytes: labelledPng('first'), fileName: 'first.png' },
					bad: { bytes, fileName: 'bad.jpg', mimeType: 'image/jpeg' },
					last: { bytes: labelledPng('last'), fileName: 'last.png' },
				},
			},
		],
	});
	expect(items.map(({ json }) => json.sourceField)).toEqual(['first', 'bad', 'last']);
	expect(server.requests.map(({ picture }) => picture).sort()).toEqual(['first', 'last']);
	return items[1].json;
}

it.each([
	['an empty file', Buffer.alloc(0), /^bad\.jpg: The file is empty/],
	['a text named .jpg', latin1('just some text, no picture'), /is not a picture/],
	['a cut-off JPEG', jpegHeader(800, 600, { complete: false }), /JPEG file is cut off/],
	['a JPEG with a broken header', latin1('\xff\xd8\xff\xe0\0'), /JPEG file is damaged/],
	['a GIF', latin1('GIF89a123456'), /is a GIF file, and Juhe Cloud takes only PNG and JPEG/],
	['a PDF', latin1('%PDF-1.7 1 0 obj'), /is a PDF file, and Juhe Cloud takes only PNG and JPEG/],
	['a BMP', bmp(40, 30), /is a BMP file/],
	[
		'3.1 MB of base64',
		labelledPng('large', 40, 30, 2.3e6),
		/has 3\.1 MB after base64 encoding, and Juhe Cloud takes at most 3\.0 MB/,
	],
])('invoices, Juhe Cloud: %s is refused before it is paid for', async (_, bytes, message) => {
	const {
		error,
		message: remedy,
		retryable,
	} = await refusalOf('juheInvoiceOcr', 'juheCloud', bytes);
	expect(error).toMatch(message);
	expect(remedy).toMatch(/\w{3,}.*\.$/);
	expect(retryable).toBe(false);
});

it.each([
	[
		'10 pixels',
		labelledPng('tiny', 10, 10),
		/is 10 x 10 pixels, and Juhe Cloud takes a shortest side of at least 15/,
	],
	[
		'20,000 x 20,000 pixels',
		labelledPng('bomb', 20_000, 20),
		/is 20000 x 20 pixels, and Juhe Cloud takes a longest side of at most 4096/,
	],
	['6.1 MB of base64', labelledPng('large', 40, 30, 4.6e6), /has 6\.1 MB after base64 encoding/],
])('receipts, Juhe Cloud: %s', async (_, bytes, message) => {
	const { error, message: remedy } = await refusalOf('juheReceiptOcr', 'juheCloud', bytes);
	expect(error).toMatch(message);
	expect(remedy).toMatch(/larger picture|Edit Image node \(Resize/);
});

it('Juhe Cloud: the refusal of a PDF says what reads it', async () => {
	const { message: remedy } = await refusalOf('juheInvoiceOcr', 'juheCloud', pdf);
	expect(remedy).toMatch(/self-hosted server.*reads PDFs/);
});

describe("a server of one's own", () => {
	it.each([
		['a PDF', pdf],
		['a PDF behind stray bytes', Buffer.concat([latin1('\r\n'), pdf])],
		['a BMP', bmp(40, 30)],
		['a photo of 15 MB', labelledPng('large', 6000, 8000, 15e6)],
	])('is sent %s by both nodes, byte for byte', async (_, bytes) => {
		for (const [node, result, parameter] of [
			['juheInvoiceOcr', invoiceExample, 'image_base64'],
			['juheReceiptOcr', receiptExample, 'image'],
		] as const) {
			server.reset();
			server.answer = envelope(result);
			const { items, error } = await runInEngine({
				node,
				credential: {
					server: 'selfHosted',
					baseUrl: `${server.url}/`,
					invoiceKey: 'k1',
					receiptKey: 'k2',
				},
				items: [{ files: { data: { bytes, fileName: 'a.bin' } } }],
			});
			expect(error).toBeUndefined();
			expect(items.length).toBeGreaterThan(0);
			const sent = Buffer.from(server.requests[0].form.get(parameter) ?? '', 'base64');
			expect(sent.equals(bytes)).toBe(true);
		}
	});

	it.each([
		[
			'a GIF',
			latin1('GIF89a123456'),
			/is a GIF file, and the self-hosted server takes only PDF, PNG, JPEG and BMP/,
		],
		[
			'10 pixels',
			labelledPng('tiny', 10, 10),
			/the self-hosted server takes a shortest side of at least 15/,
		],
		[
			'more than 20 MB',
			labelledPng('large', 40, 30, 20e6),
			/is larger than 20 MB|has 26\.7 MB after base64 encoding/,
		],
	])('is not sent %s', async (_, bytes, message) => {
		const { error } = await refusalOf('juheReceiptOcr', 'selfHosted', bytes);
		expect(error).toMatch(message);
	});
});

it('skips files that are no pictures where it is told to, and names them in a hint', async () => {
	server.reset();
	server.answer = envelope(invoiceExample);
	const { items, hints, error } = await runInEngine({
		node: 'juheInvoiceOcr',
		credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'k1', receiptKey: '' },
		parameters: { binaryPropertyName: '*', options: { unsupportedFiles: 'skip' } },
		items: [
			{
				files: {
					logo: { bytes: latin1('GIF89a123456'), fileName: 'logo.gif' },
					invoice: { bytes: labelledPng('skip'), fileName: 'invoice.png' },
					terms: { bytes: latin1('%PDF-1.7'), fileName: 'terms.pdf' },
				},
			},
		],
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.sourceFile)).toEqual(['invoice.png']);
	expect(hints).toEqual([expect.objectContaining({ location: 'outputPane' })]);
	expect(hints[0].message).toMatch(/Skipped 2 .*logo\.gif.*terms\.pdf/);
});

it('skips a picture of a few pixels too, as mails have them in their signatures', async () => {
	server.reset();
	server.answer = envelope(receiptExample);
	const { items, hints, error } = await runInEngine({
		node: 'juheReceiptOcr',
		credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: '', receiptKey: 'k2' },
		parameters: {
			binaryPropertyName: '*',
			output: 'receipt',
			options: { unsupportedFiles: 'skip' },
		},
		items: [
			{
				files: {
					pixel: { bytes: labelledPng('pixel', 1, 1), fileName: 'pixel.png' },
					receipt: { bytes: labelledPng('beside-pixel'), fileName: 'receipt.png' },
				},
			},
		],
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.sourceFile)).toEqual(['receipt.png']);
	expect(hints[0].message).toMatch(/Skipped 1 .*pixel\.png.*shortest side of at least 15/);
});
