import { readBmpHeader } from './bmp-header.mts';
import { readJpegHeader } from './jpeg-header.mts';
import { PictureError } from './picture-error.mts';
import { readPngHeader } from './png-header.mts';

/** Files that are read, and those that are only known, so that a refusal can name them. */
export type Format = PictureFormat | 'pdf' | 'gif' | 'webp' | 'tiff';
export type PictureFormat = 'png' | 'jpeg' | 'bmp';

/** Stray bytes may stand before the header of a PDF, within its first kilobyte (PDF 1.7, H.3.4.1). */
const signatures: ReadonlyArray<readonly [Format, RegExp]> = [
	['png', /^\x89PNG\r\n\x1a\n/],
	['jpeg', /^\xff\xd8\xff/],
	['bmp', /^BM/],
	['gif', /^GIF8[79]a/],
	['webp', /^RIFF....WEBP/s],
	['tiff', /^(II\*\0|MM\0\*)/],
	['pdf', /%PDF-/],
];
const signatureRange = 1024;

/** Width and height in pixels as stored, before any EXIF orientation. */
export interface Size {
	width: number;
	height: number;
}

/** What a picture's header says of it. */
export interface PictureHeader extends Size {
	/** Bytes that decoding it holds at once; 0 where it goes row by row. */
	heldBytes: number;
}

/** The most pixels that are decoded: phones take JPEG photos of 200 million, a scanned A3 page of 600 dpi has 70. */
const maximumPixels: Record<PictureFormat, number> = { jpeg: 250e6, png: 100e6, bmp: 100e6 };
/** The most that decoding may hold, a scanned A4 page of 600 dpi as a BMP: a worker has 600 MB, its models need half. */
const maximumHeld = 110e6;

const readers: Record<PictureFormat, (picture: Buffer) => PictureHeader | undefined> = {
	png: readPngHeader,
	jpeg: readJpegHeader,
	bmp: (picture) => {
		const { width, height } = readBmpHeader(picture);
		return { width, height, heldBytes: width * height * 3 };
	},
};

/** The format of a file by its first bytes. Throws PictureError when it is none that is known. */
export function formatOf(file: Buffer): Format {
	if (file.length === 0) throw new PictureError('the picture is empty');
	const start = file.toString('latin1', 0, signatureRange);
	const format = signatures.find(([, signature]) => signature.test(start))?.[0];
	if (!format) throw new PictureError('these bytes are not a picture of a known format');
	return format;
}

/** Whether a format is one of those whose pictures are decoded. */
export const isPictureFormat = (format: Format): format is PictureFormat => format in readers;

/**
 * What a picture's header says, read without any native code: hostile bytes reach that only in a worker.
 * Throws PictureError when there is no header, or when it announces more than is decoded.
 */
export function readHeader(format: PictureFormat, picture: Buffer): PictureHeader {
	const header = readers[format](picture);
	if (!header || header.width === 0 || header.height === 0) {
		throw new PictureError("the picture's header cannot be read");
	}
	const { width, height, heldBytes } = header;
	const limit = maximumPixels[format];
	if (width * height > limit) {
		throw new PictureError(
			`the picture has ${width} x ${height} pixels, more than ${limit / 1e6} million`,
		);
	}
	if (heldBytes > maximumHeld) {
		throw new PictureError(
			`the picture has ${width} x ${height} pixels in a form that is decoded as a whole (progressive, interlaced, BMP), too many for that: save it as an ordinary JPEG`,
		);
	}
	return header;
}
