import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { segment } from './jpeg.mts';
import { chinesePage, onePage } from './pdf.mts';

interface Size {
	width: number;
	height: number;
}

/** A marker with no segment behind it to speak of, again and again: `FF CF 00 02`, in so many bytes. */
export const frameFlood = (bytes: number, marker = 0xcf): Buffer =>
	Buffer.concat([Buffer.from([0xff, 0xd8]), segmentFlood(bytes, marker)]);

/** Empty segments of a JPEG, in so many bytes. */
export const segmentFlood = (bytes: number, marker = 0xe1): Buffer =>
	Buffer.alloc(bytes, segment(marker, []));

/** A chunk of a PNG (PNG Specification, 5.3). */
export function chunk(name: string, data: Uint8Array = Buffer.alloc(0)): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const valuesOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Png extends Size {
	depth?: number;
	colorType?: number;
	/** Chunks before the pixels. */
	notes?: readonly Buffer[];
	/** The pixels as they are packed, where they are not as many as the size says. */
	packed?: Buffer;
}

/** A black PNG, a thousandth as large as its pixels. */
export function blackPng(png: Png): Buffer {
	const { width, height, depth = 8, colorType = 0, notes = [], packed } = png;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([depth, colorType], 8);
	const rowSize = 1 + Math.ceil((width * valuesOf[colorType] * depth) / 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		...notes,
		chunk('IDAT', packed ?? packedZeros(rowSize * height)),
		chunk('IEND'),
	]);
}

const partSize = 16e6;
const zlibHeader = Buffer.from([0x78, 0x9c]);

/** So many zeros in a deflate stream that goes on. */
const zerosToGoOn = (bytes: number) =>
	deflateRawSync(Buffer.alloc(bytes), { level: 9, finishFlush: constants.Z_SYNC_FLUSH });

/** So many zeros in a zlib stream, put together from parts: they would take gigabytes (RFC 1950). */
function packedZeros(bytes: number): Buffer {
	const parts = new Array<Buffer>(Math.floor(bytes / partSize)).fill(zerosToGoOn(partSize));
	const adler = Buffer.alloc(4);
	adler.writeUInt16BE(bytes % 65_521, 0);
	adler.writeUInt16BE(1, 2);
	return Buffer.concat([
		zlibHeader,
		...parts,
		deflateRawSync(Buffer.alloc(bytes % partSize)),
		adler,
	]);
}

/** The beginning of pixels that unpack to a thousand times as much, in about so many bytes. */
export function endlessPixels(bytes: number): Buffer {
	const part = zerosToGoOn(partSize);
	const parts = new Array<Buffer>(Math.floor(bytes / part.length)).fill(part);
	return Buffer.concat([zlibHeader, ...parts]);
}

/** Notes that unpack to so many bytes each. */
export function packedNotes(count: number, bytes: number): Buffer[] {
	const note = Buffer.concat([Buffer.from('note\0\0'), deflateSync(Buffer.alloc(bytes, 'A'))]);
	return new Array<Buffer>(count).fill(chunk('zTXt', note));
}

/** A BMP of 8 bits whose rows are runs: those that are given, or one of white for each row. */
export function runLengthBmp({ width, height }: Size, runs?: Buffer): Buffer {
	const start = 54 + 2 * 4;
	const header = Buffer.alloc(start);
	header.write('BM');
	header.writeUInt32LE(start, 10);
	header.writeUInt32LE(40, 14);
	header.writeInt32LE(width, 18);
	header.writeInt32LE(height, 22);
	header.writeUInt16LE(1, 26);
	header.writeUInt16LE(8, 28);
	header.writeUInt32LE(1, 30);
	header.writeUInt32LE(2, 46);
	header.fill(255, 58, 61);
	const row = [...rowOfRuns(width), 0, 0];
	return Buffer.concat([header, runs ?? Buffer.alloc(row.length * height, Buffer.from(row))]);
}

const longestRun = 255;

function rowOfRuns(width: number): number[] {
	const whole = new Array<number[]>(Math.floor(width / longestRun)).fill([longestRun, 1]).flat();
	return width % longestRun > 0 ? [...whole, width % longestRun, 1] : whole;
}

/** Runs far beyond the end of a row, in so many bytes. */
export const endlessRuns = (bytes: number): Buffer =>
	Buffer.alloc(bytes, Buffer.from([longestRun, 1]));

/** A page with so many rows of one character each, as invoices have them. */
export const pageOfRows = (rows: number): Buffer =>
	chinesePage({ lines: Array.from({ length: rows }, (_, i) => usualChars[i % usualChars.length]) });

const usualChars = '发票号码日期名称数量单价金额税合计5';

/** A page with so many rectangles. */
export const pageOfObjects = (objects: number): Buffer =>
	onePage({ content: '0 0 5 4 re f\n'.repeat(objects) });

/** Forms in forms, one in each. */
export function deepForms(depth: number): Buffer {
	const forms = Array.from({ length: depth }, (_, i) => {
		const entries = `/Type /XObject /Subtype /Form /BBox [0 0 600 600] /Resources << /XObject << /X ${7 + i} 0 R >> >>`;
		const content = i === depth - 1 ? '0 0 1 1 re f' : '/X Do';
		return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
	});
	return onePage({ content: '/X Do', resources: '/XObject << /X 6 0 R >>', more: forms });
}

/** The digits in 5 rows of 3 pixels, the first row in the highest bits. */
const digits = [
	0b111101101101111, 0b010110010010111, 0b111001111100111, 0b111001111001111, 0b101101111001001,
	0b111100111001111, 0b111100111101111, 0b111001001001001, 0b111101111101111, 0b111101111001111,
];

interface DensePage extends Size {
	/** Pixels from a line of digits to the next, and those of a digit's dot. */
	pitch: number;
	dot: number;
	/** Digits in a piece of text; as much room as three digits is between two pieces. */
	length: number;
}

/** A PNG covered with small digits. */
export function densePage({ width, height, pitch, dot, length }: DensePage): Buffer {
	const rowSize = 1 + width;
	const pixels = Buffer.alloc(rowSize * height, 255);
	const columns = Math.floor(width / (4 * dot));
	for (let y = 0; y < height; y++) {
		pixels[y * rowSize] = 0;
		const line = Math.floor(y / pitch);
		const row = Math.floor((y % pitch) / dot);
		for (let column = 0; row < 5 && column < columns; column++) {
			if (column % (length + 3) >= length) continue;
			const bits = digits[(line * 7 + column * column) % 10] >> (12 - 3 * row);
			for (let bit = 0; bit < 3; bit++) {
				const from = y * rowSize + 1 + (4 * column + bit) * dot;
				if (bits & (4 >> bit)) pixels.fill(0, from, from + dot);
			}
		}
	}
	return blackPng({ width, height, packed: deflateSync(pixels) });
}
