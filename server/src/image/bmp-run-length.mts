import { compressions, type BmpHeader } from './bmp-header.mts';

// Microsoft, "Bitmap compression": a zero and one of these, or a zero and how many indexes follow as they are.
const endOfLine = 0;
const endOfBitmap = 1;
const delta = 2;

/**
 * The palette indexes of a run-length coded BMP (4 or 8 bits), one byte a pixel, from the bottom row up.
 * Pixels that are not coded have index 0; what lies beyond the picture is ignored, so that the work grows with
 * the picture and the file, whatever the runs say.
 */
export function expandRuns(
	file: Buffer,
	{ width, height, compression, dataOffset }: BmpHeader,
): Uint8Array {
	const indexes = new Uint8Array(width * height);
	const perByte = compression === compressions.runLength4 ? 2 : 1;
	const indexOf = (byte: number, i: number) =>
		perByte === 1 ? byte : i % 2 === 0 ? byte >> 4 : byte & 15;
	let [at, x, y] = [dataOffset, 0, 0];
	const put = (count: number, byteOf: (i: number) => number) => {
		const start = y * width + x;
		const inside = Math.min(count, width - x);
		for (let i = 0; i < inside; i++) indexes[start + i] = indexOf(byteOf(i), i);
		x += count;
	};

	while (at + 1 < file.length && y < height) {
		const [count, value] = [file[at], file[at + 1]];
		at += 2;
		if (count > 0) {
			put(count, () => value);
		} else if (value === endOfBitmap) break;
		else if (value === endOfLine) [x, y] = [0, y + 1];
		else if (value === delta) {
			[x, y] = [x + (file[at] ?? 0), y + (file[at + 1] ?? 0)];
			at += 2;
		} else {
			put(value, (i) => file[at + Math.floor(i / perByte)] ?? 0);
			// Such runs fill whole words of 16 bits.
			at += 2 * Math.ceil(value / perByte / 2);
		}
	}
	return indexes;
}
