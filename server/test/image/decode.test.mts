import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { decode } from '../../src/image/decode.mts';
import { assertFewScans } from '../../src/image/jpeg-scans.mts';
import { readJpegHeader } from '../../src/image/jpeg-header.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import { assertNoSurplus, withoutNotes } from '../../src/image/png-chunks.mts';
import {
	blackPng,
	chunk,
	endlessPixels,
	packedNotes,
	segmentFlood,
} from '../../testing/pictures/attack.mts';
import { greyJpeg, planarJpeg, progressiveJpeg, segment } from '../../testing/pictures/jpeg.mts';

const size = { width: 320, height: 200 };

describe('decode', () => {
	it.each([
		['a grey JPEG', greyJpeg({ ...size, sampling: [17] })],
		['a JPEG of 4 components', greyJpeg({ ...size, sampling: [17, 17, 17, 17] })],
		['a JPEG with a scan for each colour', planarJpeg(size)],
		['a progressive JPEG', progressiveJpeg({ ...size, scans: 10 })],
		['a grey PNG of 1 bit', blackPng({ ...size, depth: 1 })],
		['a grey PNG with transparency', blackPng({ ...size, colorType: 4 })],
		['a PNG of 16 bits', blackPng({ ...size, depth: 16, colorType: 6 })],
	])('makes RGB of %s', async (_, picture) => {
		const raster = await decode(picture);
		expect(raster).toMatchObject(size);
		expect(raster.data).toHaveLength(3 * 320 * 200);
	});

	it.each([
		['wide', 60_000, 320],
		['tall', 320, 60_000],
		['square', 5_000, 5_000],
	])('hands on 6 million pixels of a %s picture, and hardly more', async (_, width, height) => {
		const raster = await decode(greyJpeg({ width, height, sampling: [17] }));
		expect(raster.width * raster.height).toBeGreaterThan(5.9e6);
		expect(raster.width * raster.height).toBeLessThan(6.1e6);
	});

	it('refuses a picture of thousands of scans, and one of thousands of segments', async () => {
		const message = /more than (100 scans|2000 segments): save it/;
		await expect(decode(progressiveJpeg({ ...size, scans: 5_000 }))).rejects.toThrow(message);
		const flood = greyJpeg({ ...size, after: segmentFlood(1e6) });
		await expect(decode(flood)).rejects.toThrow(message);
	});

	it('refuses a picture whose pixels are not those of its header', async () => {
		const picture = greyJpeg(size);
		jest.spyOn(sharp.prototype, 'metadata').mockResolvedValueOnce({ width: 640, height: 400 });
		await expect(decode(picture)).rejects.toThrow(PictureError);
		jest.restoreAllMocks();
	});
});

describe('assertNoSurplus', () => {
	it('refuses pixels that unpack to gigabytes, and unpacks no more of them than the picture has', async () => {
		const packed = endlessPixels(10e6);
		const small = blackPng({ ...size, packed });
		await expect(assertNoSurplus(small, size)).rejects.toThrow(/more pixels than its size/);
		await expect(decode(small)).rejects.toThrow(/more pixels than its size/);
	});

	it('leaves it to the decoder to judge all else', async () => {
		const noise = Buffer.from(Array.from({ length: 9e6 }, (_, i) => (i * i) >> 7));
		const large = { width: 3000, height: 3000 };
		const rows = Array.from({ length: 3000 }, (_, y) => [
			Buffer.alloc(1),
			noise.subarray(y * 3000, (y + 1) * 3000),
		]);
		const packed = deflateSync(Buffer.concat(rows.flat()), { level: 0 });
		await assertNoSurplus(blackPng({ ...large, packed }), large);
		await assertNoSurplus(blackPng({ ...large, packed: packed.subarray(0, 8.5e6) }), large);
		await assertNoSurplus(blackPng({ ...large, packed: Buffer.alloc(9e6, 7) }), large);
	});
});

describe('assertFewScans', () => {
	const scansOf = (picture: Buffer) => () =>
		assertFewScans(picture, readJpegHeader(picture).firstScan);

	it('counts no marker within another segment, and none behind the end', () => {
		const manyMarkers = Buffer.alloc(60_000, Buffer.from([0xff, 0xda, 0, 2]));
		expect(scansOf(greyJpeg({ ...size, before: segment(0xe1, manyMarkers) }))).not.toThrow();
		expect(scansOf(greyJpeg({ ...size, after: segment(0xfe, manyMarkers) }))).not.toThrow();
		expect(scansOf(Buffer.concat([greyJpeg(size), manyMarkers]))).not.toThrow();
	});

	it('takes the 10 scans of libjpeg and counts to 100', () => {
		expect(scansOf(progressiveJpeg({ ...size, scans: 99 }))).not.toThrow();
		expect(scansOf(progressiveJpeg({ ...size, scans: 100 }))).toThrow(PictureError);
	});
});

describe('withoutNotes', () => {
	it('leaves out what says nothing of the pixels, and nothing else', async () => {
		const orientation = Buffer.from('49492a0008000000010012010300010000000600000000000000', 'hex');
		const colours = [chunk('gAMA', Buffer.from([0, 0, 177, 143])), chunk('eXIf', orientation)];
		const bare = blackPng({ ...size, notes: colours });
		const noted = blackPng({
			...size,
			notes: [...packedNotes(3, 1e6), ...colours, chunk('acTL', Buffer.alloc(8)), chunk('abCd')],
		});
		expect(withoutNotes(noted)).toEqual(bare);
		expect(withoutNotes(bare)).toBe(bare);
		expect(await decode(noted)).toMatchObject({ width: 200, height: 320 });
	});

	it('leaves Exif out that is longer than a JPEG can have it', () => {
		const notes = [chunk('eXIf', Buffer.alloc(70_000))];
		expect(withoutNotes(blackPng({ ...size, notes }))).toEqual(blackPng(size));
	});

	it('keeps a PNG that is cut off cut off', async () => {
		const cut = blackPng({ ...size, notes: packedNotes(1, 1000) }).subarray(0, -40);
		await expect(decode(cut)).rejects.toThrow(PictureError);
	});
});
