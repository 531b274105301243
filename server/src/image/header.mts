import { readBmpHeader } from './bmp.mts';
import { PictureError } from './picture-error.mts';

/** More pixels than any phone's or scanner's page needs; decoding more would only cost memory. */
const maximumPixels = 64_000_000;

export type Format = 'png' | 'jpeg' | 'bmp' | 'gif' | 'webp' | 'tiff' | 'pdf';

const signatures: ReadonlyArray<readonly [Format, RegExp]> = [
	['png', /^\x89PNG\r\n\x1a\n/],
	['jpeg', /^\xff\xd8\xff/],
	['bmp', /^BM/],
	['gif', /^GIF8[79]a/],
	['webp', /^RIFF....WEBP/s],
	['tiff', /^(II\*\0|MM\0\*)/],
	['pdf', /^%PDF-/],
];

/** Width and height in pixels as stored, before any EXIF orientation. */
export interface Size {
	width: number;
	height: number;
}

/** The format of a picture by its first bytes. Throws PictureError when it is none that is known. */
export function formatOf(picture: Buffer): Format {
	if (picture.length === 0) throw new PictureError('the picture is empty');
	const start = picture.toString('latin1', 0, 16);
	const format = signatures.find(([, signature]) => signature.test(start))?.[0];
	if (!format) throw new PictureError('these bytes are not a picture of a known format');
	return format;
}

/**
 * The size in a picture's header, read without any native code: hostile bytes reach that only in a worker.
 * Throws PictureError when there is none.
 */
export function sizeOf(format: 'png' | 'jpeg' | 'bmp', picture: Buffer): Size {
	const size = readers[format](picture);
	if (!size || size.width === 0 || size.height === 0) {
		throw new PictureError("the picture's header cannot be read");
	}
	return size;
}

/** Throws PictureError when a picture has so many pixels that it is a decompression bomb. */
export function assertDecodable({ width, height }: Size): void {
	if (width * height > maximumPixels) {
		throw new PictureError(
			`the picture has ${width} x ${height} pixels, more than ${maximumPixels / 1e6} million`,
		);
	}
}

const readers: Record<'png' | 'jpeg' | 'bmp', (picture: Buffer) => Size | undefined> = {
	png: pngSize,
	jpeg: jpegSize,
	bmp: readBmpHeader,
};

/** W3C, PNG Specification, 11.2.1: the first chunk is IHDR and begins with width and height. */
function pngSize(picture: Buffer): Size | undefined {
	if (picture.length < 24 || picture.toString('latin1', 12, 16) !== 'IHDR') return undefined;
	return { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
}

/**
 * ITU-T T.81, annex B: segments of a marker and a length up to the frame header (SOF0 to SOF15, but
 * not DHT, JPG and DAC), which holds the precision, the height and the width.
 */
function jpegSize(picture: Buffer): Size | undefined {
	let at = 2;
	while (at + 9 <= picture.length) {
		if (picture[at] !== 0xff) return undefined;
		const marker = picture[at + 1];
		if (marker === 0xff) at += 1;
		else if (isFrame(marker)) {
			return { width: picture.readUInt16BE(at + 7), height: picture.readUInt16BE(at + 5) };
		} else at += 2 + picture.readUInt16BE(at + 2);
	}
	return undefined;
}

const isFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
