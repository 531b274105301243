import { PictureError } from '../page/picture-error.mts';

// Offsets and meanings: Microsoft, "Bitmap storage", BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER.
const fileHeaderSize = 14;
/** Of OS/2 and Windows 2. */
const coreHeaderSize = 12;
const infoHeaderSize = 40;
/** BITMAPV5HEADER, the longest. */
const longestHeaderSize = 124;

/** How the pixels of a BMP are written: the values of biCompression that are read here. */
export const compressions = {
	none: 0,
	runLength8: 1,
	runLength4: 2,
	bitFields: 3,
	bitFieldsWithAlpha: 6,
} as const;

/** Whether pixels are written as runs of the same index. */
export const isRunLength = (compression: number): boolean =>
	compression === compressions.runLength8 || compression === compressions.runLength4;

/** What the header of a BMP says. */
export interface BmpHeader {
	width: number;
	height: number;
	/** Most BMP files keep their rows from the bottom up. */
	topDown: boolean;
	bitsPerPixel: number;
	compression: number;
	/** Where the rows begin. */
	dataOffset: number;
	palette: { offset: number; entrySize: 3 | 4; count: number };
	/** Which bits of a pixel of 16 or 32 bits are red, green and blue. */
	masks: readonly [red: number, green: number, blue: number];
}

/** Reads the header of a BMP. Throws PictureError when it is none, or not as an encoder writes it. */
export function readBmpHeader(file: Buffer): BmpHeader {
	if (file.length < fileHeaderSize + coreHeaderSize || file.toString('latin1', 0, 2) !== 'BM') {
		throw new PictureError('the BMP header is cut off');
	}
	const headerSize = file.readUInt32LE(14);
	const isCore = headerSize === coreHeaderSize;
	const header = isCore ? readCore(file) : readInfo(file, headerSize);
	const { width, height, bitsPerPixel, palette, dataOffset } = header;
	if (width <= 0 || height === 0) throw new PictureError('the BMP has no pixels');
	const planes = file.readUInt16LE(isCore ? 22 : 26);
	const hasColors = bitsPerPixel > 8 || palette.count <= 256;
	if (planes !== 1 || !hasColors || dataOffset < fileHeaderSize + headerSize) {
		throw new PictureError('the BMP is broken: its header says what no BMP has');
	}
	return header;
}

function readCore(file: Buffer): BmpHeader {
	const bitsPerPixel = file.readUInt16LE(24);
	return {
		width: file.readUInt16LE(18),
		height: file.readUInt16LE(20),
		topDown: false,
		bitsPerPixel,
		compression: compressions.none,
		dataOffset: file.readUInt32LE(10),
		palette: {
			offset: fileHeaderSize + coreHeaderSize,
			entrySize: 3,
			count: 2 ** Math.min(bitsPerPixel, 8),
		},
		masks: usualMasks(bitsPerPixel),
	};
}

function readInfo(file: Buffer, headerSize: number): BmpHeader {
	const end = fileHeaderSize + headerSize;
	const isKnown = headerSize >= infoHeaderSize && headerSize <= longestHeaderSize;
	if (!isKnown || file.length < fileHeaderSize + infoHeaderSize) {
		throw new PictureError('the BMP header is cut off or of an unknown kind');
	}
	const signedHeight = file.readInt32LE(22);
	const bitsPerPixel = file.readUInt16LE(28);
	const compression = file.readUInt32LE(30);
	const hasMasks =
		compression === compressions.bitFields || compression === compressions.bitFieldsWithAlpha;
	const masksAt = fileHeaderSize + infoHeaderSize;
	if (hasMasks && file.length < masksAt + 12) throw new PictureError('the BMP header is cut off');
	return {
		width: file.readInt32LE(18),
		height: Math.abs(signedHeight),
		topDown: signedHeight < 0,
		bitsPerPixel,
		compression,
		dataOffset: file.readUInt32LE(10),
		palette: {
			offset: end,
			entrySize: 4,
			count: file.readUInt32LE(46) || 2 ** Math.min(bitsPerPixel, 8),
		},
		masks: hasMasks
			? [file.readUInt32LE(masksAt), file.readUInt32LE(masksAt + 4), file.readUInt32LE(masksAt + 8)]
			: usualMasks(bitsPerPixel),
	};
}

/** 5 bits a colour in pixels of 16 bits, 8 in those of 32. */
const usualMasks = (bitsPerPixel: number): BmpHeader['masks'] =>
	bitsPerPixel === 16 ? [0x7c00, 0x3e0, 0x1f] : [0xff0000, 0xff00, 0xff];
