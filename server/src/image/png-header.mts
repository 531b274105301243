import type { PictureHeader } from './picture-header.mts';
import { PictureError } from '../page/picture-error.mts';

/** Where the data of the first chunk begins: after the signature, its length and its name. */
const dataAt = 16;
const dataSize = 13;

/** W3C, PNG Specification, table 11.1: values of a pixel, as they are decoded, and bits of a value by colour type. */
const colorTypes: Record<number, { values: number; depths: readonly number[] } | undefined> = {
	0: { values: 1, depths: [1, 2, 4, 8, 16] },
	2: { values: 3, depths: [8, 16] },
	3: { values: 4, depths: [1, 2, 4, 8] },
	4: { values: 2, depths: [8, 16] },
	6: { values: 4, depths: [8, 16] },
};

/**
 * W3C, PNG Specification, 11.2.1: the first chunk is IHDR, which says everything. Throws PictureError when it
 * is none, or says what the specification does not know.
 */
export function readPngHeader(picture: Buffer): PictureHeader {
	const isComplete = picture.length >= dataAt + dataSize;
	if (!isComplete || picture.readUInt32BE(8) !== dataSize || nameOf(picture) !== 'IHDR') {
		throw new PictureError("the PNG's header cannot be read");
	}
	const [width, height] = [picture.readUInt32BE(dataAt), picture.readUInt32BE(dataAt + 4)];
	const [depth, colorType, compression, filter, interlace] = picture.subarray(dataAt + 8);
	const kind = colorTypes[colorType];
	if (!kind?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) {
		throw new PictureError('the PNG is broken: its header says what no PNG has');
	}
	const bytesPerPixel = kind.values * (depth > 8 ? 2 : 1);
	const isWhole = interlace === 1;
	return {
		width,
		height,
		isWhole,
		heldBytes: isWhole ? width * height * bytesPerPixel : 0,
	};
}

const nameOf = (picture: Buffer) => picture.toString('latin1', 12, dataAt);
