import type { Page } from 'playwright-core';
import type { SampleDocument } from './document.mts';
import { pageHtml } from './html.mts';

/** Width of the page in CSS pixels of 1/96 inch: the 210 mm of an e-invoice. */
const pageWidth = 794;
const madeAt = "(D:20240101000000+00'00')";

/** What a document's PDF holds after its own page, and whether its page is a picture without text. */
export interface PdfPlan {
	next?: SampleDocument;
	pictureOnly?: boolean;
}

// The time is the only thing in it that changes from run to run; its length must stay.
const withoutTime = (pdf: Buffer): Buffer =>
	Buffer.from(pdf.toString('latin1').replaceAll(/\(D:\d{14}\+00'00'\)/g, madeAt), 'latin1');

/** Prints a document (`picture` is its clean picture's data URL) as a PDF of one or two pages. */
export async function printPdf(
	page: Page,
	document: SampleDocument,
	picture: string,
	{ next, pictureOnly = false }: PdfPlan,
): Promise<Buffer> {
	const { width, style, html } = document;
	const scan = `<img src="${picture}" style="display:block;width:100%">`;
	const following = next
		? `<div class="paper" style="width:${next.width}px;break-before:page">${next.html}</div>`
		: '';
	await page.setContent(pageHtml(width, style, pictureOnly ? scan : html) + following);
	return await printed(page, width, '.paper');
}

/** What a page shows as a PDF of the usual width; `sheet` selects what its pages are, the first as high as any. */
export async function printed(page: Page, width: number, sheet: string): Promise<Buffer> {
	const heights = await page
		.locator(sheet)
		.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height));
	const scale = pageWidth / width;
	const pdf = await page.pdf({
		width: `${pageWidth}px`,
		// A page as high as its paper may come out as two when lengths are rounded.
		height: `${Math.ceil(Math.max(...heights) * scale) + 2}px`,
		scale,
		printBackground: true,
	});
	return withoutTime(pdf);
}
