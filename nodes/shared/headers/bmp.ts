import type { PictureHeader } from './pictureHeader';

const FILE_HEADER = 14;
const CORE_HEADER = 12;

/**
 * Reads a BMP's information header (BITMAPCOREHEADER and BITMAPINFOHEADER, Windows GDI). A negative height means
 * that the rows run from top to bottom.
 *
 * @returns undefined where the header is broken
 */
export function readBmpHeader(bytes: Buffer): PictureHeader | undefined {
	if (bytes.length < FILE_HEADER + CORE_HEADER) return undefined;
	const isCore = bytes.readUInt32LE(FILE_HEADER) === CORE_HEADER;
	const width = isCore ? bytes.readUInt16LE(18) : bytes.readInt32LE(18);
	const height = isCore ? bytes.readUInt16LE(20) : Math.abs(bytes.readInt32LE(22));
	if (width <= 0 || height === 0) return undefined;

	const bitsPerPixel = isCore
		? bytes.readUInt16LE(24)
		: bytes.length < 34
			? 0
			: bytes.readUInt16LE(28);
	const isUncompressed = isCore || (bytes.length >= 34 && bytes.readUInt32LE(30) === 0);
	const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
	const pixelBytes = isUncompressed ? rowBytes * height : 0;
	const complete = bytes.length >= bytes.readUInt32LE(10) + pixelBytes;
	return { width, height, complete };
}
