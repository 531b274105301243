import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mts';
import { printedValues } from './document.mts';
import type { SampleDocument } from './document.mts';
import { pageHtml } from './html.mts';
import { invoices } from './invoices/index.mts';
import { photograph, photoSettings } from './photo.mts';
import { receipts } from './receipts/index.mts';

const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDERS = { receipt: 'receipts', invoice: 'invoices' };
const CLEAN_QUALITY = 82;
const MAX_TOTAL_BYTES = 15e6;

// FNV-1a: a document keeps its photo when others come or go.
const seedOf = (id: string) =>
	[...id].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0, 2166136261);

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

async function checkDrawing(page: Page, document: SampleDocument): Promise<void> {
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

async function make(page: Page, document: SampleDocument): Promise<void> {
	const { id, kind, fields, width, style, html, photo } = document;
	const folder = join(SAMPLES, FOLDERS[kind]);
	await page.setContent(pageHtml(width, style, html));
	await checkDrawing(page, document);
	const paper = page.locator('.paper');
	const clean = await paper.screenshot({ type: 'jpeg', quality: CLEAN_QUALITY });
	await writeFile(join(folder, `${id}.jpg`), clean);
	const picture = `data:image/png;base64,${(await paper.screenshot()).toString('base64')}`;
	const { height } = (await paper.boundingBox()) ?? { height: width };
	const settings = photoSettings(seedOf(id), width, height, photo);
	await writeFile(join(folder, `${id}.photo.jpg`), await photograph(page, picture, settings));
	const truth = `${JSON.stringify({ id, kind, fields }, null, '\t')}\n`;
	await writeFile(join(SAMPLES, 'truth', `${id}.json`), truth);
}

async function totalBytes(): Promise<number> {
	const folders = ['receipts', 'invoices', 'truth'].map((name) => join(SAMPLES, name));
	const sizes = folders.map(async (folder) => {
		const files = await readdir(folder);
		const stats = await Promise.all(files.map((file) => stat(join(folder, file))));
		return stats.reduce((total, { size }) => total + size, 0);
	});
	return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}

const wanted = process.argv.slice(2);
const documents = [...receipts, ...invoices].filter(
	({ id }) => wanted.length === 0 || wanted.includes(id),
);
for (const name of ['receipts', 'invoices', 'truth']) {
	await mkdir(join(SAMPLES, name), { recursive: true });
}
const browser = await launchChromium();
try {
	const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
	for (const [index, document] of documents.entries()) {
		console.log(`${index + 1}/${documents.length} ${document.id}`);
		await make(page, document);
	}
} finally {
	await browser.close();
}
const total = await totalBytes();
console.log(`samples: ${(total / 1e6).toFixed(2)} MB`);
if (total > MAX_TOTAL_BYTES) throw new Error('The samples are larger than 15 MB together.');
