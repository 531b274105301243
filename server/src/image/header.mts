import { isRunLength, readBmpHeader } from './bmp-header.mts';
import type { PictureFormat } from './format.mts';
import { readGifHeader } from './gif.mts';
import { readIsoSize } from './iso-header.mts';
import { readJpegHeader } from './jpeg-header.mts';
import { PictureError } from '../page/picture-error.mts';
import type { PictureHeader } from './picture-header.mts';
import { readPngHeader } from './png-header.mts';
import { readTiffHeader } from './tiff/header.mts';
import { readWebpHeader } from './webp.mts';

/** The most pixels that are decoded: phones take JPEG photos of 200 million, a scanned A3 page of 600 dpi has 70. */
const maximumPixels: Record<PictureFormat, number> = {
	jpeg: 250e6,
	png: 100e6,
	bmp: 100e6,
	webp: 100e6,
	tiff: 100e6,
	gif: 100e6,
	// A photo of so many is decoded in the memory that its thread may have; phones take 12 and 24 million by default.
	heic: 26e6,
	// The decoder takes 18 bytes for each.
	avif: 12.5e6,
};
/** The most that decoding may hold, a scanned A4 page of 600 dpi as a BMP: a worker may hold 800 MB with its models. */
const maximumHeld = 110e6;
/** What libjpeg decodes; no paper is that long. */
const longestSide = 65_500;
/** A receipt of three metres is 40 times as long as wide; shrunk, a longer strip would have no width left. */
export const mostElongated = 200;

const readers: Record<PictureFormat, (picture: Buffer) => PictureHeader> = {
	png: readPngHeader,
	jpeg: readJpegHeader,
	bmp: (picture) => {
		const { width, height, compression } = readBmpHeader(picture);
		// Colours, and before them the palette's indexes that runs are expanded to.
		const bytesPerPixel = isRunLength(compression) ? 4 : 3;
		return { width, height, isWhole: true, heldBytes: width * height * bytesPerPixel };
	},
	webp: readWebpHeader,
	tiff: readTiffHeader,
	gif: readGifHeader,
	heic: (picture) => ({ ...readIsoSize(picture), isWhole: true, heldBytes: 0 }),
	avif: (picture) => ({ ...readIsoSize(picture), isWhole: true, heldBytes: 0 }),
};

/**
 * What a picture's header says, read without any native code, looking at a bounded number of bytes: hostile
 * bytes reach more than that only in a worker. Throws PictureError when the header is not as encoders write it,
 * or when it announces more than is decoded.
 */
export function readHeader(format: PictureFormat, picture: Buffer): PictureHeader {
	const header = readers[format](picture);
	const refuse = (why: string) =>
		new PictureError(`the picture has ${header.width} x ${header.height} pixels${why}`);
	const { width, height, heldBytes } = header;
	const [short, long] = [Math.min(width, height), Math.max(width, height)];
	if (short === 0) throw refuse(': its header is broken');
	const limit = maximumPixels[format];
	if (width * height > limit) throw refuse(`, more than ${limit / 1e6} million`);
	if (long > longestSide) throw refuse(`, no side may have more than ${longestSide}`);
	if (long > mostElongated * short) {
		throw refuse(`, one side is more than ${mostElongated} times as long as the other: crop it`);
	}
	if (heldBytes > maximumHeld) {
		throw refuse(
			' in a form that is decoded as a whole (progressive, interlaced, tiled, GIF, WEBP, BMP), too many for that: save it as an ordinary JPEG',
		);
	}
	return header;
}
