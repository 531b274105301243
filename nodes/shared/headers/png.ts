import type { PictureHeader } from './pictureHeader';

const IHDR_END = 24;
const END_CHUNK = 'IEND';
/** A zero length, the name and the checksum of the last chunk, with room for a few stray bytes behind it. */
const END_RANGE = 64;

/**
 * Reads a PNG's IHDR chunk (PNG specification, section 11.2.2).
 *
 * @returns undefined where the header is broken
 */
export function readPngHeader(bytes: Buffer): PictureHeader | undefined {
	if (bytes.length < IHDR_END || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
	const width = bytes.readUInt32BE(16);
	const height = bytes.readUInt32BE(20);
	if (width === 0 || height === 0) return undefined;
	const end = bytes.lastIndexOf(END_CHUNK, undefined, 'latin1');
	return { width, height, complete: end >= bytes.length - END_RANGE && end > IHDR_END };
}
