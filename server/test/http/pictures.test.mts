import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import {
	blackPng,
	densePage,
	endlessRuns,
	frameFlood,
	packedNotes,
	runLengthBmp,
	segmentFlood,
} from '../../testing/pictures/attack.mts';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';
import { greyJpeg, progressiveJpeg, twoFacedJpeg } from '../../testing/pictures/jpeg.mts';
import { encodeBmp, type BmpKind } from '../../testing/pictures/pictures.mts';

const invoicePath = '/invoice_general_ocr/query';
const receiptPath = '/shoppingReceipt/query';
const key = 'demo';
const receipt = () => sharp(sample('receipts/r02-convenience.jpg'));
const expected = { error_code: 0, result: { data: { shop_name: '好邻角便利' } } };

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '1', '--deadline', '300']);
});
afterAll(() => server.stop());

const postReceipt = (picture: Buffer) => server.postFile('receipt', picture);
const postInvoice = (picture: Buffer) => server.postFile('invoice', picture);

describe('kinds of pictures', () => {
	it.each([
		['CMYK', (picture: Sharp) => picture.toColourspace('cmyk').jpeg()],
		['progressive', (picture: Sharp) => picture.jpeg({ progressive: true })],
		['grey', (picture: Sharp) => picture.greyscale().png()],
		['grey 16-bit', (picture: Sharp) => picture.toColourspace('grey16').png()],
		['16-bit', (picture: Sharp) => picture.toColourspace('rgb16').png()],
		['palette', (picture: Sharp) => picture.png({ palette: true })],
		['transparent', (picture: Sharp) => picture.unflatten().png()],
	])('reads a %s picture', async (_, convert) => {
		const { body } = await postReceipt(await convert(receipt()).toBuffer());
		expect(body).toMatchObject(expected);
	});

	it.each<BmpKind>(['8-bit grey', '16-bit', '24-bit', '32-bit', '1-bit'])(
		'reads a BMP: %s',
		async (kind) => {
			const { body } = await postReceipt(await encodeBmp(receipt(), kind));
			expect(body).toMatchObject(expected);
		},
	);

	it('takes a BMP at both APIs', async () => {
		const blank = sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } });
		const bmp = await encodeBmp(blank, '24-bit');
		expect((await postInvoice(bmp)).body.error_code).toBe(253202);
		expect((await postReceipt(bmp)).body.error_code).toBe(200002);
	});
});

/** A photo as a phone takes it, on its side: sensor noise keeps it from getting small. */
async function photo(width: number, height: number, quality: number): Promise<Buffer> {
	const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
	const grain = await sharp({
		create: { width: 512, height: 512, channels: 3, background: 'grey', noise },
	})
		.png()
		.toBuffer();
	return await receipt()
		.resize({ width, height, fit: 'contain', background: '#997755' })
		.composite([{ input: grain, tile: true, blend: 'overlay' }])
		.jpeg({ quality })
		.withMetadata({ orientation: 6 })
		.toBuffer();
}

describe('big photos', () => {
	it('reads a photo of nearly 20 MB in under 600 MB', async () => {
		const picture = await photo(4600, 6900, 98);
		expect(picture.length).toBeGreaterThan(17e6);
		expect(picture.length).toBeLessThan(20e6);
		expect((await postReceipt(picture)).body.error_code).toBe(0);
		for (const pid of server.workers) {
			const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
			expect(Number(peak) * 1024).toBeLessThan(600e6);
		}
	});

	it('reads a picture that is longer than 4096 pixels', async () => {
		const { body } = await postReceipt(await receipt().resize({ height: 5000 }).jpeg().toBuffer());
		expect(body).toMatchObject(expected);
	});
});

describe('pictures that are made to take more than they should', () => {
	const size = { width: 400, height: 300 };
	const bad = [253201, 200001];
	const nothing = [253202, 200002];
	const cases: Array<[name: string, codes: number[], picture: () => Buffer]> = [
		['a JPEG of FF CF 00 02', bad, () => frameFlood(4e6)],
		['a JPEG of empty segments', bad, () => frameFlood(4e6, 0xe1)],
		['a JPEG that ends in them', bad, () => greyJpeg({ ...size, after: segmentFlood(2e6) })],
		['a JPEG of 2 components', bad, () => greyJpeg({ ...size, sampling: [17, 17] })],
		['a lossless JPEG', bad, () => greyJpeg({ ...size, marker: 0xc3 })],
		['a JPEG of two sizes', bad, () => twoFacedJpeg(size, { width: 9000, height: 9000 })],
		['a JPEG of 65,500 x 15', bad, () => greyJpeg({ width: 65_500, height: 15 })],
		['a JPEG of 3,000 scans', bad, () => progressiveJpeg({ ...size, scans: 3_000 })],
		['a PNG of 15 x 6,600,000', bad, () => blackPng({ width: 15, height: 6_600_000 })],
		['a PNG of two colours of 16 bits', bad, () => blackPng({ ...size, depth: 16, colorType: 3 })],
		[
			'a PNG with 2 GB of notes',
			nothing,
			() => blackPng({ ...size, notes: packedNotes(40, 50e6) }),
		],
		['a JPEG of 20,000 x 100', nothing, () => greyJpeg({ width: 20_000, height: 100 })],
		['a JPEG of 100 scans', nothing, () => progressiveJpeg({ ...size, scans: 99 })],
		[
			'a page covered with small digits',
			bad,
			() => densePage({ width: 2000, height: 2000, pitch: 20, dot: 2, length: 25 }),
		],
		['a BMP of endless runs', nothing, () => runLengthBmp(size, endlessRuns(2e6))],
	];

	it.each(cases)('answers %s as what it is, and keeps its worker', async (_, codes, make) => {
		const workers = server.workers;
		const picture = make();
		const answers = [await postInvoice(picture), await postReceipt(picture)];
		expect(answers.map(({ body }) => body.error_code)).toEqual(codes);
		expect(server.workers).toEqual(workers);
	});

	it('takes no more than a worker may', () => {
		for (const pid of server.workers) {
			const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
			expect(Number(peak) * 1024).toBeLessThan(800e6);
		}
	});

	it('would lose a worker before the service, were the memory used up', () => {
		for (const pid of server.workers) {
			expect(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8').trim()).toBe('500');
		}
	});
});

it('refuses base64 of another alphabet, at the right place', async () => {
	const picture = (await receipt().resize(60).png().toBuffer()).toString('base64');
	for (const [place, char] of [
		[900, '-'],
		[1001, '_'],
		[1202, '='],
	] as const) {
		const changed = picture.slice(0, place) + char + picture.slice(place + 1);
		const { body } = await server.post(receiptPath, { key, image: changed });
		expect(body).toMatchObject({
			error_code: 200001,
			reason: expect.stringContaining(`unexpected character at position ${place + 1}`),
		});
	}
});

describe('--max-picture', () => {
	let small: ServerProcess;
	beforeAll(async () => {
		small = await ServerProcess.start({ JUHE_OCR_MAX_PICTURE: '1' }, ['--workers', '1']);
	});
	afterAll(() => small.stop());

	it('holds the largest picture, at both APIs', async () => {
		const fits = 4 * Math.ceil(1e6 / 3);
		for (const [path, name] of [
			[invoicePath, 'image_base64'],
			[receiptPath, 'image'],
		]) {
			const answerTo = async (length: number) =>
				(await small.post(path, { key, [name]: 'A'.repeat(length) })).body.reason;
			expect(await answerTo(fits)).toMatch(/not a picture/);
			expect(await answerTo(fits + 1)).toBe(
				`查询参数错误: ${name} is ${fits + 1} characters, at most ${fits}`,
			);
		}
	});

	it('takes a form in which every character is percent-encoded, and none that is larger', async () => {
		const encoded = '%41'.repeat(4 * Math.ceil(1e6 / 3));
		const { body } = await small.post(receiptPath, `key=demo&image=${encoded}`);
		expect(body.reason).toMatch(/not a picture/);
		const larger = await small.post(receiptPath, `key=demo&image=${encoded}${'A'.repeat(1e5)}`);
		expect(larger.status).toBe(200);
		expect(larger.body).toMatchObject({
			error_code: 200001,
			reason: expect.stringMatching(/too large/),
		});
	});
});
