import { PictureError } from '../page/picture-error.mts';
import type { PictureHeader } from './picture-header.mts';

/** RFC 9649, 2.3 and 2.4: `RIFF`, a size, `WEBP`; then chunks of a name, a size and data of even length. */
const riffSize = 12;
const headSize = 8;
/** Bytes that the decoder holds of a pixel; of an animation it puts a frame onto a canvas. */
const heldOfStill = 5;
const heldOfAnimation = 9;
const sideBits = 0x3fff;
const animationFlag = 0x02;
/** In a JPEG, for which Exif was made, it has at most so many bytes. */
const maximumExif = 65_535;

/** What a picture is made of; others are notes, and of the frames of an animation only the first is needed. */
const usefulChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF', 'EXIF'];

interface Sides {
	width: number;
	height: number;
	isAnimated?: boolean;
}

/** By the first chunk's name (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1); undefined where its data are not as they must be. */
const sidesOf: Record<string, ((data: Buffer) => Sides | undefined) | undefined> = {
	'VP8 ': (data) =>
		(data[0] & 1) === 0 && data.readUIntBE(3, 3) === 0x9d012a
			? { width: data.readUInt16LE(6) & sideBits, height: data.readUInt16LE(8) & sideBits }
			: undefined,
	VP8L: (data) => {
		const sides = data.readUInt32LE(1);
		return data[0] === 0x2f
			? { width: (sides & sideBits) + 1, height: ((sides >>> 14) & sideBits) + 1 }
			: undefined;
	},
	VP8X: (data) => ({
		width: data.readUIntLE(4, 3) + 1,
		height: data.readUIntLE(7, 3) + 1,
		isAnimated: (data[0] & animationFlag) !== 0,
	}),
};
const longestHead = 10;

/** What the first chunk of a WEBP says. Throws PictureError. */
export function readWebpHeader(picture: Buffer): PictureHeader {
	const start = riffSize + headSize;
	const data = picture.subarray(start, start + longestHead);
	const sides =
		data.length === longestHead
			? sidesOf[picture.toString('latin1', riffSize, riffSize + 4)]?.(data)
			: undefined;
	if (!sides) throw new PictureError("the WEBP's header cannot be read");
	if (picture.readUInt32LE(4) + headSize > picture.length) {
		throw new PictureError('the WEBP is cut off: its end is missing');
	}
	const { width, height, isAnimated } = sides;
	const held = isAnimated ? heldOfAnimation : heldOfStill;
	return { width, height, isWhole: true, heldBytes: width * height * held };
}

/**
 * A WEBP of its first frame, without what says nothing of the pixels: the time that the decoder takes to look
 * through frames grows with the square of their number.
 */
export function stillWebp(picture: Buffer): Buffer {
	const kept = Buffer.alloc(picture.length);
	let size = picture.copy(kept, 0, 0, riffSize);
	let hasFrame = false;
	for (let at = riffSize; at + headSize <= picture.length; ) {
		const name = picture.toString('latin1', at, at + 4);
		const length = picture.readUInt32LE(at + 4);
		const end = Math.min(picture.length, at + headSize + length + (length % 2));
		const isSurplus = name === 'EXIF' ? length > maximumExif : name === 'ANMF' && hasFrame;
		if (usefulChunks.includes(name) && !isSurplus) size += picture.copy(kept, size, at, end);
		hasFrame ||= name === 'ANMF';
		at = end;
	}
	kept.writeUInt32LE(size - headSize, 4);
	return kept.subarray(0, size);
}
