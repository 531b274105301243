import { sample } from '../../server/testing/process/server-process.mts';
import { FaultServer, envelope } from '../support/fault-server.mts';
import { bmp, gif, jpegHeader, labelledPng, zip } from '../support/pictures.mts';
import { invoiceExample, receiptExample } from '../support/results.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';

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
	['a WEBP', sample('formats/f01-photo.webp'), /is a WEBP file, and Juhe Cloud takes only PNG/],
	['a HEIC', sample('formats/f02-phone.heic'), /is a HEIC file \(an iPhone's photo\), and Juhe/],
	['a TIFF', sample('formats/f03-two-pages.tif'), /is a TIFF file, and Juhe Cloud takes only PNG/],
	['an AVIF', sample('formats/f04-photo.avif'), /is an? AVIF file, and Juhe Cloud takes only PNG/],
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

it.each([
	['PDF', pdf],
	['HEIC', sample('formats/f02-phone.heic')],
	['TIFF', sample('formats/f03-two-pages.tif')],
])('Juhe Cloud: the refusal of a %s says what reads it', async (format, bytes) => {
	const { message: remedy } = await refusalOf('juheInvoiceOcr', 'juheCloud', bytes);
	expect(remedy).toMatch(new RegExp(`self-hosted server.*reads ${format}s`));
});

describe("a server of one's own", () => {
	it.each([
		['a PDF', pdf],
		['a PDF behind stray bytes', Buffer.concat([latin1('\r\n'), pdf])],
		['a BMP', bmp(40, 30)],
		['a photo of 15 MB', labelledPng('large', 6000, 8000, 15e6)],
		['a WEBP', sample('formats/f01-photo.webp')],
		['a HEIC', sample('formats/f02-phone.heic')],
		['a TIFF', sample('formats/f03-two-pages.tif')],
		['an AVIF', sample('formats/f04-photo.avif')],
		['a GIF', sample('formats/f05-scan.gif')],
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
			'a DOCX',
			zip('word/document.xml'),
			/is a DOCX file \(a Word document\), and the self-hosted server takes only PDF, OFD, XML, ZIP, PNG, JPEG, BMP, WEBP, TIFF, GIF, HEIC and AVIF/,
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

describe('Unsupported Files', () => {
	const files = {
		pixel: { bytes: labelledPng('pixel', 1, 1), fileName: 'pixel.png' },
		smiley: { bytes: gif(24, 24, { loop: true }), fileName: 'smiley.gif' },
		logo: { bytes: labelledPng('logo', 220, 70), fileName: 'logo.png' },
		receipt: { bytes: labelledPng('receipt', 480, 640), fileName: 'receipt.png' },
		scan: { bytes: gif(1240, 1754), fileName: 'scan.gif' },
		twin: { bytes: zip('OFD.xml'), fileName: 'twin.ofd' },
		data: { bytes: Buffer.from('<?xml version="1.0"?><EInvoice>'), fileName: 'data.xml' },
		broken: { bytes: jpegHeader(800, 600, { complete: false }), fileName: 'broken.jpg' },
	};

	/** What becomes of all files, by the value of the option. */
	async function outcomes(unsupportedFiles: string) {
		server.reset();
		server.answer = envelope(receiptExample);
		const { items, hints, error } = await runInEngine({
			node: 'juheReceiptOcr',
			credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: '', receiptKey: 'k2' },
			onError: 'continueRegularOutput',
			parameters: {
				binaryPropertyName: '*',
				output: 'receipt',
				options: { unsupportedFiles, reuseResults: false },
			},
			items: [{ files }],
		});
		expect(error).toBeUndefined();
		const names = (wanted: (json: Record<string, unknown>) => unknown) =>
			items.filter(({ json }) => wanted(json)).map(({ json }) => json.sourceFile);
		return {
			sent: server.requests.map(({ picture }) => picture).sort(),
			failed: names(({ error }) => error),
			noise: names(({ noise }) => noise),
			unreadable: names(({ unreadable }) => unreadable),
			hint: hints[0]?.message ?? '',
			items,
		};
	}

	it('Fail sends every picture that the API takes, and tells logos from documents', async () => {
		const { sent, failed, noise, unreadable, hint, items } = await outcomes('fail');
		expect(sent).toEqual(['logo', 'receipt']);
		expect(noise).toEqual(['pixel.png', 'smiley.gif']);
		expect(unreadable).toEqual(['scan.gif', 'twin.ofd', 'data.xml', 'broken.jpg']);
		expect(failed).toEqual([...noise, ...unreadable]);
		expect(hint).toBe('');
		expect(Object.keys(items[0].json).slice(-2)).toEqual(['noise', 'unreadable']);
	});

	it('Skip passes over logos and files of other kinds, and names each in the hint', async () => {
		const { sent, failed, hint } = await outcomes('skip');
		expect(sent).toEqual(['receipt']);
		expect(failed).toEqual(['broken.jpg']);
		expect(hint).toMatch(/^Skipped 6 .*pixel\.png.*smiley\.gif.*logo\.png: .*220 x 70/);
		expect(hint).toMatch(/scan\.gif: .*twin\.ofd: .*an OFD file.*data\.xml: .*an XML file/);
	});

	it('Skip Logos Only passes over logos alone; each document that cannot be read is an error', async () => {
		const { sent, failed, unreadable, hint, items } = await outcomes('skipNoise');
		expect(sent).toEqual(['receipt']);
		expect(failed).toEqual(['scan.gif', 'twin.ofd', 'data.xml', 'broken.jpg']);
		expect(unreadable).toEqual(failed);
		expect(hint).toMatch(/^Skipped 3 .*pixel\.png: .*at least 15.*smiley\.gif.*logo\.png/);
		for (const { json } of items.slice(1)) expect(json.message).toMatch(/\w{3,}.*\.$/);
	});

	it.each([
		['an OFD', zip('OFD.xml'), /an OFD file/, /export the page as a picture|PDF/],
		['an XML', Buffer.from('<?xml version="1.0"?><EInvoice>'), /an XML file/, /ask the sender/],
		['a DOCX', zip('word/document.xml'), /a DOCX file/, /Save its pages as pictures/],
		['a ZIP', zip('scan.jpg'), /a ZIP file/, /Unpack/],
		['a HEIC', latin1('\0\0\0\x18ftypheic\0\0'), /a HEIC file/, /JPEG/],
	])('%s is named by its bytes, with what to do', async (_, bytes, error, remedy) => {
		const refusal = await refusalOf('juheReceiptOcr', 'juheCloud', bytes);
		expect(refusal).toMatchObject({
			error: expect.stringMatching(error),
			message: expect.stringMatching(remedy),
			noise: false,
			unreadable: true,
		});
	});
});
