import { formatOf } from '../../src/image/format.mts';
import { readHeader } from '../../src/image/header.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import { frameFlood, segmentFlood } from '../../testing/pictures/attack.mts';
import {
	frameHeader,
	greyJpeg,
	planarJpeg,
	progressiveJpeg,
	segment,
	twoFacedJpeg,
} from '../../testing/pictures/jpeg.mts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

function png(width: number, height: number, { depth = 8, colorType = 2, interlace = 0 } = {}) {
	const file = Buffer.alloc(40);
	file.write('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'latin1');
	file.writeUInt32BE(width, 16);
	file.writeUInt32BE(height, 20);
	file.set([depth, colorType, 0, 0, interlace], 24);
	return file;
}

/** The frame header and the beginning of the first scan; `sampling` has a byte for each component. */
function jpeg(
	width: number,
	height: number,
	{ frame = 0xc0, sampling = [0x22, 0x11, 0x11], scanned = 3 } = {},
) {
	const sides = [height >> 8, height & 255, width >> 8, width & 255];
	const components = sampling.flatMap((factors, i) => [i + 1, factors, 0]);
	return Buffer.from([
		...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46],
		...[0xff, frame, 0, 8 + components.length, 8, ...sides, sampling.length, ...components],
		...[0xff, 0xda, 0, 6 + 2 * scanned, scanned, ...new Array(2 * scanned + 3).fill(0)],
	]);
}

it.each([
	['%PDF-1.7', 'pdf'],
	['\r\n\0\0%PDF-1.4', 'pdf'],
	['GIF89a', 'gif'],
	['RIFF....WEBP', 'webp'],
	['MM\0*', 'tiff'],
	['BM', 'bmp'],
])('tells the format of %j', (start, format) => {
	expect(formatOf(latin1(start))).toBe(format);
});

it.each([
	['a PNG, row by row', 'png', png(300, 200), 0],
	['an interlaced PNG of 16 bits', 'png', png(300, 200, { depth: 16, interlace: 1 }), 360_000],
	['a JPEG, row by row', 'jpeg', jpeg(300, 200), 0],
	['a progressive JPEG, colour at half the size', 'jpeg', jpeg(300, 200, { frame: 0xc2 }), 180_000],
	[
		'a progressive JPEG in full colour',
		'jpeg',
		jpeg(300, 200, { frame: 0xc2, sampling: [0x11, 0x11, 0x11] }),
		360_000,
	],
	['a JPEG with a scan for each colour', 'jpeg', jpeg(300, 200, { scanned: 1 }), 180_000],
] as const)('reads the header of %s', (_, format, file, heldBytes) => {
	expect(readHeader(format, file)).toMatchObject({
		width: 300,
		height: 200,
		isWhole: heldBytes > 0,
		heldBytes,
	});
});

it.each([
	['a JPEG photo of 200 million pixels', 'jpeg', jpeg(16320, 12240)],
	['a PNG scan of an A3 page with 600 dpi', 'png', png(7016, 9921)],
	['a progressive JPEG of 24 million', 'jpeg', jpeg(6000, 4000, { frame: 0xc2 })],
] as const)('lets %s through', (_, format, file) => {
	expect(() => readHeader(format, file)).not.toThrow();
});

it.each([
	[
		'a JPEG of 252 million pixels',
		'jpeg',
		jpeg(18000, 14000),
		/18000 x 14000 pixels, more than 250/,
	],
	['a PNG of 400 million', 'png', png(20000, 20000), /20000 x 20000 pixels, more than 100/],
	['a progressive JPEG of 200 million', 'jpeg', jpeg(16320, 12240, { frame: 0xc2 }), /as a whole/],
	['an interlaced PNG of 64 million', 'png', png(8000, 8000, { interlace: 1 }), /as a whole/],
	['a PNG without width', 'png', png(0, 10), /header is broken/],
	[
		'a JPEG without a frame',
		'jpeg',
		latin1('\xff\xd8\xff\xe0\0\x04..\xff\xda..........'),
		/header/,
	],
] as const)('refuses %s', (_, format, file, message) => {
	expect(() => readHeader(format, file)).toThrow(message);
});

describe('a JPEG that no encoder writes', () => {
	const size = { width: 320, height: 200 };
	const sound = greyJpeg(size);
	const longHeader = [...frameHeader(size).subarray(4), 0];
	const behindStart = (...parts: Buffer[]) =>
		Buffer.concat([sound.subarray(0, 2), ...parts, sound.subarray(2)]);

	it.each<[string, Buffer, RegExp]>([
		['has nothing but frame headers of a rare kind', frameFlood(4e6), /rare kind/],
		['has nothing but empty segments', frameFlood(4e6, 0xe1), /header cannot be read/],
		['is preceded by a million segments', behindStart(segmentFlood(4e6)), /header cannot be read/],
		['is preceded by a run of 0xff', behindStart(Buffer.alloc(1e6, 0xff)), /header cannot be read/],
		['is preceded by zeros', behindStart(Buffer.alloc(1e6)), /header cannot be read/],
		['says two sizes', behindStart(frameHeader({ width: 16, height: 16 })), /twice/],
		['says one size twice', behindStart(frameHeader(size)), /twice/],
		['hides its frame header', twoFacedJpeg({ width: 16, height: 16 }, size), /header cannot/],
		['has a restart before its scan', behindStart(Buffer.from([0xff, 0xd3])), /header cannot/],
		['begins twice', behindStart(Buffer.from([0xff, 0xd8])), /header cannot/],
		[
			'has a segment shorter than its length',
			behindStart(Buffer.from([0xff, 0xe1, 0, 1])),
			/header/,
		],
		['is lossless', greyJpeg({ ...size, marker: 0xc3 }), /rare kind/],
		['has 2 components', greyJpeg({ ...size, sampling: [17, 17] }), /2 components/],
		['has 5 components', greyJpeg({ ...size, sampling: [17, 17, 17, 17, 17] }), /5 components/],
		['has no components', greyJpeg({ ...size, sampling: [] }), /0 components/],
		['has colours without a size', greyJpeg({ ...size, sampling: [0x20, 17, 17] }), /no size/],
		['has no height', greyJpeg({ width: 320, height: 0 }), /320 x 0 pixels/],
		['ends in its frame header', sound.subarray(0, 80), /header cannot be read/],
		['has a frame header that is too long', behindStart(segment(0xc0, longHeader)), /rare kind/],
	])('is refused: one that %s', (_, file, message) => {
		expect(() => readHeader('jpeg', file)).toThrow(PictureError);
		expect(() => readHeader('jpeg', file)).toThrow(message);
	});

	it('is not one with filling, stray bytes, notes and a profile, or a scan for each colour', () => {
		const profile = new Array<Buffer>(255).fill(segment(0xe2, Buffer.from('ICC_PROFILE')));
		const filling = Buffer.from([0xff, 0xff, 0, 0]);
		for (const file of [
			behindStart(segment(0xfe, Buffer.from('a note')), ...profile, filling.subarray(2)),
			behindStart(filling),
			planarJpeg(size),
			progressiveJpeg({ ...size, scans: 10 }),
			greyJpeg({ ...size, sampling: [17] }),
			greyJpeg({ ...size, sampling: [0x22, 17, 17, 0x22] }),
		]) {
			expect(readHeader('jpeg', file)).toMatchObject(size);
		}
	});

	it('is judged by its first segments, however many there are', () => {
		const flood = behindStart(segmentFlood(20e6));
		const reads = jest.spyOn(flood, 'readUInt16BE');
		expect(() => readHeader('jpeg', flood)).toThrow(PictureError);
		expect(reads.mock.calls.length).toBeLessThan(5_000);
	});
});

describe('a PNG that no encoder writes', () => {
	it.each<[string, number, number[]]>([
		['a depth of 3', 24, [3]],
		['a palette of 16 bits', 24, [16, 3]],
		['colour type 5', 24, [8, 5]],
		['another compression', 26, [1]],
		['another filter', 27, [1]],
		['another interlacing', 28, [2]],
		['a header of another length', 11, [14]],
		['another first chunk', 12, [0x49, 0x44, 0x41, 0x54]],
	])('is refused: one with %s', (_, at, bytes) => {
		const file = png(300, 200);
		file.set(bytes, at);
		expect(() => readHeader('png', file)).toThrow(PictureError);
	});
});

describe('a strip', () => {
	it.each([
		['png', png(15, 6_600_000), /no side may have more than 65500/],
		['jpeg', jpeg(65_535, 15), /no side may have more than 65500/],
		['jpeg', jpeg(65_500, 15), /more than 200 times as long/],
		['png', png(1, 201), /more than 200 times as long/],
	] as const)('of a %s is refused', (format, file, message) => {
		expect(() => readHeader(format, file)).toThrow(message);
	});

	it('of a receipt is not', () => {
		expect(readHeader('jpeg', jpeg(600, 65_000))).toMatchObject({ height: 65_000 });
	});
});
