import { openFile } from '../files/open-file.mts';
import { sharpOf } from '../image/decode.mts';
import type { Raster } from '../image/raster.mts';
import { nextPage } from '../page/page-ranges.mts';
import { PictureError } from '../page/picture-error.mts';
import type { Drawing, Job } from './messages.mts';
import type { PageReader } from './page-reader.mts';

/** Pixels that a page is wide at most: small print can be read on it. How long it is, decoding and drawing bound. */
const mostWide = 1600;
const quality = 80;

/**
 * A page as a viewer shows it, of those that are asked for the first. Throws PictureError, also where the page is no
 * picture but the data of an OFD or XML, and the signal's reason when it is aborted.
 */
export async function drawPage(
	reader: PageReader,
	{ file, pages }: Pick<Job, 'file' | 'pages'>,
	signal?: AbortSignal,
): Promise<Drawing> {
	const page = nextPage(pages, 1) ?? 1;
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
	const raster = await rasterOf(reader, bytes, page, signal);
	const small = sharpOf(raster).resize({ width: mostWide, withoutEnlargement: true });
	return { page, picture: (await small.jpeg({ quality }).toBuffer()).toString('base64') };
}

/** Pages count over all that the file holds, as they do where it is read. */
async function rasterOf(
	reader: PageReader,
	file: Buffer,
	page: number,
	signal?: AbortSignal,
): Promise<Raster> {
	let before = 0;
	for await (const source of openFile(file, signal)) {
		if (source.type === 'refused') continue;
		if (source.type === 'pdf' || source.type === 'picture') {
			const drawn = await pageOrCount(reader, source.file, page - before, signal);
			if (typeof drawn !== 'number') return drawn;
			before += drawn;
		} else if (++before === page) {
			throw new PictureError(`page ${page} is data, which is read without drawing it`);
		}
	}
	throw new PictureError(`the file has no page ${page}: it has ${before}`);
}

/** A page of a picture or PDF, or how many it has where it has no such page. */
async function pageOrCount(
	reader: PageReader,
	file: Buffer,
	local: number,
	signal?: AbortSignal,
): Promise<Raster | number> {
	const open = await reader.open(file);
	try {
		if (local > (open.pageCount ?? Infinity)) return open.pageCount ?? 0;
		return await open.draw(local, signal);
	} catch (error) {
		if (!(error instanceof PictureError) || local <= (open.pageCount ?? 0)) throw error;
		return open.pageCount ?? 0;
	} finally {
		await open.close();
	}
}
