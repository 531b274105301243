import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../../scripts/chromium.mts';
import { pageHtml } from './html.mts';
import { checkDrawing } from './set.mts';
import type { SeveralSample } from './several/index.mts';

/** The truth of a file's documents, in order, each with the page on which it begins. */
export const truthOfSeveral = ({ id, documents }: SeveralSample): string => {
	const truths = documents.map(({ page, document: { kind, fields } }, i) => ({
		id: documents.length > 1 ? `${id}-${i + 1}` : id,
		page,
		kind,
		fields,
	}));
	return `${JSON.stringify({ id, documents: truths }, null, '\t')}\n`;
};

/**
 * Makes files of several documents, or only those whose ids are wanted, and writes the truth of their documents beside
 * them. Throws for a document that does not show its truth or cuts something off.
 */
export async function makeSeveral(
	folder: string,
	samples: SeveralSample[],
	wanted: string[],
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
		for (const sample of samples) {
			if (wanted.length > 0 && !wanted.includes(sample.id)) continue;
			console.log(sample.id);
			for (const { document } of sample.documents) {
				await page.setContent(pageHtml(document.width, document.style, document.html));
				await checkDrawing(page, document);
			}
			await writeFile(join(folder, `${sample.id}.${sample.ending}`), await sample.make(page));
			await writeFile(join(folder, `${sample.id}.json`), truthOfSeveral(sample));
		}
	} finally {
		await browser.close();
	}
}
