import { RecognitionFailure } from './failure';
import { fileFormats } from './fileFormats';
import type { PictureFacts } from './pictureFacts';

/**
 * Below these a picture holds no document that anybody could read. A till prints 16 Chinese characters a row or more
 * and each needs 10 pixels to be told apart, so 160 pixels across the paper; thumbnails, QR codes and stickers end
 * below 300 pixels, where phones' smallest photos (240 x 320) and scans begin. Nothing but a long slip lying on its
 * side is 2.5 times as wide as high (invoices: 2.3 at most), and a scanner gives that 240 pixels across or more.
 */
const leastPixels = { longestSide: 300, lyingHeight: 160, standingWidth: 120, stripHeight: 240 };
const STRIP_ASPECT = 2.5;

/**
 * Whether a file is no document at all: a logo, a picture of a signature, a banner, a tracking pixel, a moving smiley, or
 * what else comes with mails.
 */
export function isNoise({ header, format }: PictureFacts): boolean {
	if (!header) return format !== undefined && fileFormats[format].noise === true;
	const { width, height, animated } = header;
	if (animated || Math.max(width, height) < leastPixels.longestSide) return true;
	if (height > width) return width < leastPixels.standingWidth;
	if (height < leastPixels.lyingHeight) return true;
	return width >= STRIP_ASPECT * height && height < leastPixels.stripHeight;
}

/**
 * Refuses a picture that the API would take, and would be paid for, although nothing can be read in it.
 *
 * @throws RecognitionFailure that says its size and what to do if it is a document after all
 */
export function assertNoNoise(facts: PictureFacts): void {
	if (!facts.header || !isNoise(facts)) return;
	const { width, height } = facts.header;
	throw new RecognitionFailure({
		origin: 'input',
		message: `The picture is ${width} x ${height} pixels, as logos and signatures are, and too small for a document`,
		remedy: 'If it is a document, send a larger picture of it, or set Unsupported Files to Fail',
		retry: 'never',
		file: 'noise',
	});
}
