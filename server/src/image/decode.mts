import sharp, { type Sharp } from 'sharp';
import { decodeBmp, readBmpHeader } from './bmp.mts';
import { assertDecodable, formatOf } from './header.mts';
import { PictureError } from './picture-error.mts';
import type { Raster } from './raster.mts';

/** Text on a page of this many pixels is as large as the recognition model can use. */
const usefulPixels = 6_000_000;

/**
 * Decodes a picture to RGB: turned as its EXIF data says, transparent parts white, any colour space
 * and depth brought to 8-bit sRGB, shrunk when it is larger than is useful. Throws PictureError.
 */
export async function decode(picture: Buffer): Promise<Raster> {
	const format = formatOf(picture);
	const { width, height } = format === 'bmp' ? readBmpHeader(picture) : await sharpSize(picture);
	assertDecodable({ width, height });
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
