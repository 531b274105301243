import sharp, { type Sharp } from 'sharp';
import { decode } from '../../src/image/decode.mts';
import { readHeader } from '../../src/image/header.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import { stillGif } from '../../src/image/gif.mts';
import { shrinkPlane } from '../../src/image/heic/shrink-plane.mts';
import { countTiffPages, tiffPage } from '../../src/image/tiff/pages.mts';
import { stillWebp } from '../../src/image/webp.mts';
import { manyGifFrames, manyWebpFrames, withSides } from '../../testing/pictures/frames.mts';
import { tiff } from '../../testing/pictures/tiff.mts';
import { sample } from '../../testing/process/server-process.mts';

const red = { r: 220, g: 30, b: 40 };
const size = { width: 90, height: 60 };
const plain = () => sharp({ create: { ...size, channels: 3, background: red } });
/** Red on the left, blue on the right. */
const halves = () =>
	plain().composite([
		{
			input: { create: { width: 45, height: 60, channels: 3, background: 'blue' } },
			left: 45,
			top: 0,
		},
	]);
const heic = sample('formats/f02-phone.heic');
const avif = sample('formats/f04-photo.avif');

/** The mean colour of a corner of a picture, in tens. */
async function cornerOf(picture: Buffer, place: 'left' | 'right' = 'left'): Promise<number[]> {
	const { width, data } = await decode(picture);
	const x = place === 'left' ? 5 : width - 5;
	return [...data.subarray((5 * width + x) * 3, (5 * width + x) * 3 + 3)].map((value) =>
		Math.round(value / 10),
	);
}
const tens = [22, 3, 4];

/** Frames of one size: the first one red, the second one blue. */
const frames = async () =>
	sharp([await plain().png().toBuffer(), await plain().tint('blue').negate().png().toBuffer()], {
		join: { animated: true },
	});

it.each<[string, () => Sharp | Promise<Sharp>]>([
	['a WEBP', () => plain().webp({ quality: 95 })],
	['a WEBP without loss', () => plain().webp({ lossless: true })],
	['a moving WEBP, its first frame', async () => (await frames()).webp({ lossless: true })],
	['a WEBP with XMP', () => plain().webp({ lossless: true }).withXmp('<x/>')],
	['a GIF', () => plain().gif()],
	['a moving GIF, its first frame', async () => (await frames()).gif()],
	['a TIFF', () => plain().tiff({ compression: 'none' })],
	['a TIFF with LZW', () => plain().tiff({ compression: 'lzw', predictor: 'horizontal' })],
	['a TIFF with Deflate', () => plain().tiff({ compression: 'deflate' })],
	['a TIFF with PackBits', () => plain().tiff({ compression: 'packbits' })],
	['a TIFF with JPEG', () => plain().tiff({ compression: 'jpeg', quality: 98 })],
	['a TIFF of tiles', () => plain().tiff({ tile: true, tileWidth: 32, tileHeight: 32 })],
	['a TIFF of 16 bits', () => plain().toColourspace('rgb16').tiff()],
	['a TIFF with a profile', () => plain().withIccProfile('p3').tiff({ compression: 'none' })],
	[
		'a TIFF of two pages, its first page',
		async () => (await frames()).tiff({ compression: 'lzw' }),
	],
])('decodes %s', async (_, make) => {
	const picture = await (await make()).toBuffer();
	const { width, height, data } = await decode(picture);
	expect({ width, height, bytes: data.length }).toEqual({ ...size, bytes: 90 * 60 * 3 });
	expect(await cornerOf(picture)).toEqual(tens);
});

it.each<[string, (picture: Sharp) => Sharp]>([
	['fax', (picture) => picture.tiff({ compression: 'ccittfax4', bitdepth: 1 })],
	['CMYK', (picture) => picture.toColourspace('cmyk').tiff({ compression: 'lzw' })],
	['a palette', (picture) => picture.gif({ colours: 2 })],
])('decodes black and white of %s', async (_, encode) => {
	const black = sharp({ create: { ...size, channels: 3, background: 'black' } }).toColourspace(
		'b-w',
	);
	const [level] = await cornerOf(await encode(black).toBuffer());
	expect(level).toBeLessThan(6);
});

it.each<[string, (picture: Sharp) => Sharp]>([
	['WEBP', (picture) => picture.webp({ lossless: true })],
	['TIFF', (picture) => picture.tiff({ compression: 'lzw' })],
	['GIF', (picture) => picture.gif()],
	['AVIF', (picture) => picture.avif()],
])('puts what is transparent in a %s on white', async (_, encode) => {
	const clear = sharp({ create: { ...size, channels: 4, background: { ...red, alpha: 0 } } });
	expect(await cornerOf(await encode(clear).toBuffer())).toEqual([26, 26, 26]);
});

it.each<[string, (picture: Sharp) => Sharp]>([
	['WEBP', (picture) => picture.webp({ lossless: true })],
	['TIFF', (picture) => picture.tiff({ compression: 'lzw' })],
	['AVIF', (picture) => picture.avif({ quality: 90 })],
])('turns a %s as its orientation says', async (_, encode) => {
	const picture = await encode(halves().withMetadata({ orientation: 3 })).toBuffer();
	expect((await cornerOf(picture))[0]).toBeLessThan(6);
	const onSide = await encode(halves().withMetadata({ orientation: 6 })).toBuffer();
	expect(await decode(onSide)).toMatchObject({ width: 60, height: 90 });
});

it('does not decode an AVIF whose pixels are more than it says', async () => {
	await expect(decode(withSides(avif, 60, 60))).rejects.toThrow(PictureError);
});

describe('shrinkPlane', () => {
	it('takes the mean of squares, on white where it is transparent, and leaves out what fills a row up', () => {
		const row = [
			10, 20, 30, 255, 30, 40, 50, 255, 9, 9, 9, 0, 9, 9, 9, 0, 1, 1, 1, 255, 77, 77, 77,
		];
		const plane = {
			width: 5,
			height: 3,
			stride: 23,
			data: Uint8Array.from([row, row, row].flat()),
		};
		expect(shrinkPlane(plane, 4, 3)).toEqual({
			width: 2,
			height: 1,
			data: Uint8Array.from([20, 30, 40, 255, 255, 255]),
		});
	});

	it('leaves a small one as it is', () => {
		const plane = {
			width: 2,
			height: 1,
			stride: 8,
			data: Uint8Array.from([1, 2, 3, 4, 5, 6, 0, 0]),
		};
		expect(shrinkPlane(plane, 3, 100).data).toEqual(Uint8Array.from([1, 2, 3, 4, 5, 6]));
	});
});

describe('pages of a TIFF', () => {
	it('are counted without previews and masks, and taken out one by one', () => {
		const file = tiff(
			{ width: 4, entries: { 254: 1 } },
			{ width: 10 },
			{ width: 5, entries: { 254: 4 } },
			{ width: 6, entries: { 255: 2 } },
			{ width: 12, entries: { 254: 2 } },
		);
		expect(countTiffPages(file)).toBe(2);
		expect(readHeader('tiff', file).width).toBe(10);
		const second = tiffPage(file, 2);
		expect(countTiffPages(second)).toBe(1);
		expect(readHeader('tiff', second).width).toBe(12);
		expect(tiffPage(second, 1)).toBe(second);
		expect(() => tiffPage(file, 3)).toThrow('no page 3');
	});

	it('end where they begin again, and count one that is missing', () => {
		expect(countTiffPages(tiff({}, { next: 72 }))).toBe(2);
		const cut = tiff({}, { next: 1e6 });
		expect(countTiffPages(cut)).toBe(3);
		expect(() => readHeader('tiff', tiffPage(cut, 3))).toThrow(PictureError);
	});

	it('are no more than thousands', () => {
		const flood = tiff(...new Array<object>(5_001).fill({}));
		expect(() => countTiffPages(flood)).toThrow('more than 5000 pages');
		expect(readHeader('tiff', flood).width).toBe(8);
	});
});

const [byte, long8, float] = [1, 16, 11];
const huge = { width: 9000, height: 9000 };

it.each<[string, Buffer, string | RegExp]>([
	['a TIFF without a directory', Buffer.from('II*\0', 'latin1'), 'no page'],
	['a TIFF whose strip is behind its end', tiff({ entries: { 273: 1e6 } }), 'cut off'],
	['a TIFF with too few strips', tiff({ ...huge, entries: { 278: 1 } }), 'not all there'],
	['a TIFF without a width', tiff({ width: 0 }), /0 x 8|not all there/],
	['a TIFF with a width of 64 bits', tiff({ entries: { 256: [long8, 1, 8] } }), 'cannot be read'],
	['a TIFF of a hidden compression', tiff({ entries: { 259: [float, 1, 7] } }), 'cannot be read'],
	[
		'a TIFF with a width of a byte too many',
		tiff({ entries: { 256: [byte, 9, 1e6] } }),
		'cannot be read',
	],
	['a TIFF of a rare compression', tiff({ entries: { 259: 34_712 } }), 'compression 34712'],
	['a TIFF of 64 bits a value', tiff({ entries: { 258: 64 } }), '64 bits'],
	['a TIFF of fractions', tiff({ entries: { 339: 3 } }), 'rare kind'],
	['a TIFF of 1000 values a pixel', tiff({ entries: { 277: 1000 } }), '1000 values'],
	[
		'a TIFF of a tile without a side',
		tiff({ entries: { 322: 0, 323: 0, 324: 8, 325: 8 } }),
		'not all',
	],
	[
		'a TIFF of a tile much larger than itself',
		tiff({ entries: { 322: 60_000, 323: 60_000, 324: 8, 325: 8 } }),
		'as a whole',
	],
	[
		'a TIFF of 400 million pixels',
		tiff({ width: 20_000, height: 20_000 }),
		'more than 100 million',
	],
	['a TIFF of a long strip', tiff({ width: 10_000, height: 10 }), 'more than 200 times'],
	['a HEIC of 48 million pixels', withSides(heic, 8064, 6048), 'more than 26 million'],
	['an AVIF of 20 million pixels', withSides(avif, 5000, 4000), 'more than 12.5 million'],
	['a HEIC without a side', withSides(heic, 0, 800), 'header is broken'],
	['a HEIC that is cut off', heic.subarray(0, -1000), 'cut off'],
	['an AVIF that is cut off', avif.subarray(0, -1000), 'cut off'],
	['a HEIC without pictures', heic.subarray(0, heic.readUInt32BE(0)), 'header cannot be read'],
	['a WEBP without pixels', Buffer.from('RIFF\x10\0\0\0WEBPVP8 \0\0\0\0', 'latin1'), 'header'],
	['a GIF of 13 bytes', Buffer.from('GIF89a\x09\0\x09\0\0\0\0', 'latin1'), 'cut off'],
	['a GIF of its signature', Buffer.from('GIF89a', 'latin1'), 'header cannot be read'],
])('refuses %s', async (_, picture, message) => {
	await expect(decode(picture)).rejects.toThrow(PictureError);
	await expect(decode(picture)).rejects.toThrow(message);
});

it.each<[string, () => Promise<Buffer>]>([
	['WEBP', () => plain().webp().toBuffer()],
	['GIF', () => plain().gif().toBuffer()],
	['TIFF', () => plain().tiff({ compression: 'lzw' }).toBuffer()],
	['AVIF', () => Promise.resolve(avif)],
	['HEIC', () => Promise.resolve(heic)],
])('refuses a %s that is cut off anywhere', async (_, make) => {
	const picture = await make();
	for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
		const cut = picture.subarray(0, Math.floor(picture.length * share));
		await expect(decode(cut)).rejects.toThrow(PictureError);
	}
});

describe('frames behind the first', () => {
	it('are left out of a WEBP before it is decoded', async () => {
		const animation = await (await frames()).webp({ lossless: true }).toBuffer();
		const flood = manyWebpFrames(animation, 200_000);
		expect(stillWebp(flood).length).toBeLessThan(animation.length);
		expect(await cornerOf(flood)).toEqual(tens);
	});

	it('are left out of a GIF before it is decoded', async () => {
		const gif = await plain().gif().toBuffer();
		expect(stillGif(manyGifFrames(gif, 1e6))).toEqual(gif);
		expect(await cornerOf(manyGifFrames(gif, 1e6))).toEqual(tens);
	});
});

it('reads the header of a photo of a million boxes by some thousands of them', () => {
	const boxes = Buffer.alloc(8e6, Buffer.from('\0\0\0\x08free', 'latin1'));
	const start = heic.readUInt32BE(0);
	const flood = Buffer.concat([heic.subarray(0, start), boxes, heic.subarray(start)]);
	const reads = jest.spyOn(flood, 'readUInt32BE');
	expect(() => readHeader('heic', flood)).toThrow(PictureError);
	expect(reads.mock.calls.length).toBeLessThan(20_000);
});
