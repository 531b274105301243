import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mts';
import { printedValues } from './document.mts';
import type { SampleDocument } from './document.mts';
import { pageHtml } from './html.mts';
import { photograph } from './photo.mts';
import { photoSettings } from './photo-settings.mts';
import { seedOf } from './random.mts';

/** Documents that are drawn into one folder. */
export interface SampleSet {
	folder: string;
	documents: SampleDocument[];
	maxBytes: number;
	/** Files of a document beside its clean picture and its photo: their endings and bytes. */
	more?: (
		page: Page,
		document: SampleDocument,
		picture: string,
	) => Promise<Array<[string, Buffer]>>;
}

const folderOf = { receipt: 'receipts', invoice: 'invoices' };
const cleanQuality = 82;

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

/** Throws when the page does not show a value of the document's truth, or cuts something off. */
export async function checkDrawing(page: Page, document: SampleDocument): Promise<void> {
	const drawn = squeezed(await page.locator('.paper').innerText());
	const missing = printedValues(document).filter((value) => !drawn.includes(squeezed(value)));
	if (missing.length > 0) throw new Error(`${document.id} does not show ${missing.join(', ')}`);
	const cutOff = await page.locator('.paper *:not(.rule, svg, svg *)').evaluateAll((elements) =>
		elements
			.filter((element) => {
				const paper = element.closest('.paper')?.getBoundingClientRect();
				const box = element.getBoundingClientRect();
				const spills = element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0;
				return !paper || box.right > paper.right || box.left < paper.left || spills;
			})
			.map((element) => element.textContent),
	);
	if (cutOff.length > 0) throw new Error(`${document.id} cuts off ${cutOff.join(' | ')}`);
}

async function make(page: Page, document: SampleDocument, set: SampleSet): Promise<void> {
	const { id, kind, fields, width, style, html, photo } = document;
	const folder = join(set.folder, folderOf[kind]);
	await page.setContent(pageHtml(width, style, html));
	await checkDrawing(page, document);
	const paper = page.locator('.paper');
	const clean = await paper.screenshot({ type: 'jpeg', quality: cleanQuality });
	await writeFile(join(folder, `${id}.jpg`), clean);
	const picture = `data:image/png;base64,${(await paper.screenshot()).toString('base64')}`;
	const { height } = (await paper.boundingBox()) ?? { height: width };
	const settings = photoSettings(seedOf(id), width, height, photo);
	await writeFile(join(folder, `${id}.photo.jpg`), await photograph(page, picture, settings));
	for (const [ending, bytes] of (await set.more?.(page, document, picture)) ?? []) {
		await writeFile(join(folder, `${id}.${ending}`), bytes);
	}
	const truth = `${JSON.stringify({ id, kind, fields }, null, '\t')}\n`;
	await writeFile(join(set.folder, 'truth', `${id}.json`), truth);
}

async function totalBytes(folders: string[]): Promise<number> {
	const sizes = folders.map(async (folder) => {
		const files = await readdir(folder);
		const stats = await Promise.all(files.map((file) => stat(join(folder, file))));
		return stats.reduce((total, { size }) => total + size, 0);
	});
	return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}

/**
 * Draws and photographs the documents of a set, or only those whose ids are wanted, and writes their
 * truth. Throws for a document that does not show its truth or cuts something off, and for a set that
 * has grown too large.
 */
export async function makeSet(set: SampleSet, wanted: string[]): Promise<void> {
	const documents = set.documents.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
	const folders = [...Object.values(folderOf), 'truth'].map((name) => join(set.folder, name));
	for (const folder of folders) await mkdir(folder, { recursive: true });
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
		for (const [index, document] of documents.entries()) {
			console.log(`${index + 1}/${documents.length} ${document.id}`);
			await make(page, document, set);
		}
	} finally {
		await browser.close();
	}
	const total = await totalBytes(folders);
	console.log(`${(total / 1e6).toFixed(2)} MB`);
	if (total > set.maxBytes) {
		throw new Error(`The pictures are larger than ${set.maxBytes / 1e6} MB together.`);
	}
}
