import type { PictureHeader } from './pictureHeader';

const SCREEN_END = 10;
const TRAILER = 0x3b;
/** Room for a few stray bytes behind the trailer. */
const END_RANGE = 64;
/** The loop stands behind the global colour table, which has 768 bytes at most. */
const LOOP_RANGE = 1024;

/**
 * Reads a GIF's logical screen descriptor (GIF89a specification, section 18) and whether it is played in a loop (the
 * application extension NETSCAPE2.0), as no scan is.
 *
 * @returns undefined where the header is broken
 */
export function readGifHeader(bytes: Buffer): PictureHeader | undefined {
	if (bytes.length < SCREEN_END) return undefined;
	const width = bytes.readUInt16LE(6);
	const height = bytes.readUInt16LE(8);
	if (width === 0 || height === 0) return undefined;
	return {
		width,
		height,
		complete: bytes.subarray(-END_RANGE).includes(TRAILER),
		animated: bytes.subarray(0, LOOP_RANGE).includes('NETSCAPE2.0'),
	};
}
