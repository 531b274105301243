import { PictureError } from './picture-error.mts';
import type { Raster } from './raster.mts';

// Offsets and meanings: Microsoft, "Bitmap storage", BITMAPFILEHEADER and BITMAPINFOHEADER.
const fileHeaderSize = 14;
const infoHeaderSize = 40;
const uncompressed = 0;
/** Colours given as bit masks; the usual masks of 32-bit pictures say B, G, R, unused. */
const bitFields = 3;
const usualMasks = [0xff0000, 0xff00, 0xff];

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
	paletteOffset: number;
	paletteSize: number;
}

/** Reads the header of a BMP (Windows 3 or later). Throws PictureError when it is no such header. */
export function readBmpHeader(file: Buffer): BmpHeader {
	if (file.length < fileHeaderSize + infoHeaderSize || file.toString('latin1', 0, 2) !== 'BM') {
		throw new PictureError('the BMP header is cut off');
	}
	const headerSize = file.readUInt32LE(14);
	if (headerSize < infoHeaderSize) throw new PictureError('BMP files of OS/2 are not supported');
	const signedHeight = file.readInt32LE(22);
	const bitsPerPixel = file.readUInt16LE(28);
	const colors = file.readUInt32LE(46);
	const header = {
		width: file.readInt32LE(18),
		height: Math.abs(signedHeight),
		topDown: signedHeight < 0,
		bitsPerPixel,
		compression: file.readUInt32LE(30),
		dataOffset: file.readUInt32LE(10),
		paletteOffset: fileHeaderSize + headerSize,
		paletteSize: colors || 2 ** Math.min(bitsPerPixel, 8),
	};
	if (header.width <= 0 || header.height === 0) throw new PictureError('the BMP has no pixels');
	return header;
}

/** Decodes an uncompressed BMP of 8 (palette), 24 or 32 bits a pixel. Throws PictureError. */
export function decodeBmp(file: Buffer): Raster {
	const header = readBmpHeader(file);
	const { width, height, bitsPerPixel, dataOffset } = header;
	assertSupported(file, header);
	const bytesPerPixel = bitsPerPixel / 8;
	const rowSize = Math.ceil((width * bytesPerPixel) / 4) * 4;
	if (file.length < dataOffset + rowSize * height) {
		throw new PictureError('the BMP is cut off: its last rows are missing');
	}

	const data = new Uint8Array(width * height * 3);
	let to = 0;
	for (let y = 0; y < height; y++) {
		let from = dataOffset + rowSize * (header.topDown ? y : height - 1 - y);
		for (let x = 0; x < width; x++, from += bytesPerPixel, to += 3) {
			const color = bytesPerPixel === 1 ? paletteEntry(header, file[from]) : from;
			data[to] = file[color + 2];
			data[to + 1] = file[color + 1];
			data[to + 2] = file[color];
		}
	}
	return { width, height, data };
}

function assertSupported(file: Buffer, { bitsPerPixel, compression, paletteOffset }: BmpHeader) {
	const masks = [0, 4, 8].map((at) => file.readUInt32LE(fileHeaderSize + infoHeaderSize + at));
	const usualBitFields =
		compression === bitFields &&
		bitsPerPixel === 32 &&
		masks.every((mask, i) => mask === usualMasks[i]);
	if (![8, 24, 32].includes(bitsPerPixel) || (compression !== uncompressed && !usualBitFields)) {
		throw new PictureError(
			`BMP with ${bitsPerPixel} bits a pixel and compression ${compression} is not supported: save it with 24 bits, uncompressed`,
		);
	}
	if (file.length < paletteOffset) throw new PictureError('the BMP header is cut off');
}

/** The offset of a palette colour; an index beyond the palette is read as its last colour. */
const paletteEntry = ({ paletteOffset, paletteSize }: BmpHeader, index: number) =>
	paletteOffset + 4 * Math.min(index, paletteSize - 1);
