import { readBmpHeader } from '../../src/image/bmp-header.mts';
import { decodeBmp } from '../../src/image/bmp.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import { endlessRuns, runLengthBmp } from '../../testing/pictures/attack.mts';

const red = [255, 0, 0];
const green = [0, 255, 0];
const blue = [0, 0, 255];
const white = [255, 255, 255];
/** 3 x 2 pixels, so that rows of 24 and 8 bits need padding. */
const rows = [
	[red, green, blue],
	[white, blue, red],
];
const pixels = rows.flat(2);

interface Layout {
	bits?: number;
	topDown?: boolean;
	compression?: number;
	colors?: number[][];
	extra?: Buffer;
	/** The rows from the bottom up, where they are not those of the pixels above. */
	data?: Buffer;
}

/** Writes the picture above as a BMP. */
function bmp({
	bits = 24,
	topDown = false,
	compression = 0,
	colors = [],
	extra = Buffer.alloc(0),
	data,
}: Layout) {
	const palette = Buffer.concat([extra, ...colors.map(([r, g, b]) => Buffer.from([b, g, r, 0]))]);
	const header = Buffer.alloc(54);
	header.write('BM');
	header.writeUInt32LE(54 + palette.length, 10);
	header.writeUInt32LE(40, 14);
	header.writeInt32LE(3, 18);
	header.writeInt32LE(topDown ? -2 : 2, 22);
	header.writeUInt16LE(1, 26);
	header.writeUInt16LE(bits, 28);
	header.writeUInt32LE(compression, 30);
	header.writeUInt32LE(colors.length, 46);
	const lines = rows.map((row) => {
		const bytes = row.flatMap((color) => {
			const [r, g, b] = color;
			if (bits === 8) return [colors.indexOf(color)];
			if (bits === 16) return words(((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3));
			return bits === 32 ? [b, g, r, 77] : [b, g, r];
		});
		return Buffer.from([...bytes, ...new Array((4 - (bytes.length % 4)) % 4).fill(99)]);
	});
	return Buffer.concat([header, palette, ...(data ? [data] : topDown ? lines : lines.reverse())]);
}

const words = (value: number) => [value & 255, value >> 8];

/** The picture above as a BMP of OS/2: a header of 12 bytes, colours of 3. */
function coreBmp(): Buffer {
	const header = Buffer.alloc(26);
	header.write('BM');
	header.writeUInt32LE(26, 10);
	header.writeUInt32LE(12, 14);
	header.writeUInt16LE(3, 18);
	header.writeUInt16LE(2, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt16LE(24, 24);
	return Buffer.concat([header, bmp({}).subarray(54)]);
}

const usualMasks = Buffer.from([0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0]);
/** Red in the lowest byte, as some scanners write it. */
const turnedMasks = Buffer.from([255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0]);
/** 5, 6 and 5 bits. */
const wideGreen = Buffer.from([0, 0xf8, 0, 0, 0xe0, 7, 0, 0, 0x1f, 0, 0, 0]);
const palette = [white, red, green, blue];

describe('decodeBmp', () => {
	it.each<[string, Layout]>([
		['24 bits, bottom up', {}],
		['24 bits, top down', { topDown: true }],
		['32 bits, bottom up', { bits: 32 }],
		['32 bits, top down', { bits: 32, topDown: true }],
		['32 bits with the usual masks', { bits: 32, compression: 3, extra: usualMasks }],
		['8 bits with a palette, bottom up', { bits: 8, colors: [white, red, green, blue] }],
		[
			'8 bits with a palette, top down',
			{ bits: 8, topDown: true, colors: [blue, green, red, white] },
		],
		[
			'4 bits',
			{ bits: 4, colors: palette, data: Buffer.from([0x03, 0x10, 0, 0, 0x12, 0x30, 0, 0]) },
		],
		['16 bits', { bits: 16 }],
		[
			'16 bits with 6 of green',
			{
				bits: 16,
				compression: 3,
				extra: wideGreen,
				data: Buffer.from([0xffff, 0x001f, 0xf800, 0, 0xf800, 0x07e0, 0x001f, 0].flatMap(words)),
			},
		],
		[
			'32 bits with masks in another order',
			{
				bits: 32,
				compression: 3,
				extra: turnedMasks,
				data: Buffer.from([...rows].reverse().flatMap((row) => row.flatMap((c) => [...c, 0]))),
			},
		],
		[
			'runs of 8 bits: a run, single indexes with a filling byte, line ends',
			{
				bits: 8,
				compression: 1,
				colors: palette,
				data: Buffer.from([0, 3, 0, 3, 1, 0, 0, 0, 1, 1, 1, 2, 5, 3, 0, 1]),
			},
		],
		[
			'runs of 4 bits: alternating indexes, single ones',
			{
				bits: 4,
				compression: 2,
				colors: palette,
				data: Buffer.from([1, 0x00, 2, 0x31, 0, 0, 0, 3, 0x12, 0x30, 0, 1]),
			},
		],
	])('reads %s', (_, layout) => {
		const { width, height, data } = decodeBmp(bmp(layout));
		expect([width, height]).toEqual([3, 2]);
		expect([...data]).toEqual(pixels);
	});

	it('reads 1 bit a pixel', () => {
		const file = bmp({
			bits: 1,
			colors: [white, red],
			data: Buffer.from([0x40, 0, 0, 0, 0xa0, 0, 0, 0]),
		});
		expect([...decodeBmp(file).data]).toEqual([red, white, red, white, red, white].flat());
	});

	it('reads a BMP of OS/2', () => {
		expect([...decodeBmp(coreBmp()).data]).toEqual(pixels);
	});

	it('survives runs beyond the picture and runs that are cut off', () => {
		const runs = (...bytes: number[]) =>
			bmp({ bits: 8, compression: 1, colors: palette, data: Buffer.from(bytes) });
		expect([...decodeBmp(runs(255, 1, 0, 0, 255, 2, 0, 0, 9, 3)).data]).toHaveLength(18);
		expect([...decodeBmp(runs(0, 200, 1)).data].slice(9)).toEqual([red, white, white].flat());
		expect([...decodeBmp(runs(0, 2)).data]).toEqual(new Array(18).fill(255));
	});

	it('reads runs that end with their row, and goes no further in a row than its end', () => {
		const size = { width: 600, height: 4 };
		expect(new Set(decodeBmp(runLengthBmp(size)).data)).toEqual(new Set([255]));
		const beyond = decodeBmp(runLengthBmp(size, endlessRuns(2e6)));
		expect(beyond.data.subarray(0, 3 * 3 * 600).every((value) => value === 0)).toBe(true);
		expect(beyond.data.subarray(3 * 3 * 600).every((value) => value === 255)).toBe(true);
	});

	it.each<[string, Buffer, RegExp]>([
		['a header only', bmp({}).subarray(0, 30), /cut off/],
		['missing rows', bmp({}).subarray(0, -4), /last rows are missing/],
		['a JPEG in a BMP', bmp({ bits: 0, compression: 4 }), /compression 4/],
		['2 bits', bmp({ bits: 2 }), /2 bits/],
		['runs of 24 bits', bmp({ bits: 24, compression: 1 }), /not supported/],
		['masks that are cut off', bmp({ bits: 32, compression: 3 }).subarray(0, 60), /cut off/],
		['other bytes', Buffer.alloc(100), /header/],
	])('refuses %s', (_, file, message) => {
		expect(() => decodeBmp(file)).toThrow(PictureError);
		expect(() => decodeBmp(file)).toThrow(message);
	});
});

describe('readBmpHeader', () => {
	it('reads the size without the rows', () => {
		expect(readBmpHeader(bmp({ topDown: true }).subarray(0, 54))).toMatchObject({
			width: 3,
			height: 2,
			topDown: true,
		});
	});

	it.each<[string, (file: Buffer) => void, RegExp]>([
		['no pixels', (file) => file.writeInt32LE(0, 18), /no pixels/],
		['a width below zero', (file) => file.writeInt32LE(-3, 18), /no pixels/],
		['no planes', (file) => file.writeUInt16LE(0, 26), /broken/],
		['rows within its header', (file) => file.writeUInt32LE(20, 10), /broken/],
		['a header longer than any', (file) => file.writeUInt32LE(5000, 14), /unknown kind/],
		[
			'4 billion colours',
			(file) => {
				file.writeUInt16LE(8, 28);
				file.writeUInt32LE(0xffffffff, 46);
			},
			/broken/,
		],
	])('refuses a BMP with %s', (_, change, message) => {
		const file = bmp({});
		change(file);
		expect(() => readBmpHeader(file)).toThrow(PictureError);
		expect(() => readBmpHeader(file)).toThrow(message);
	});
});
