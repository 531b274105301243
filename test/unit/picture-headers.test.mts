import { readExifOrientation } from '../../nodes/shared/headers/exif.ts';
import { readPictureFacts } from '../../nodes/shared/pictureFacts.ts';
import { bmp, gif, ico, jpegHeader, labelledPng, svg, webp } from '../support/pictures.mts';

describe('headers', () => {
	const headerOf = (bytes: Buffer) => readPictureFacts(bytes).header;
	const changed = (bytes: Buffer, change: (copy: Buffer) => void) => {
		const copy = Buffer.from(bytes);
		change(copy);
		return copy;
	};

	it.each([
		['a PNG', labelledPng('x'), 16, 4],
		['a GIF', gif(600, 800), 6, 2],
		['a WEBP with loss', webp('VP8 ', 700, 900), 26, 2],
		['a BMP', bmp(21, 10), 18, 4],
	])('%s without a width or without a height has none', (_, bytes, at, length) => {
		expect(headerOf(changed(bytes, (copy) => copy.fill(0, at, at + length)))).toBeUndefined();
		expect(
			headerOf(changed(bytes, (copy) => copy.fill(0, at + length, at + 2 * length))),
		).toBeUndefined();
	});

	it.each([
		['a PNG', labelledPng('x', 40, 30), 24, false],
		['a GIF', gif(600, 800), 10, false],
		['a WEBP', webp('VP8 ', 700, 900), 25, undefined],
		['a BMP', bmp(21, 10), 26, false],
	])(
		'%s has a header from its first bytes on, and none with one byte less',
		(_, bytes, least, complete) => {
			expect(headerOf(bytes.subarray(0, least - 1))).toBeUndefined();
			if (complete === undefined) return;
			expect(headerOf(bytes.subarray(0, least))).toMatchObject({ complete });
		},
	);

	it('a PNG is whole with a few stray bytes behind its end, and cut off with many', () => {
		const whole = labelledPng('x');
		const behind = (count: number) => headerOf(Buffer.concat([whole, Buffer.alloc(count)]));
		// The end is the name, and a checksum of four bytes behind it.
		expect(behind(56)).toMatchObject({ complete: true });
		expect(behind(57)).toMatchObject({ complete: false });
		expect(headerOf(whole.subarray(0, -8))).toMatchObject({ complete: false });
	});

	it('a GIF is whole with a few stray bytes behind its trailer, and cut off with many', () => {
		const behind = (count: number) => headerOf(Buffer.concat([gif(9, 9), Buffer.alloc(count)]));
		expect(behind(63)).toMatchObject({ complete: true });
		expect(behind(64)).toMatchObject({ complete: false });
	});

	it('a BMP is whole at its last byte, and cut off a byte before', () => {
		for (const whole of [bmp(21, 10), bmp(21, -10), bmp(4, 3)]) {
			expect(headerOf(whole)).toMatchObject({ complete: true });
			expect(headerOf(whole.subarray(0, -1))).toMatchObject({ complete: false });
		}
	});

	it('a BMP with the header of OS/2 has sides of 16 bits', () => {
		const bytes = Buffer.alloc(26 + 4 * 2);
		bytes.write('BM', 'latin1');
		bytes.writeUInt32LE(26, 10);
		bytes.writeUInt32LE(12, 14);
		bytes.writeUInt16LE(1, 18);
		bytes.writeUInt16LE(2, 20);
		bytes.writeUInt16LE(1, 22);
		bytes.writeUInt16LE(24, 24);
		expect(headerOf(bytes)).toEqual({ width: 1, height: 2, complete: true });
		expect(headerOf(bytes.subarray(0, -1))).toMatchObject({ complete: false });
	});

	it('a BMP that is compressed may be shorter than its pixels', () => {
		const squeezed = changed(bmp(200, 100), (copy) => copy.writeUInt32LE(1, 30)).subarray(0, 200);
		expect(headerOf(squeezed)).toEqual({ width: 200, height: 100, complete: true });
	});

	it('a BMP of a width below nothing has no header', () => {
		expect(headerOf(changed(bmp(21, 10), (copy) => copy.writeInt32LE(-21, 18)))).toBeUndefined();
	});

	it.each([
		[1, 800, 600],
		[4, 800, 600],
		[5, 600, 800],
		[8, 600, 800],
		[9, 800, 600],
		[0, 800, 600],
	])('a JPEG of orientation %i is %i x %i', (orientation, width, height) => {
		expect(headerOf(jpegHeader(800, 600, { orientation }))).toMatchObject({ width, height });
	});

	/** An EXIF segment with so many tags before that of the orientation, in either order of bytes. */
	function exif(order: 'II' | 'MM', tagsBefore: number, orientation: number): Buffer {
		const bytes = Buffer.alloc(6 + 8 + 2 + (tagsBefore + 1) * 12);
		const [short, long] = ([16, 32] as const).map((bits) => (value: number, at: number) => {
			if (order === 'II') bytes.writeUIntLE(value, at, bits / 8);
			else bytes.writeUIntBE(value, at, bits / 8);
		});
		bytes.write(`Exif\0\0${order}`, 'latin1');
		long(8, 10);
		short(tagsBefore + 1, 14);
		const at = 16 + tagsBefore * 12;
		short(0x0112, at);
		short(orientation, at + 8);
		return bytes;
	}

	it.each([
		['II', 0],
		['MM', 0],
		['II', 3],
		['MM', 3],
	] as const)('EXIF of the order %s has its orientation behind %i other tags', (order, before) => {
		expect(readExifOrientation(exif(order, before, 1))).toBe(1);
		expect(readExifOrientation(exif(order, before, 8))).toBe(8);
		for (const none of [0, 9])
			expect(readExifOrientation(exif(order, before, none))).toBeUndefined();
	});

	it('EXIF that is cut off, is none or leads out of itself has no orientation', () => {
		const whole = exif('II', 1, 6);
		expect(readExifOrientation(whole)).toBe(6);
		for (let length = 0; length < whole.length; length++)
			expect(readExifOrientation(whole.subarray(0, length))).toBeUndefined();
		expect(
			readExifOrientation(changed(whole, (copy) => copy.write('Xmp', 'latin1'))),
		).toBeUndefined();
		const directoryAt = (place: number) => changed(whole, (copy) => copy.writeUInt32LE(place, 10));
		const end = whole.length - 6;
		for (const place of [end - 2, end - 1, end, 0xffffffff])
			expect(readExifOrientation(directoryAt(place))).toBeUndefined();
		// One tag, which is not that of the orientation: what stands behind it is none.
		const fewer = changed(whole, (copy) => copy.writeUInt16LE(1, 14));
		expect(readExifOrientation(fewer)).toBeUndefined();
	});

	it.each([0xc0, 0xc1, 0xc2, 0xc9, 0xcf])('a JPEG has its sides in the frame %i', (frame) => {
		expect(headerOf(jpegHeader(800, 600, { frame }))).toMatchObject({ width: 800 });
	});

	it.each([0xc4, 0xc8, 0xcc, 0xbf, 0xfe])('a JPEG has none in a segment %i', (frame) => {
		expect(headerOf(jpegHeader(800, 600, { frame }))).toBeUndefined();
	});

	it.each([
		['fill bytes', [0xff, 0xff]],
		['a marker that stands alone', [0xff, 0x01]],
		['a restart marker', [0xff, 0xd0]],
		['another restart marker', [0xff, 0xd7]],
	])('a JPEG may have %s between its segments', (_, bytes) => {
		const whole = jpegHeader(800, 600);
		const stuffed = Buffer.concat([whole.subarray(0, 2), Buffer.from(bytes), whole.subarray(2)]);
		expect(headerOf(stuffed)).toEqual({ width: 800, height: 600, complete: true });
	});

	it('a JPEG with a segment of no length, or of no width, has no header', () => {
		const whole = jpegHeader(800, 600);
		expect(headerOf(changed(whole, (copy) => copy.writeUInt16BE(1, 4)))).toBeUndefined();
		expect(headerOf(jpegHeader(0, 600))).toBeUndefined();
		expect(headerOf(jpegHeader(800, 0))).toBeUndefined();
	});

	it('a JPEG ends with its scan: a thumbnail before it has an end of its own', () => {
		const whole = jpegHeader(800, 600, { complete: false });
		const comment = Buffer.from([0xff, 0xfe, 0, 4, 0xff, 0xd9]);
		const cutOff = Buffer.concat([whole.subarray(0, 2), comment, whole.subarray(2)]);
		expect(headerOf(cutOff)).toMatchObject({ complete: false });
	});

	it('an icon is as large as its largest side, 256 where it says 0, and whole with its last picture', () => {
		expect(headerOf(ico(48, 16))).toEqual({ width: 48, height: 48, complete: true });
		expect(headerOf(ico(16, 0))).toMatchObject({ width: 256, height: 256 });
		const held = (size: number) =>
			headerOf(
				changed(ico(16), (copy) => {
					copy.writeUInt32LE(size, 14);
					copy.writeUInt32LE(10, 18);
				}),
			);
		expect([held(12), held(13)]).toMatchObject([{ complete: true }, { complete: false }]);
		expect(headerOf(changed(ico(16), (copy) => copy.writeUInt16LE(2, 4)))).toBeUndefined();
		expect(headerOf(changed(ico(16), (copy) => copy.writeUInt16LE(0, 4)))).toBeUndefined();
	});

	it.each([
		['width="0" height="0" viewBox="0 0 24 32"', { width: 24, height: 32 }],
		['width="12.5" height=" 20 px "', { width: 12.5, height: 20 }],
		['viewBox="0,0,24,32"', { width: 24, height: 32 }],
		['viewBox=" 0 0 24 32 "', { width: 24, height: 32 }],
		['width="10cm" height="20"', undefined],
		['width="10" height="-5"', undefined],
		['stroke-width="10" height="5"', undefined],
	])('an SVG with %s is %p', (attributes, sides) => {
		const header = headerOf(svg(attributes));
		if (sides) expect(header).toEqual({ ...sides, complete: true });
		else expect(header).toBeUndefined();
	});

	it('a WEBP is whole with all the bytes it names, and still without its flag', () => {
		const whole = webp('VP8X', 240, 230);
		expect(headerOf(whole.subarray(0, -1))).toMatchObject({ complete: false });
		expect(headerOf(changed(whole, (copy) => (copy[20] = 0x10)))).toMatchObject({
			animated: false,
		});
		expect(headerOf(webp('VP8L', 16_383, 16_383))).toMatchObject({ width: 16_383, height: 16_383 });
	});
});
