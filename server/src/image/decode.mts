import sharp, { type Sharp } from 'sharp';
import { decodeBmp } from './bmp.mts';
import { formatOf, isPictureFormat, type PictureFormat } from './format.mts';
import { readHeader } from './header.mts';
import { readJpegHeader } from './jpeg-header.mts';
import type { PictureHeader } from './picture-header.mts';
import { assertFewScans } from './jpeg-scans.mts';
import { PictureError } from '../page/picture-error.mts';
import { assertNoSurplus, withoutNotes } from './png-chunks.mts';
import type { Raster } from './raster.mts';

// No picture comes twice: what libvips would keep of the last ones is only memory.
sharp.cache(false);
// libvips chooses a decoder by what bytes look like, another one than the header was read for.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] });

/** Text on a page of this many pixels is as large as the recognition model can use. */
const usefulPixels = 6_000_000;

/** Opens an encoded picture. */
const openers: Record<PictureFormat, (picture: Buffer, header: PictureHeader) => Promise<Sharp>> = {
	jpeg: async (picture, header) => {
		assertFewScans(picture, readJpegHeader(picture).firstScan);
		return await openEncoded(picture, header);
	},
	png: async (picture, header) => {
		await assertNoSurplus(picture, header);
		return await openEncoded(withoutNotes(picture), header);
	},
	bmp: async (picture) => sharpOf(decodeBmp(picture)),
};

/**
 * Decodes a PNG, JPEG or BMP to RGB: turned as its EXIF data says, transparent parts white, any colour space
 * and depth brought to 8-bit sRGB, shrunk when it is larger than is useful (a JPEG while it is decoded).
 * Throws PictureError, also where the decoder sees another picture than its header promised.
 */
export async function decode(picture: Buffer): Promise<Raster> {
	const format = formatOf(picture);
	if (!isPictureFormat(format)) throw new PictureError(`a ${format} cannot be decoded`);
	const header = readHeader(format, picture);
	const { width, height } = header;
	const shrink = Math.min(1, Math.sqrt(usefulPixels / (width * height)));
	const side = Math.round(Math.max(width, height) * shrink);
	try {
		const image = await openers[format](picture, header);
		const { data, info } = await image
			.autoOrient()
			.resize(shrink < 1 ? { width: side, height: side, fit: 'inside' } : undefined)
			.flatten({ background: 'white' })
			.toColourspace('srgb')
			.raw({ depth: 'uchar' })
			.toBuffer({ resolveWithObject: true });
		if (info.channels !== 3) throw new PictureError("the picture's colours are of no known kind");
		return { width: info.width, height: info.height, data };
	} catch (error) {
		if (error instanceof PictureError) throw error;
		throw new PictureError(`the picture cannot be decoded: ${firstLine(error)}`);
	}
}

/** A pipeline that decodes what the header said. */
async function openEncoded(bytes: Buffer, header: PictureHeader): Promise<Sharp> {
	const image = sharp(bytes, {
		failOn: 'truncated',
		limitInputPixels: header.width * header.height,
	});
	const seen = await image.metadata();
	const isSame =
		seen.width === header.width &&
		seen.height === header.height &&
		seen.isProgressive === header.isWhole &&
		(header.channels ?? seen.channels) === seen.channels;
	if (!isSame) throw new PictureError('the picture is broken: its header and its pixels disagree');
	return image;
}

/** A sharp pipeline that starts from decoded pixels. */
export const sharpOf = ({ width, height, data }: Raster): Sharp =>
	sharp(data, { raw: { width, height, channels: 3 } });

const firstLine = (error: unknown) =>
	String(error instanceof Error ? error.message : error).split('\n')[0];
