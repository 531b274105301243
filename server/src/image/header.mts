import { isRunLength, readBmpHeader } from './bmp-header.mts';
import type { PictureFormat } from './format.mts';
import { readJpegHeader } from './jpeg-header.mts';
import { PictureError } from '../page/picture-error.mts';
import type { PictureHeader } from './picture-header.mts';
import { readPngHeader } from './png-header.mts';

/** The most pixels that are decoded: phones take JPEG photos of 200 million, a scanned A3 page of 600 dpi has 70. */
const maximumPixels: Record<PictureFormat, number> = { jpeg: 250e6, png: 100e6, bmp: 100e6 };
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
			' in a form that is decoded as a whole (progressive, interlaced, BMP), too many for that: save it as an ordinary JPEG',
		);
	}
	return header;
}
