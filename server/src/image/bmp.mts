import { compressions, isRunLength, readBmpHeader, type BmpHeader } from './bmp-header.mts';
import { expandRuns } from './bmp-run-length.mts';
import { PictureError } from '../page/picture-error.mts';
import type { Raster } from './raster.mts';

/** Writes the RGB pixels of one row, whose bytes begin at `from`, to `to` in the picture. */
type RowReader = (from: number, to: number) => void;

/** The depths that each way of writing pixels may have. */
const depths: Record<number, readonly number[]> = {
	[compressions.none]: [1, 4, 8, 16, 24, 32],
	[compressions.runLength8]: [8],
	[compressions.runLength4]: [4],
	[compressions.bitFields]: [16, 32],
	[compressions.bitFieldsWithAlpha]: [16, 32],
};

/** Decodes a BMP of any depth, also a run-length coded one. Throws PictureError. */
export function decodeBmp(file: Buffer): Raster {
	const header = readBmpHeader(file);
	const { width, height, bitsPerPixel, compression } = header;
	if (!depths[compression]?.includes(bitsPerPixel)) {
		throw new PictureError(
			`BMP with ${bitsPerPixel} bits a pixel and compression ${compression} is not supported: save it with 24 bits, uncompressed`,
		);
	}
	const source = isRunLength(compression)
		? { bytes: expandRuns(file, header), offset: 0, rowSize: width, bits: 8 }
		: {
				bytes: file,
				offset: header.dataOffset,
				rowSize: Math.ceil((width * bitsPerPixel) / 32) * 4,
				bits: bitsPerPixel,
			};
	if (source.bytes.length < source.offset + source.rowSize * height) {
		throw new PictureError('the BMP is cut off: its last rows are missing');
	}

	const data = new Uint8Array(width * height * 3);
	const readRow =
		bitsPerPixel <= 8
			? paletteReader(source.bytes, source.bits, paletteOf(file, header), width, data)
			: bitsPerPixel === 24
				? trueColorReader(source.bytes, width, data)
				: maskReader(file, header, data);
	for (let y = 0; y < height; y++) {
		const row = header.topDown ? y : height - 1 - y;
		readRow(source.offset + source.rowSize * row, y * width * 3);
	}
	return { width, height, data };
}

/** 256 colours as RGB; an index beyond the palette has its last colour. */
function paletteOf(file: Buffer, { palette }: BmpHeader): Uint8Array {
	const { offset, entrySize, count } = palette;
	if (file.length < offset + entrySize) throw new PictureError('the BMP header is cut off');
	const colors = new Uint8Array(256 * 3);
	for (let i = 0; i < 256; i++) {
		const at = offset + entrySize * Math.min(i, count - 1);
		colors.set([file[at + 2] ?? 0, file[at + 1] ?? 0, file[at] ?? 0], i * 3);
	}
	return colors;
}

function paletteReader(
	bytes: Uint8Array,
	bits: number,
	colors: Uint8Array,
	width: number,
	data: Uint8Array,
): RowReader {
	const mask = 2 ** bits - 1;
	return (from, to) => {
		for (let x = 0; x < width; x++, to += 3) {
			const bit = x * bits;
			const index = (bytes[from + (bit >> 3)] >> (8 - bits - (bit & 7))) & mask;
			data[to] = colors[index * 3];
			data[to + 1] = colors[index * 3 + 1];
			data[to + 2] = colors[index * 3 + 2];
		}
	};
}

const trueColorReader =
	(bytes: Uint8Array, width: number, data: Uint8Array): RowReader =>
	(from, to) => {
		for (let x = 0; x < width; x++, from += 3, to += 3) {
			data[to] = bytes[from + 2];
			data[to + 1] = bytes[from + 1];
			data[to + 2] = bytes[from];
		}
	};

function maskReader(file: Buffer, header: BmpHeader, data: Uint8Array): RowReader {
	const { width, bitsPerPixel, masks } = header;
	const [red, green, blue] = masks.map((mask) => {
		const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
		return { mask, shift, scale: 255 / Math.max(1, mask >>> shift) };
	});
	const level = (pixel: number, { mask, shift, scale }: typeof red) =>
		((pixel & mask) >>> shift) * scale;
	const bytesPerPixel = bitsPerPixel / 8;
	return (from, to) => {
		for (let x = 0; x < width; x++, from += bytesPerPixel, to += 3) {
			const pixel = bytesPerPixel === 2 ? file.readUInt16LE(from) : file.readUInt32LE(from);
			data[to] = level(pixel, red);
			data[to + 1] = level(pixel, green);
			data[to + 2] = level(pixel, blue);
		}
	};
}
