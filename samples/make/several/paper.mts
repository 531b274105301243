import type { Page } from 'playwright-core';
import type { SampleDocument } from '../document.mts';
import { pageHtml } from '../html.mts';
import { photograph } from '../photo.mts';
import { photoSettings } from '../photo-settings.mts';
import { printed } from '../pdf.mts';
import { seedOf } from '../random.mts';

/** A document's paper on a table: where its middle lies and how it is turned (degrees), its width; in pixels. */
export interface Paper {
	document: SampleDocument;
	x: number;
	y: number;
	width: number;
	angle: number;
	/** It belongs to another paper and is no document of its own. */
	isSlip?: true;
}

/** A table with papers on it. */
export interface Table {
	id: string;
	width: number;
	height: number;
	color: string;
	papers: Paper[];
	/** A photo of it, or its plain picture as a scanner gives it. */
	isPhoto: boolean;
	/** By how many degrees clockwise the picture lies. */
	turned?: 90 | 180 | 270;
}

const scanQuality = 80;
const dataUrl = (type: string, bytes: Buffer) =>
	`data:image/${type};base64,${bytes.toString('base64')}`;

/** The picture of a document's paper as a data URL. */
async function pictureOf(page: Page, { width, style, html }: SampleDocument): Promise<string> {
	await page.setContent(pageHtml(width, style, html));
	return dataUrl('png', await page.locator('.paper').screenshot());
}

/** A JPEG of a table. */
export async function pictureOfTable(page: Page, table: Table): Promise<Buffer> {
	const { id, width, height, color, papers, isPhoto, turned = 0 } = table;
	const pictures: string[] = [];
	for (const { document } of papers) pictures.push(await pictureOf(page, document));
	const images = papers.map(
		(paper, i) =>
			`<img src="${pictures[i]}" style="position:absolute;left:${paper.x}px;top:${paper.y}px;width:${paper.width}px;transform:translate(-50%,-50%) rotate(${paper.angle}deg);box-shadow:0 3px 9px rgba(0,0,0,.45)">`,
	);
	const isOnSide = turned % 180 === 90;
	const [frameWidth, frameHeight] = isOnSide ? [height, width] : [width, height];
	const sheet = `<div style="position:absolute;left:${frameWidth / 2}px;top:${frameHeight / 2}px;width:${width}px;height:${height}px;transform:translate(-50%,-50%) rotate(${turned}deg);background:${color}">${images.join('')}</div>`;
	const html = `<style>.paper { height:${frameHeight}px }</style>${sheet}`;
	await page.setContent(pageHtml(frameWidth, '', html));
	const paper = page.locator('.paper');
	if (!isPhoto) return await paper.screenshot({ type: 'jpeg', quality: scanQuality });
	const picture = dataUrl('png', await paper.screenshot());
	const settings = photoSettings(seedOf(id), frameWidth, frameHeight, { longestSide: 2000 });
	return await photograph(page, picture, settings);
}

/** A PDF whose pages have text: each page is the papers on it, one below another. */
export async function pdfOfSheets(
	page: Page,
	{ width, style }: SampleDocument,
	sheets: string[][],
): Promise<Buffer> {
	const content = sheets
		.map((papers) =>
			papers.map((html) => `<div class="paper" style="width:${width}px">${html}</div>`).join(''),
		)
		.map((html) => `<div class="sheet">${html}</div>`);
	const sheetStyle = '.sheet + .sheet { break-before: page; }';
	await page.setContent(pageHtml(width, style + sheetStyle, '') + content.join(''));
	await page.evaluate(() => document.querySelector('body > .paper')?.remove());
	return await printed(page, width, '.sheet');
}

/** A PDF whose pages are pictures of documents, as a scanner makes it. */
export async function pdfOfScans(page: Page, documents: SampleDocument[]): Promise<Buffer> {
	const width = 1240;
	const scans: string[] = [];
	for (const document of documents) scans.push(await pictureOf(page, document));
	const sheets = scans.map((scan, i) => {
		const shown = Math.min(width, documents[i].width * 1.4);
		return `<div class="sheet" style="padding:40px 0"><img src="${scan}" style="display:block;margin:auto;width:${shown}px"></div>`;
	});
	const style = '.sheet + .sheet { break-before: page; }';
	await page.setContent(pageHtml(width, style, '') + sheets.join(''));
	await page.evaluate(() => document.querySelector('body > .paper')?.remove());
	return await printed(page, width, '.sheet');
}
