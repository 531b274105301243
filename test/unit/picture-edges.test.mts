import { invoiceApi } from '../../nodes/JuheInvoiceOcr/invoiceApi.ts';
import { receiptApi } from '../../nodes/JuheReceiptOcr/receiptApi.ts';
import type { RecognitionFailure } from '../../nodes/shared/failure.ts';
import { assertNoNoise, isNoise } from '../../nodes/shared/noise.ts';
import type { OcrApi } from '../../nodes/shared/ocrApi.ts';
import type { PictureFacts } from '../../nodes/shared/pictureFacts.ts';
import { assertWithinLimits } from '../../nodes/shared/pictureLimits.ts';
import type { ServerKind } from '../../nodes/shared/serverKind.ts';

const png = (width: number, height: number, size = 1000): PictureFacts => ({
	size,
	format: 'PNG',
	header: { width, height, complete: true },
});

/** Why a picture is refused; null where it is taken. */
function refusal(facts: PictureFacts, api: OcrApi = receiptApi, server: ServerKind = 'juheCloud') {
	try {
		assertWithinLimits(facts, api, server);
		return null;
	} catch (error) {
		return (error as RecognitionFailure).details;
	}
}

/** Why a picture that the API would take is not sent. */
function noiseOf(facts: PictureFacts) {
	try {
		assertNoNoise(facts);
		return null;
	} catch (error) {
		return (error as RecognitionFailure).details;
	}
}

describe('a picture exactly at a limit is sent, and one beyond it is not', () => {
	it.each([
		['invoices, Juhe Cloud', invoiceApi, 'juheCloud', 2_250_000, /has 3\.0 MB .* at most 3\.0 MB/],
		['receipts, Juhe Cloud', receiptApi, 'juheCloud', 4_500_000, /has 6\.0 MB .* at most 6\.0 MB/],
	] as const)('bytes: %s', (_, api, server, most, message) => {
		expect(refusal(png(400, 600, most), api, server)).toBeNull();
		expect(refusal(png(400, 600, most + 1), api, server)).toMatchObject({
			message: expect.stringMatching(message),
			unsupportedFile: false,
			retry: 'never',
			origin: 'input',
			file: 'unreadable',
		});
	});

	it.each([
		['a shortest side of at least 15', 15, 14],
		['a longest side of at most 4096', 4096, 4097],
	])('pixels: %s, upright or lying', (limit, at, beyond) => {
		expect(refusal(png(at, 400))).toBeNull();
		expect(refusal(png(400, at))).toBeNull();
		expect(refusal(png(beyond, 400))?.message).toMatch(limit);
		expect(refusal(png(400, beyond))?.message).toMatch(limit);
	});

	it('may be passed over where it is too small to be a document, not where it is too large', () => {
		expect(refusal(png(14, 400))?.unsupportedFile).toBe(true);
		expect(refusal(png(4097, 400))?.unsupportedFile).toBe(false);
	});

	it('has no longest side on a server of your own', () => {
		expect(refusal(png(50_000, 400), receiptApi, 'selfHosted')).toBeNull();
		expect(refusal(png(14, 400), receiptApi, 'selfHosted')?.message).toMatch(/at least 15/);
		expect(refusal(png(1, 1), invoiceApi, 'selfHosted')).toBeNull();
	});

	it.each([
		['empty', { size: 0 }, true],
		['of no known kind', { size: 5 }, true],
		['of another format', { size: 5, format: 'GIF' }, true],
		['damaged', { size: 5, format: 'PNG' }, false],
		[
			'cut off',
			{ size: 5, format: 'PNG', header: { width: 400, height: 600, complete: false } },
			false,
		],
	] as const)('a file that is %s: passed over by Skip: %p', (_, facts, unsupportedFile) => {
		expect(refusal(facts)).toMatchObject({ unsupportedFile });
	});
});

describe('a refusal says what is wrong, and what to do', () => {
	const tall = (width: number, size = 5): PictureFacts => png(width, 5000, size);

	it.each<[PictureFacts, OcrApi, ServerKind, message: string, remedy: string]>([
		[{ size: 0 }, receiptApi, 'juheCloud', 'The file is empty', 'Check the node that fetched it'],
		[
			{ size: 5 },
			receiptApi,
			'juheCloud',
			'The file is not a picture: its bytes are of no known picture format',
			'Send a JPEG, PNG or BMP file: the name and type of an attachment can be wrong',
		],
		[
			{ size: 5, format: 'GIF' },
			invoiceApi,
			'juheCloud',
			'The file is a GIF file, and Juhe Cloud takes only PNG and JPEG',
			'Convert it first, for example with an Edit Image node (Format: JPEG); the self-hosted server of this package reads GIFs (Server in the credential)',
		],
		[
			{ size: 5, format: 'DOCX' },
			receiptApi,
			'selfHosted',
			'The file is a DOCX file (a Word document), and the self-hosted server takes only PDF, OFD, XML, ZIP, PNG, JPEG, BMP, WEBP, TIFF, GIF, HEIC and AVIF',
			'Print it to PDF, or save it as one, and send that',
		],
		[
			{ size: 5, format: 'PNG' },
			receiptApi,
			'selfHosted',
			'The PNG file is damaged: its header cannot be read',
			'Fetch it again',
		],
		[
			{ size: 5, format: 'BMP', header: { width: 400, height: 600, complete: false } },
			receiptApi,
			'juheCloud',
			'The BMP file is cut off: its end is missing',
			'Fetch it again',
		],
		[
			tall(14),
			receiptApi,
			'selfHosted',
			'The picture is 14 x 5000 pixels, and the self-hosted server takes a shortest side of at least 15',
			'Send a larger picture of the document',
		],
		[
			tall(400),
			receiptApi,
			'juheCloud',
			'The picture is 400 x 5000 pixels, and Juhe Cloud takes a longest side of at most 4096',
			'Make it smaller first, for example with an Edit Image node (Resize, 4096 x 4096, Only if Larger)',
		],
		[
			tall(400, 5e6),
			receiptApi,
			'juheCloud',
			'The picture has 6.7 MB after base64 encoding, and Juhe Cloud takes at most 6.0 MB',
			'Make it smaller first, for example with an Edit Image node (Resize, Only if Larger)',
		],
	])('%j', (facts, api, server, message, remedy) => {
		expect(refusal(facts, api, server)).toMatchObject({ message, remedy });
	});

	it('and whether the file may be a document', () => {
		expect(refusal(png(14, 200))?.file).toBe('noise');
		expect(refusal(tall(400))?.file).toBe('unreadable');
	});
});

it('a file whose pages have their sizes deep inside is sent without a header', () => {
	for (const format of ['PDF', 'OFD', 'HEIC'] as const)
		expect(refusal({ size: 5, format }, receiptApi, 'selfHosted')).toBeNull();
});

describe('where a document begins, to the pixel', () => {
	const noise = (width: number, height: number, animated?: boolean) =>
		isNoise({ size: 1, format: 'PNG', header: { width, height, complete: true, animated } });

	it.each([
		['299 pixels at the most', 299, 299, true],
		['300 pixels', 300, 300, false],
		['a lying one of 159', 390, 159, true],
		['a lying one of 160', 390, 160, false],
		['a standing one of 119', 119, 600, true],
		['a standing one of 120', 120, 600, false],
		['a square one', 300, 300, false],
		['two and a half times as wide, 239 high', 598, 239, true],
		['not quite so wide', 597, 239, false],
		['two and a half times as wide, 240 high', 600, 240, false],
	])('%s', (_, width, height, expected) => expect(noise(width, height)).toBe(expected));

	it('none begins in what moves', () => {
		expect(noise(800, 600, true)).toBe(true);
		expect(noise(800, 600, false)).toBe(false);
	});

	it('a document passes, and noise says its size and what to do', () => {
		expect(() => assertNoNoise(png(300, 300))).not.toThrow();
		expect(() => assertNoNoise({ size: 1, format: 'VCF' })).not.toThrow();
		expect(() => assertNoNoise(png(299, 20))).toThrow(/^The picture is 299 x 20 pixels, as logos/);
		expect(noiseOf(png(299, 20))).toMatchObject({
			origin: 'input',
			retry: 'never',
			file: 'noise',
			remedy: expect.stringMatching(/send a larger picture of it/),
		});
	});
});
