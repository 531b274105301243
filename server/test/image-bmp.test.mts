import { decodeBmp, readBmpHeader } from '../src/image/bmp.mts';
import { PictureError } from '../src/image/picture-error.mts';

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
}

/** Writes the picture above as a BMP. */
function bmp({
	bits = 24,
	topDown = false,
	compression = 0,
	colors = [],
	extra = Buffer.alloc(0),
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
			return bits === 32 ? [b, g, r, 77] : [b, g, r];
		});
		return Buffer.from([...bytes, ...new Array((4 - (bytes.length % 4)) % 4).fill(99)]);
	});
	return Buffer.concat([header, palette, ...(topDown ? lines : lines.reverse())]);
}

const usualMasks = Buffer.from([0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0]);

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
	])('reads %s', (_, layout) => {
		const { width, height, data } = decodeBmp(bmp(layout));
		expect([width, height]).toEqual([3, 2]);
		expect([...data]).toEqual(pixels);
	});

	it.each<[string, Buffer, RegExp]>([
		['a header only', bmp({}).subarray(0, 30), /cut off/],
		['missing rows', bmp({}).subarray(0, -4), /last rows are missing/],
		[
			'run-length coding',
			bmp({ bits: 8, compression: 1, colors: [white, red, green, blue] }),
			/not supported/,
		],
		[
			'unusual masks',
			bmp({ bits: 32, compression: 3, extra: Buffer.alloc(12, 1) }),
			/not supported/,
		],
		['16 bits', bmp({ bits: 16 }), /16 bits/],
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

	it('refuses a picture without pixels', () => {
		const file = bmp({});
		file.writeInt32LE(0, 18);
		expect(() => readBmpHeader(file)).toThrow(/no pixels/);
	});
});
