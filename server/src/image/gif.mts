import { PictureError } from '../page/picture-error.mts';
import type { PictureHeader } from './picture-header.mts';

/** GIF89a, 18: behind the signature stand the sides of the canvas and what is said of its colours. */
const screenSize = 13;
const extension = 0x21;
const image = 0x2c;
const trailer = 0x3b;
const imageHeadSize = 10;
/** Bytes that the decoder holds of a pixel: the canvas, and what it hands on. */
const heldOfPixel = 8;

/** Bytes of a table of colours, by the byte that says whether there is one (GIF89a, 18 and 20). */
const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** What a GIF says of its canvas. Throws PictureError. */
export function readGifHeader(picture: Buffer): PictureHeader {
	if (picture.length < screenSize) throw new PictureError("the GIF's header cannot be read");
	const [width, height] = [picture.readUInt16LE(6), picture.readUInt16LE(8)];
	return { width, height, isWhole: true, heldBytes: width * height * heldOfPixel };
}

/**
 * A GIF that ends with its first frame: the decoder would look at all of them, a million in a file of 20 MB. Throws
 * PictureError where that frame is cut off, or larger than its canvas.
 */
export function stillGif(picture: Buffer): Buffer {
	let at = screenSize + tableSize(picture[10]);
	while (picture[at] === extension) at = behindBlocks(picture, at + 2);
	if (at + imageHeadSize > picture.length) throw cutOff();
	if (picture[at] !== image) throw new PictureError('the GIF is broken: it has no picture');
	const [left, top, width, height] = [1, 3, 5, 7].map((place) => picture.readUInt16LE(at + place));
	if (left + width > picture.readUInt16LE(6) || top + height > picture.readUInt16LE(8)) {
		throw new PictureError('the GIF is broken: its picture is larger than it says');
	}
	const data = at + imageHeadSize + tableSize(picture[at + 9]);
	// Before the blocks stands how many bits a code has.
	const end = behindBlocks(picture, data + 1);
	return Buffer.concat([picture.subarray(0, end), Buffer.from([trailer])]);
}

/** Where a row of blocks ends: each begins with its length, the last has none (GIF89a, 15). */
function behindBlocks(picture: Buffer, from: number): number {
	let at = from;
	while (picture[at] > 0) at += 1 + picture[at];
	if (at >= picture.length) throw cutOff();
	return at + 1;
}

const cutOff = () => new PictureError('the GIF is cut off: its end is missing');
