import sharp, { type Sharp } from 'sharp';
import { decodeBmp } from './bmp.mts';
import { formatOf, isPictureFormat, readHeader } from './header.mts';
import { PictureError } from './picture-error.mts';
import type { Raster } from './raster.mts';

// No picture comes twice: what libvips would keep of the last ones is only memory.
sharp.cache(false);

/** Text on a page of this many pixels is as large as the recognition model can use. */
const usefulPixels = 6_000_000;

/**
 * Decodes a PNG, JPEG or BMP to RGB: turned as its EXIF data says, transparent parts white, any colour space
 * and depth brought to 8-bit sRGB, shrunk when it is larger than is useful (a JPEG while it is decoded).
 * Throws PictureError.
 */
export async function decode(picture: Buffer): Promise<Raster> {
	const format = formatOf(picture);
	if (!isPictureFormat(format)) throw new PictureError(`a ${format} cannot be decoded`);
	const { width, height } = readHeader(format, picture);
	const shrink = Math.min(1, Math.sqrt(usefulPixels / (width * height)));
	const side = Math.round(Math.max(width, height) * shrink);
	const image =
		format === 'bmp' ? sharpOf(decodeBmp(picture)) : sharp(picture, { failOn: 'truncated' });
	try {
		const { data, info } = await image
			.autoOrient()
			.resize(shrink < 1 ? { width: side, height: side, fit: 'inside' } : undefined)
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

const firstLine = (error: unknown) =>
	String(error instanceof Error ? error.message : error).split('\n')[0];
