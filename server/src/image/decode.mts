import sharp, { type Metadata, type Sharp } from 'sharp';
import { decodeBmp } from './bmp.mts';
import { formatOf, isPictureFormat, type PictureFormat } from './format.mts';
import { stillGif } from './gif.mts';
import { readHeader } from './header.mts';
import { decodeHeic } from './heic/decode-heic.mts';
import { readJpegHeader } from './jpeg-header.mts';
import type { PictureHeader, Size } from './picture-header.mts';
import { assertFewScans } from './jpeg-scans.mts';
import { PictureError } from '../page/picture-error.mts';
import { assertNoSurplus, withoutNotes } from './png-chunks.mts';
import type { Raster } from './raster.mts';
import { tiffPage } from './tiff/pages.mts';
import { stillWebp } from './webp.mts';

// No picture comes twice: what libvips would keep of the last ones is only memory.
sharp.cache(false);
// libvips chooses a decoder by what bytes look like, another one than the header was read for.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['Jpeg', 'Png', 'Webp', 'Tiff', 'Nsgif', 'Heif'].map(
		(name) => `VipsForeignLoad${name}`,
	),
});

/** Text on a page of this many pixels is as large as the recognition model can use. */
const usefulPixels = 6_000_000;

type Opener = (picture: Buffer, header: PictureHeader, signal?: AbortSignal) => Promise<Sharp>;

/** Opens an encoded picture. */
const openers: Record<PictureFormat, Opener> = {
	jpeg: async (picture, header) => {
		assertFewScans(picture, readJpegHeader(picture).firstScan);
		return await openEncoded(picture, header, { isProgressive: header.isWhole });
	},
	png: async (picture, header) => {
		await assertNoSurplus(picture, header);
		return await openEncoded(withoutNotes(picture), header, { isProgressive: header.isWhole });
	},
	bmp: async (picture) => sharpOf(decodeBmp(picture)),
	webp: async (picture, header) =>
		await openEncoded(stillWebp(picture), header, { format: 'webp' }),
	tiff: async (picture, header) =>
		await openEncoded(tiffPage(picture, 1), header, { format: 'tiff' }),
	gif: async (picture, header) => await openEncoded(stillGif(picture), header, { format: 'gif' }),
	heic: async (picture, _header, signal) =>
		sharpOf(await decodeHeic(picture, usefulPixels, signal)),
	avif: openAvif,
};

/**
 * Decodes a picture to RGB, of a file with several its first one: turned as a viewer turns it, transparent parts
 * white, any colour space and depth brought to 8-bit sRGB, shrunk when it is larger than is useful (a JPEG while it
 * is decoded). Throws PictureError, also where the decoder sees another picture than its header promised, and the
 * signal's reason when it is aborted meanwhile.
 */
export async function decode(picture: Buffer, signal?: AbortSignal): Promise<Raster> {
	const format = formatOf(picture);
	if (!isPictureFormat(format)) throw new PictureError(`a ${format} cannot be decoded`);
	const header = readHeader(format, picture);
	const { width, height } = header;
	const shrink = Math.min(1, Math.sqrt(usefulPixels / (width * height)));
	const side = Math.round(Math.max(width, height) * shrink);
	try {
		const image = await openers[format](picture, header, signal);
		const { data, info } = await image
			.autoOrient()
			.resize(
				shrink < 1
					? { width: side, height: side, fit: 'inside', withoutEnlargement: true }
					: undefined,
			)
			.flatten({ background: 'white' })
			.toColourspace('srgb')
			.raw({ depth: 'uchar' })
			.toBuffer({ resolveWithObject: true });
		if (info.channels !== 3) throw new PictureError("the picture's colours are of no known kind");
		return { width: info.width, height: info.height, data };
	} catch (error) {
		signal?.throwIfAborted();
		if (error instanceof PictureError) throw error;
		throw new PictureError(`the picture cannot be decoded: ${firstLine(error)}`);
	}
}

/** What the decoder is to see. */
type Facts = Partial<Record<keyof Metadata, unknown>>;

/** A pipeline that decodes what the header said. */
async function openEncoded(bytes: Buffer, header: PictureHeader, expected: Facts): Promise<Sharp> {
	const image = sharpFor(bytes, header);
	const seen = await image.metadata();
	const { width, height, channels } = header;
	assertSame(seen, { width, height, ...(channels && { channels }), ...expected });
	return image;
}

/** The photo of an AVIF may be cut out of a larger picture, and turned. */
async function openAvif(bytes: Buffer, header: PictureHeader): Promise<Sharp> {
	const image = sharpFor(bytes, header);
	const seen = await image.metadata();
	assertSame(seen, { format: 'heif', compression: 'av1' });
	return image;
}

const sharpFor = (bytes: Buffer, { width, height }: Size) =>
	sharp(bytes, { failOn: 'truncated', limitInputPixels: width * height });

function assertSame(seen: Metadata, expected: Facts): void {
	const names = Object.keys(expected) as Array<keyof Metadata>;
	if (names.some((name) => seen[name] !== expected[name])) {
		throw new PictureError('the picture is broken: its header and its pixels disagree');
	}
}

/** A sharp pipeline that starts from decoded pixels. */
export const sharpOf = ({ width, height, data }: Raster): Sharp =>
	sharp(data, { raw: { width, height, channels: 3 } });

/** What a decoder says first, but for what its reader of bytes says before it. */
const firstLine = (error: unknown) => {
	const lines = String(error instanceof Error ? error.message : error).split('\n');
	return lines.find((line) => !line.startsWith('source: ')) ?? lines[0];
};
