import sharp, { type Sharp } from 'sharp';
import { decodeBmp, readBmpHeader } from './bmp.mts';
import { PictureError } from './picture-error.mts';
import type { Raster } from './raster.mts';

/** More pixels than any phone's or scanner's page needs; decoding more would only cost memory. */
const maximumPixels = 64_000_000;
/** Text on a page of this many pixels is as large as the recognition model can use. */
const usefulPixels = 6_000_000;

/** What a picture's header says. Width and height are as stored, before any EXIF orientation. */
export interface PictureHeader {
	format: 'png' | 'jpeg' | 'bmp' | 'gif' | 'webp' | 'tiff';
	width: number;
	height: number;
}

const signatures: ReadonlyArray<readonly [PictureHeader['format'], RegExp]> = [
	['png', /^\x89PNG\r\n\x1a\n/],
	['jpeg', /^\xff\xd8\xff/],
	['bmp', /^BM/],
	['gif', /^GIF8[79]a/],
	['webp', /^RIFF....WEBP/s],
	['tiff', /^(II\*\0|MM\0\*)/],
];

/**
 * Reads format and size from the first bytes of a picture, without decoding it.
 * Throws PictureError when the bytes are no picture of a known format, or a bomb of too many pixels.
 */
export async function readHeader(picture: Buffer): Promise<PictureHeader> {
	if (picture.length === 0) throw new PictureError('the picture is empty');
	const start = picture.toString('latin1', 0, 16);
	const format = signatures.find(([, signature]) => signature.test(start))?.[0];
	if (!format) throw new PictureError('these bytes are not a picture of a known format');

	const { width, height } = format === 'bmp' ? readBmpHeader(picture) : await sharpSize(picture);
	if (width * height > maximumPixels) {
		throw new PictureError(
			`the picture has ${width} x ${height} pixels, more than ${maximumPixels / 1e6} million`,
		);
	}
	return { format, width, height };
}

/**
 * Decodes a picture to RGB: turned as its EXIF data says, transparent parts white, any colour space
 * and depth brought to 8-bit sRGB, shrunk when it is larger than is useful. Throws PictureError.
 */
export async function decode(picture: Buffer): Promise<Raster> {
	const { format, width, height } = await readHeader(picture);
	const shrink = Math.min(1, Math.sqrt(usefulPixels / (width * height)));
	const image =
		format === 'bmp' ? sharpOf(decodeBmp(picture)) : sharp(picture, { failOn: 'truncated' });
	try {
		const { data, info } = await image
			.autoOrient()
			.resize(
				shrink < 1
					? {
							width: Math.round(Math.max(width, height) * shrink),
							height: Math.round(Math.max(width, height) * shrink),
							fit: 'inside',
						}
					: undefined,
			)
			.flatten({ background: 'white' })
			.toColourspace('srgb')
			.raw({ depth: 'uchar' })
			.toBuffer({ resolveWithObject: true });
		return { width: info.width, height: info.height, data };
	} catch (error) {
		throw new PictureError(`the picture cannot be decoded: ${firstLine(error)}`);
	}
}

/** A sharp pipeline that starts from decoded pixels. */
export const sharpOf = ({ width, height, data }: Raster): Sharp =>
	sharp(data, { raw: { width, height, channels: 3 } });

async function sharpSize(picture: Buffer) {
	try {
		const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata();
		return { width, height };
	} catch (error) {
		throw new PictureError(`the picture's header cannot be read: ${firstLine(error)}`);
	}
}

const firstLine = (error: unknown) =>
	String(error instanceof Error ? error.message : error).split('\n')[0];
