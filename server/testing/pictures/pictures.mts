import type { Sharp } from 'sharp';

export type BmpKind = '1-bit' | '8-bit grey' | '16-bit' | '24-bit' | '32-bit';

/** Bits of a pixel, and how it is written: red, green and blue to the value of its bits. */
const kinds: Record<BmpKind, [bits: number, value: (r: number, g: number, b: number) => number]> = {
	'1-bit': [1, (r, g, b) => (r + g + b > 384 ? 1 : 0)],
	'8-bit grey': [8, (r, g, b) => Math.round((r + g + b) / 3)],
	'16-bit': [16, (r, g, b) => ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3)],
	'24-bit': [24, (r, g, b) => (r << 16) | (g << 8) | b],
	'32-bit': [32, (r, g, b) => (r << 16) | (g << 8) | b],
};

/** The same picture as an uncompressed BMP, from the bottom row up; palettes run from black to white. */
export async function encodeBmp(picture: Sharp, kind: BmpKind): Promise<Buffer> {
	const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
	const { width, height } = info;
	const [bits, value] = kinds[kind];
	const colors = bits <= 8 ? 2 ** bits : 0;
	const rowSize = Math.ceil((width * bits) / 32) * 4;
	const start = 54 + 4 * colors;
	const file = Buffer.alloc(start + rowSize * height);
	file.write('BM');
	file.writeUInt32LE(start, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(bits, 28);
	for (let i = 0; i < colors; i++)
		file.fill(Math.round((i * 255) / (colors - 1)), 54 + 4 * i, 57 + 4 * i);
	for (let y = 0; y < height; y++) {
		const row = start + (height - 1 - y) * rowSize;
		for (let x = 0; x < width; x++) {
			const at = (y * width + x) * 3;
			const pixel = value(data[at], data[at + 1], data[at + 2]);
			if (bits === 1) file[row + (x >> 3)] |= pixel << (7 - (x & 7));
			else file.writeUIntLE(pixel, row + (x * bits) / 8, bits / 8);
		}
	}
	return file;
}
