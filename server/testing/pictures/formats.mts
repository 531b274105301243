import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';

/** Endings of formats beside JPEG, PNG and BMP. */
export type FormatEnding = 'webp' | 'heic' | 'tif' | 'avif' | 'gif';

type Encoder = (pages: readonly Buffer[]) => Promise<Buffer>;

/** How a file is made of pictures: one, of a TIFF each page. */
export const encoders: Readonly<Record<FormatEnding, Encoder>> = {
	webp: async ([picture]) => await sharp(picture).webp({ quality: 75 }).toBuffer(),
	avif: async ([picture]) => await sharp(picture).avif({ quality: 55 }).toBuffer(),
	gif: async ([picture]) => await sharp(picture).gif({ colours: 16, dither: 0 }).toBuffer(),
	heic: async ([picture]) => await encodeHeic(picture),
	tif: async (pages) =>
		await sharp(await onOneSize(pages), { join: { animated: true } })
			.tiff({ compression: 'jpeg', quality: 75 })
			.toBuffer(),
};

/** Pages as a scanner makes them: all of one size, on white. */
async function onOneSize(pages: readonly Buffer[]): Promise<Buffer[]> {
	const sizes = await Promise.all(pages.map(async (page) => await sharp(page).metadata()));
	const width = Math.max(...sizes.map((size) => size.width));
	const height = Math.max(...sizes.map((size) => size.height));
	const scan = { width, height, fit: 'contain', background: 'white', position: 'top' } as const;
	return await Promise.all(
		pages.map(async (page) => await sharp(page).resize(scan).png().toBuffer()),
	);
}

/** By the command of libheif, in Debian's libheif-examples: no package that is used here encodes HEVC. */
async function encodeHeic(picture: Buffer): Promise<Buffer> {
	const folder = await mkdtemp(join(tmpdir(), 'heic-'));
	try {
		const [from, to] = [join(folder, 'a.jpg'), join(folder, 'a.heic')];
		await writeFile(from, picture);
		await promisify(execFile)('heif-enc', ['-q', '50', '-t', '160', from, '-o', to]);
		return await readFile(to);
	} finally {
		await rm(folder, { recursive: true });
	}
}
