import type { Page } from 'playwright-core';
import { harshPicture, harshSettings } from '../../../benchmark/make/harsh.mts';
import { pageHtml } from '../../../samples/make/html.mts';
import { photograph } from '../../../samples/make/photo.mts';
import { photoSettings } from '../../../samples/make/photo-settings.mts';
import { seedOf } from '../../../samples/make/random.mts';
import type { Drawing } from './layout.mts';
import type { Print } from './prints.mts';

const cleanQuality = 82;
const pngUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

/** The drawing as it comes from the printer, as a data URL, and its size. */
interface Printout {
	url: string;
	jpeg: Buffer;
	width: number;
	height: number;
}

/** Prints a drawing; a printer whose dots show has no shades of grey. */
async function printOut(page: Page, drawing: Drawing, { dots }: Print): Promise<Printout> {
	const paper = page.locator('.paper');
	await page.setContent(pageHtml(drawing.width, '', drawing.svg));
	const [width, height] = [drawing.width * dots, drawing.height * dots];
	if (dots > 1) {
		const style = `img { display: block; width: ${width}px; image-rendering: pixelated; filter: contrast(1.6); }`;
		const image = `<img src="${pngUrl(await paper.screenshot())}">`;
		await page.setContent(pageHtml(width, style, image));
	}
	const url = pngUrl(await paper.screenshot());
	return {
		url,
		jpeg: await paper.screenshot({ type: 'jpeg', quality: cleanQuality }),
		width,
		height,
	};
}

/** Makes one variant of a printed document. */
type Maker = (page: Page, id: string, printout: Printout) => Promise<Buffer>;

const photo =
	(shot: string, longestSide: number): Maker =>
	(page, id, { url, width, height }) =>
		photograph(page, url, photoSettings(seedOf(`${id} ${shot}`), width, height, { longestSide }));

/** The variants of a document: its clean picture, photos from near and afar, and the benchmark's harsh one. */
export const makers: Record<string, Maker> = {
	clean: (_page, _id, { jpeg }) => Promise.resolve(jpeg),
	photo: photo('photo', 1600),
	photo2: photo('second photo', 2200),
	harsh: (page, id, { url }) => harshPicture(page, url, harshSettings(id)),
};

/** Makes some variants of a document. */
export async function makePictures(
	page: Page,
	id: string,
	drawing: Drawing,
	print: Print,
	variants: readonly string[],
): Promise<Map<string, Buffer>> {
	const printout = await printOut(page, drawing, print);
	const pictures = new Map<string, Buffer>();
	for (const variant of variants) {
		pictures.set(variant, await makers[variant](page, id, printout));
	}
	return pictures;
}
