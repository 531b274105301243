import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mts';
import type { PdfSample } from './digital/index.mts';
import { pageHtml } from './html.mts';
import { printPdf } from './pdf.mts';
import { checkDrawing } from './set.mts';

const scanQuality = 80;

/** The truth of a PDF's pages, in order. */
export const truthOf = ({ name, pages }: PdfSample): string => {
	const truths = pages.map(({ id, kind, fields }) => ({ id, kind, fields }));
	return `${JSON.stringify({ id: name, pages: truths }, null, '\t')}\n`;
};

async function scan(page: Page): Promise<string> {
	const jpeg = await page.locator('.paper').screenshot({ type: 'jpeg', quality: scanQuality });
	return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

/**
 * Prints PDFs, or only those whose names are wanted, and writes the truth of their pages beside them.
 * Throws for a document that does not show its truth or cuts something off.
 */
export async function makePdfs(folder: string, pdfs: PdfSample[], wanted: string[]): Promise<void> {
	await mkdir(folder, { recursive: true });
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
		for (const pdf of pdfs) {
			if (wanted.length > 0 && !wanted.includes(pdf.name)) continue;
			console.log(pdf.name);
			const [document, next] = pdf.pages;
			for (const drawn of pdf.pages.toReversed()) {
				await page.setContent(pageHtml(drawn.width, drawn.style, drawn.html));
				await checkDrawing(page, drawn);
			}
			const { pictureOnly } = pdf;
			const bytes = await printPdf(page, document, await scan(page), { next, pictureOnly });
			await writeFile(join(folder, `${pdf.name}.pdf`), bytes);
			await writeFile(join(folder, `${pdf.name}.json`), truthOf(pdf));
		}
	} finally {
		await browser.close();
	}
}
