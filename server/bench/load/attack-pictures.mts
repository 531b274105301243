import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
	blackPng,
	chunk,
	deepForms,
	densePage,
	endlessPixels,
	endlessRuns,
	frameFlood,
	packedNotes,
	pageOfObjects,
	pageOfRows,
	runLengthBmp,
	segmentFlood,
} from '../../testing/pictures/attack.mts';
import { greyJpeg, progressiveJpeg, twoFacedJpeg } from '../../testing/pictures/jpeg.mts';
import { withSides } from '../../testing/pictures/frames.mts';
import { tiff } from '../../testing/pictures/tiff.mts';
import { nestedForms } from '../../testing/pictures/pdf.mts';

const photo = () =>
	readFileSync(path.join(import.meta.dirname, '../../../samples/formats/f02-phone.heic'));

/** A picture that is to take more time or memory than it should, in the size in which it once did. */
export interface AttackPicture {
	name: string;
	make(): Buffer;
}

/** 20 MB, the largest file that is taken by default. */
const largest = 19_999_000;

/**
 * Small files, or files of 20 MB, each of which once took gigabytes or minutes, and the largest that are read.
 * Each is refused as a bad picture, read, or read as nothing; none loses a worker.
 */
export const attackPictures: readonly AttackPicture[] = [
	{ name: 'a JPEG of FF CF 00 02', make: () => frameFlood(largest) },
	{ name: 'a JPEG of empty notes', make: () => frameFlood(largest, 0xe1) },
	{
		name: 'a JPEG with empty notes behind its pixels',
		make: () => greyJpeg({ width: 400, height: 300, after: segmentFlood(largest - 10_000) }),
	},
	{
		name: 'a JPEG of two sizes',
		make: () => twoFacedJpeg({ width: 400, height: 300 }, { width: 15_000, height: 15_000 }),
	},
	{
		name: 'a progressive JPEG of 20,000 scans',
		make: () => progressiveJpeg({ width: 6000, height: 3000, scans: 20_000 }),
	},
	{
		name: 'a progressive JPEG of 100 scans',
		make: () => progressiveJpeg({ width: 6000, height: 3000, scans: 99 }),
	},
	{ name: 'a JPEG of 65,500 x 15', make: () => greyJpeg({ width: 65_500, height: 15 }) },
	{ name: 'a JPEG of 65,500 x 328', make: () => greyJpeg({ width: 65_500, height: 328 }) },
	{ name: 'a JPEG of 328 x 65,500', make: () => greyJpeg({ width: 328, height: 65_500 }) },
	{ name: 'a JPEG of 250 million pixels', make: () => greyJpeg({ width: 16_000, height: 15_600 }) },
	{
		name: 'a JPEG of 2 components',
		make: () => greyJpeg({ width: 400, height: 300, sampling: [17, 17] }),
	},
	{ name: 'a PNG of 15 x 6,600,000', make: () => blackPng({ width: 15, height: 6_600_000 }) },
	{
		name: 'a PNG of 100 million pixels of 64 bits',
		make: () => blackPng({ width: 10_000, height: 10_000, depth: 16, colorType: 6 }),
	},
	{
		name: 'a PNG whose notes unpack to 20 GB',
		make: () => blackPng({ width: 400, height: 300, notes: packedNotes(400, 50e6) }),
	},
	{
		name: 'a PNG whose pixels unpack to 20 GB',
		make: () => blackPng({ width: 400, height: 300, packed: endlessPixels(largest - 1_000) }),
	},
	{
		name: 'a PNG of a million empty chunks of pixels',
		make: () =>
			blackPng({ width: 400, height: 300, notes: new Array<Buffer>(1.6e6).fill(chunk('IDAT')) }),
	},
	{
		name: 'a PNG of a million empty chunks',
		make: () =>
			blackPng({ width: 400, height: 300, notes: new Array<Buffer>(1e6).fill(chunk('abCd')) }),
	},
	{
		name: 'a BMP whose runs never end',
		make: () => runLengthBmp({ width: 6000, height: 4000 }, endlessRuns(largest - 10_000)),
	},
	{ name: 'a BMP of runs', make: () => runLengthBmp({ width: 5000, height: 5000 }) },
	{ name: 'a TIFF of 5,000 pages', make: () => tiff(...new Array<object>(5_000).fill({})) },
	{
		name: 'a TIFF of a tile of 3,600 million pixels',
		make: () => tiff({ entries: { 322: 60_000, 323: 60_000, 324: 8, 325: 8 } }),
	},
	{ name: 'a HEIC larger than it says', make: () => withSides(photo(), 60, 60) },
	{ name: 'a HEIC of 25 million pixels', make: () => withSides(photo(), 5000, 5000) },
	{ name: 'a page of 2,500 rows of a character', make: () => pageOfRows(2_500) },
	{ name: 'a page of 500,000 objects', make: () => pageOfObjects(500_000) },
	{ name: 'a page of forms in forms', make: () => nestedForms(12) },
	{ name: 'a page of forms 500 deep', make: () => deepForms(500) },
	{
		name: 'a picture covered with small digits',
		make: () => densePage({ width: 2000, height: 2000, pitch: 20, dot: 2, length: 25 }),
	},
	{
		name: 'a picture of as many digits as are read',
		make: () => densePage({ width: 1400, height: 1300, pitch: 20, dot: 2, length: 40 }),
	},
];
