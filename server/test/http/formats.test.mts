import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import type { InvoiceField } from '../../src/documents/invoice.mts';
import type { Location } from '../../src/documents/location.mts';
import type { ReceiptData } from '../../src/documents/receipt.mts';
import { compareInvoice, compareReceipt, type Truth } from '../../testing/accuracy/compare.mts';
import { zip } from '../../testing/files/zip.mts';
import {
	manyGifFrames,
	manyWebpFrames,
	turnedHeic,
	withSides,
} from '../../testing/pictures/frames.mts';
import { tiff } from '../../testing/pictures/tiff.mts';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';

const key = 'demo';
const receiptApi = { path: '/shoppingReceipt/query', name: 'image' };
const invoiceApi = { path: '/invoice_general_ocr/query', name: 'image_base64' };

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '1', '--deadline', '300']);
});
afterAll(() => server.stop());

const post = async ({ path, name }: typeof receiptApi, file: Buffer, page?: string) =>
	(await server.post(path, { key, [name]: file.toString('base64'), ...(page && { page }) })).body;

interface Several {
	documents?: Array<{ page: number }>;
	pageCount?: number;
	pagesLeftOut?: number;
	leftOut?: string[];
}
type Receipt = ReceiptData & Several;
type Invoice = { invoice_general_infos: InvoiceField[] } & Several;

async function readReceipt(file: Buffer): Promise<Receipt> {
	const body = await post(receiptApi, file);
	expect(body).toMatchObject({ error_code: 0 });
	return (body.result as { data: Receipt }).data;
}

async function readInvoice(file: Buffer, page?: string): Promise<Invoice> {
	const body = await post(invoiceApi, file, page);
	expect(body).toMatchObject({ error_code: 0 });
	return body.result as Invoice;
}

const boxOf = ({ location }: Receipt): readonly number[] => {
	const { shop_name: place } = location as Record<string, Location | undefined>;
	return place?.box ?? [];
};

/** Boxes are alike within a hundredth of the picture. */
function expectAlike(box: readonly number[], expected: readonly number[]): void {
	expect(box).toHaveLength(4);
	expect(Math.max(...box.map((at, i) => Math.abs(at - expected[i])))).toBeLessThan(10);
}

const truthOf = (id: string) =>
	(JSON.parse(sample(`formats/${id}.json`).toString()) as { documents: Truth[] }).documents;
const [scanned, photographed] = ['f03-two-pages.tif', 'f02-phone.heic'].map((name) =>
	sample(`formats/${name}`),
);
const numberOf = ({ invoice_general_infos: infos }: Invoice) =>
	infos.find(({ name }) => name === '发票号码')?.value;
const numbers = truthOf('f03-two-pages').map(({ fields }) => fields.发票号码);

describe('the samples', () => {
	it.each(['f01-photo.webp', 'f02-phone.heic', 'f04-photo.avif', 'f05-scan.gif'])(
		'reads what is on %s',
		async (name) => {
			const [truth] = truthOf(name.split('.')[0]);
			const { counted, misses } = compareReceipt(
				truth,
				await readReceipt(sample(`formats/${name}`)),
			);
			expect(counted.length).toBeGreaterThan(10);
			expect(misses.length / counted.length).toBeLessThan(0.06);
		},
	);

	it.each([1, 2])('reads page %p of a TIFF', async (page) => {
		const { invoice_general_infos: infos } = await readInvoice(scanned, String(page));
		const fields = infos.map((info) => ({ ...info, confidence: 1, location: null }));
		const { misses, counted } = compareInvoice(truthOf('f03-two-pages')[page - 1], fields);
		expect(misses.length / counted.length).toBeLessThan(0.06);
	});
});

describe('a TIFF', () => {
	it('gives its first page where none is asked for, and all where they are', async () => {
		expect(numberOf(await readInvoice(scanned))).toBe(numbers[0]);
		const all = await readInvoice(scanned, 'all');
		expect(all.pageCount).toBe(2);
		expect(all.documents?.map(({ page }) => page)).toEqual([1, 2]);
		expect(all.documents?.map((one) => numberOf(one as unknown as Invoice))).toEqual(numbers);
	});

	it('has no page behind its last', async () => {
		const body = await post(invoiceApi, scanned, '3');
		expect(body).toMatchObject({ error_code: 253201, reason: /./ });
		expect(body.reason).toMatch(/no page 3: it has 2 pages/);
	});

	it('gives the pages that are whole where another is not, and says which', async () => {
		const second = scanned.readUInt32LE(4);
		const entries = scanned.readUInt16LE(second);
		const broken = Buffer.from(scanned);
		// Where its next directory stands: behind the end of the file.
		broken.writeUInt32LE(0x7fffffff, second + 2 + entries * 12);
		const all = await readInvoice(broken, 'all');
		expect(numberOf(all)).toBe(numbers[0]);
		expect(all).toMatchObject({ pageCount: 2, pagesLeftOut: 1 });
		expect(all.leftOut?.join()).toMatch(/page 2: the TIFF is broken or cut off/);
	});

	it('is read in a ZIP, page by page', async () => {
		const packed = zip([
			{ name: 'a.tif', content: scanned },
			{ name: 'b.webp', content: await sharp(sample('invoices/i02-fujian.jpg')).webp().toBuffer() },
		]);
		const all = await readInvoice(packed, 'all');
		expect(all.documents?.map(({ page }) => page)).toEqual([1, 2, 3]);
	});
});

describe('one picture of several in a file', () => {
	it.each(['webp', 'gif'] as const)('is the first of a moving %s', async (format) => {
		const pages = await Promise.all(
			['invoices/i02-fujian.jpg', 'invoices/i10-hainan-hotel.jpg'].map(
				async (name) =>
					await sharp(sample(name))
						.resize({ width: 1400, height: 1000, fit: 'contain', background: 'white' })
						.png()
						.toBuffer(),
			),
		);
		const moving = await sharp(pages, { join: { animated: true } })
			.toFormat(format)
			.toBuffer();
		expect(numberOf(await readInvoice(moving))).toBe('07316290');
		const body = await post(invoiceApi, moving, '2');
		expect(body.error_code).toBe(253201);
		expect(body.reason).toMatch(
			`page is 2, and the picture is a ${format}: only a PDF, TIFF, OFD or ZIP has pages`,
		);
	});
});

describe('places', () => {
	const upright = sample('receipts/r02-convenience.jpg');
	let expected: readonly number[];
	beforeAll(async () => {
		expected = boxOf(await readReceipt(upright));
	});

	it.each([
		['WEBP', async (picture: Sharp) => await picture.webp().toBuffer()],
		['TIFF', async (picture: Sharp) => await picture.tiff({ compression: 'lzw' }).toBuffer()],
		['AVIF', async (picture: Sharp) => await picture.avif({ quality: 70 }).toBuffer()],
	])('are those of the picture as a viewer shows it: a %s on its side', async (_, encode) => {
		const lying = await sharp(upright).rotate(270).png().toBuffer();
		const turned = await readReceipt(await encode(sharp(lying).withMetadata({ orientation: 6 })));
		expect(turned.shop_name).toBe('好邻角便利');
		expectAlike(boxOf(turned), expected);
	});

	it('are those of a HEIC as it is to be turned', async () => {
		const asTaken = await readReceipt(photographed);
		const turned = await readReceipt(turnedHeic(photographed, 2));
		expect(turned.shop_name).toBe(asTaken.shop_name);
		const [left, top, right, bottom] = boxOf(asTaken);
		expectAlike(boxOf(turned), [1000 - right, 1000 - bottom, 1000 - left, 1000 - top]);
	});
});

describe('files that are made to take more than they should', () => {
	const bad = [253201, 200001];
	const nothing = [253202, 200002];
	const blank = () =>
		sharp({ create: { width: 60, height: 60, channels: 3, background: 'white' } });
	const flat = (width: number, height: number) =>
		sharp({ create: { width, height, channels: 3, background: 'white' } });
	const cases: Array<[name: string, codes: number[], make: () => Promise<Buffer> | Buffer]> = [
		[
			'a WEBP of 200,000 frames',
			nothing,
			async () => {
				const pages = [await blank().png().toBuffer(), await blank().negate().png().toBuffer()];
				const moving = await sharp(pages, { join: { animated: true } })
					.webp()
					.toBuffer();
				return manyWebpFrames(moving, 200_000);
			},
		],
		[
			'a GIF of a million frames',
			nothing,
			async () => manyGifFrames(await blank().gif().toBuffer(), 1e6),
		],
		['a GIF of 36 million pixels', bad, async () => await flat(6000, 6000).gif().toBuffer()],
		[
			'a WEBP of 36 million pixels',
			bad,
			async () => await flat(6000, 6000).webp({ effort: 0 }).toBuffer(),
		],
		[
			'a WEBP of 20 million pixels',
			nothing,
			async () => await flat(4500, 4500).webp({ lossless: true }).toBuffer(),
		],
		[
			'an AVIF of 12 million pixels',
			nothing,
			async () => await flat(4000, 3000).avif({ effort: 0 }).toBuffer(),
		],
		['a HEIC of other sides', bad, () => withSides(photographed, 4000, 3000)],
		['a HEIC of 2 billion pixels', bad, () => withSides(photographed, 50_000, 40_000)],
		['a HEIC larger than it says', bad, () => withSides(photographed, 60, 60)],
		[
			'a HEIC of noise',
			bad,
			() => Buffer.concat([photographed.subarray(0, 900), Buffer.alloc(5e6, 7)]),
		],
		[
			'a TIFF of 100 million pixels in a strip of fax',
			nothing,
			async () =>
				await sharp({ create: { width: 9900, height: 9900, channels: 3, background: 'white' } })
					.toColourspace('b-w')
					.tiff({ compression: 'ccittfax4', bitdepth: 1 })
					.toBuffer(),
		],
		[
			'a TIFF of a large tile',
			bad,
			() => tiff({ entries: { 322: 60_000, 323: 60_000, 324: 8, 325: 8 } }),
		],
		[
			'a TIFF of 5,000 pages that lead nowhere',
			bad,
			() => tiff(...new Array<object>(6_000).fill({})),
		],
		['a TIFF of 10 x 10 pixels', [253202, 200001], () => tiff({ width: 10, height: 10 })],
	];

	it.each(cases)('answers %s as what it is, and keeps its worker', async (_, codes, make) => {
		const workers = server.workers;
		const file = await make();
		const answers = [await post(invoiceApi, file), await post(receiptApi, file)];
		expect(answers.map(({ error_code }) => error_code)).toEqual(codes);
		expect(server.workers).toEqual(workers);
	});

	it('takes no more than a worker may', () => {
		for (const pid of server.workers) {
			const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
			expect(Number(peak) * 1024).toBeLessThan(800e6);
		}
	});
});
