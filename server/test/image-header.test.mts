import { formatOf, readHeader } from '../src/image/header.mts';

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
	expect(readHeader(format, file)).toEqual({ width: 300, height: 200, heldBytes });
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
	['a PNG without width', 'png', png(0, 10), /header cannot be read/],
	[
		'a JPEG without a frame',
		'jpeg',
		latin1('\xff\xd8\xff\xe0\0\x04..\xff\xda..........'),
		/header/,
	],
] as const)('refuses %s', (_, format, file, message) => {
	expect(() => readHeader(format, file)).toThrow(message);
});
