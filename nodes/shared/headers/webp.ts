import type { PictureHeader } from './pictureHeader';

type Sides = Pick<PictureHeader, 'width' | 'height' | 'animated'>;

const HEAD_BYTES = 30;
/** Name, size, kind and the name of the first chunk, and what VP8L says its size with. */
const LEAST_BYTES = 25;
const SIDE_BITS = 0x3fff;
const ANIMATION_FLAG = 0x02;

/** By the name of the first chunk; offsets are those of the file. */
const chunkReaders: Readonly<Record<string, (bytes: Buffer) => Sides>> = {
	'VP8 ': (bytes) => ({
		width: bytes.readUInt16LE(26) & SIDE_BITS,
		height: bytes.readUInt16LE(28) & SIDE_BITS,
	}),
	VP8L: (bytes) => {
		const sides = bytes.readUInt32LE(21);
		return { width: (sides & SIDE_BITS) + 1, height: ((sides >>> 14) & SIDE_BITS) + 1 };
	},
	VP8X: (bytes) => ({
		width: bytes.readUIntLE(24, 3) + 1,
		height: bytes.readUIntLE(27, 3) + 1,
		animated: (bytes[20] & ANIMATION_FLAG) !== 0,
	}),
};

/**
 * Reads the first chunk of a WEBP (RFC 9649, sections 2.5 to 2.7).
 *
 * @returns undefined where the header is broken
 */
export function readWebpHeader(bytes: Buffer): PictureHeader | undefined {
	if (bytes.length < LEAST_BYTES) return undefined;
	const head = Buffer.alloc(HEAD_BYTES);
	bytes.copy(head);
	const sides = chunkReaders[bytes.toString('latin1', 12, 16)]?.(head);
	if (!sides || sides.width === 0 || sides.height === 0) return undefined;
	return { ...sides, complete: bytes.length >= bytes.readUInt32LE(4) + 8 };
}
