import { PictureError } from '../../page/picture-error.mts';
import type { PictureHeader } from '../picture-header.mts';
import type { Directory } from './directory.mts';
import { firstTiffPage } from './pages.mts';

/** TIFF 6.0, sections 8 and 15. */
const tags = {
	width: 256,
	height: 257,
	depth: 258,
	compression: 259,
	stripOffsets: 273,
	samples: 277,
	stripRows: 278,
	stripBytes: 279,
	planes: 284,
	tileWidth: 322,
	tileHeight: 323,
	tileOffsets: 324,
	tileBytes: 325,
	sampleFormat: 339,
} as const;
/** None, fax (CCITT, T.4, T.6), LZW, JPEG, Deflate (also under its older number), PackBits. */
const compressions = [1, 2, 3, 4, 5, 7, 8, 32_946, 32_773];
const jpeg = 7;
const depths = [1, 2, 4, 8, 16];
/** Four colours and transparency. */
const maximumSamples = 5;
const separate = 2;
const unsigned = 1;
/** Of a strip or tile that it decodes as a whole the decoder holds two forms. */
const formsHeld = 2;

/** What a TIFF says of its first page. Throws PictureError where it is not as scanners and programs write it. */
export function readTiffHeader(picture: Buffer): PictureHeader {
	const page = firstTiffPage(picture);
	if (page.count(tags.width) === 0) {
		throw new PictureError('the TIFF is broken or cut off: it says nothing of this page');
	}
	const width = page.value(tags.width, 0);
	const height = page.value(tags.height, 0);
	const samples = page.value(tags.samples, 1);
	const depth = page.value(tags.depth, 1);
	const compression = page.value(tags.compression, 1);
	const isUsual =
		compressions.includes(compression) &&
		depths.includes(depth) &&
		samples >= 1 &&
		samples <= maximumSamples &&
		page.value(tags.sampleFormat, unsigned) === unsigned;
	if (!isUsual) {
		throw new PictureError(
			`the TIFF is of a rare kind (${samples} values of ${depth} bits, compression ${compression}): save it as PNG or PDF`,
		);
	}
	const isTiled = page.count(tags.tileOffsets) > 0;
	const part = isTiled
		? { width: page.value(tags.tileWidth, 0), height: page.value(tags.tileHeight, 0) }
		: { width, height: Math.min(height, page.value(tags.stripRows, height)) };
	const isSeparate = page.value(tags.planes, 1) === separate;
	assertParts(page, picture, {
		count:
			Math.ceil(width / part.width) * Math.ceil(height / part.height) * (isSeparate ? samples : 1),
		offsets: isTiled ? tags.tileOffsets : tags.stripOffsets,
		sizes: isTiled ? tags.tileBytes : tags.stripBytes,
	});
	const isWhole = isTiled || isSeparate || compression === jpeg;
	// Of tiles, a row of them is decoded at once.
	const partsAcross = Math.ceil(width / part.width);
	const partBytes = partsAcross * part.width * part.height * samples * (depth > 8 ? 2 : 1);
	return { width, height, isWhole, heldBytes: isWhole ? partBytes * formsHeld : 0 };
}

/** Throws PictureError where a strip or tile is missing: what is there of the picture would pass for all of it. */
function assertParts(
	page: Directory,
	{ length }: Buffer,
	{ count, offsets, sizes }: Record<'count' | 'offsets' | 'sizes', number>,
): void {
	if (!(count > 0) || page.count(offsets) < count || page.count(sizes) < count) {
		throw new PictureError('the TIFF is broken: its picture is not all there');
	}
	for (let i = 0; i < count; i++) {
		if (page.value(offsets, 0, i) + page.value(sizes, 0, i) > length) {
			throw new PictureError('the TIFF is cut off: its end is missing');
		}
	}
}
