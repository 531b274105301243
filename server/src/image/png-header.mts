import type { PictureHeader } from './header.mts';

/** Values of a pixel by colour type; palettes are decoded to colours with transparency. */
const channels: Record<number, number | undefined> = { 0: 1, 2: 3, 3: 4, 4: 2, 6: 4 };

/** W3C, PNG Specification, 11.2.1: the first chunk is IHDR. Undefined when it is none. */
export function readPngHeader(picture: Buffer): PictureHeader | undefined {
	if (picture.length < 29 || picture.toString('latin1', 12, 16) !== 'IHDR') return undefined;
	const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
	const [depth, colorType, , , interlace] = picture.subarray(24, 29);
	const bytesPerPixel = (channels[colorType] ?? 4) * (depth > 8 ? 2 : 1);
	return { width, height, heldBytes: interlace === 0 ? 0 : width * height * bytesPerPixel };
}
