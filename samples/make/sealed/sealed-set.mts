import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.mts';
import type { SampleDocument } from '../document.mts';
import { pageHtml } from '../html.mts';
import { photograph } from '../photo.mts';
import { photoSettings } from '../photo-settings.mts';
import { seedOf } from '../random.mts';
import { stampOf, type StampKind } from './kinds.mts';
import { placeOf } from './place.mts';
import { stampSvg, widthOf } from './stamps.mts';

/** Values that a stamp is pressed over, by the colour of the picture: what it hides first and most. */
const stampedFields = {
	red: ['合计金额(小写)', '销售方识别号', '校验码'],
	blue: ['合计金额(小写)', '购买方名称', '销售方识别号'],
} as const;
export type Ink = keyof typeof stampedFields;
export const inks = Object.keys(stampedFields) as Ink[];

/** Widths of a stamp on a sheet and on a roll, as shares of the paper's. */
const onSheet = 0.16;
const onRoll = 0.4;
/** Narrower paper, in pixels of the clean picture, is a roll. */
const sheetWidth = 900;
const cleanQuality = 82;

/** What is known of a sealed picture beside the document's own truth. */
export interface SealedTruth {
	id: string;
	kind: 'receipt' | 'invoice';
	fields: SampleDocument['fields'];
	/** Names of the fields that stamps lie over. */
	sealed: string[];
	/** What the stamps say. */
	stamps: string[];
}

/** Draws a document on the page with stamps of a kind in one colour over it, and says over what. */
async function stampDocument(
	page: Page,
	document: SampleDocument,
	kind: StampKind,
	ink: Ink,
): Promise<SealedTruth> {
	const { id, width, style, html, fields } = document;
	await page.setContent(pageHtml(width, style, html));
	const values = fields as Record<string, string | undefined>;
	const sealed = stampedFields[ink].filter((name) => values[name]);
	const usualWidth = width * (width < sheetWidth ? onRoll : onSheet);
	const stamps: string[] = [];
	for (const [i, name] of sealed.entries()) {
		const place = await placeOf(page, values[name] ?? '');
		const { stamp, offX, offY } = stampOf(kind, ink, `${id} ${name}`);
		const stampWidth = usualWidth * widthOf(stamp);
		// A seal over a long value hides a part of it, not always the middle.
		const reach = Math.max(0, place.width - stampWidth) / 2;
		const x = place.left + place.width / 2 + offX * (stampWidth / 2 + reach);
		const y = place.top + place.height / 2 + (offY * stampWidth) / 3;
		const inside = Math.min(Math.max(x, stampWidth / 2), width - stampWidth / 2);
		const svg = stampSvg(stamp, `stamp${i}`, inside, y, stampWidth);
		await page
			.locator('.paper')
			.evaluate((paper, more) => paper.insertAdjacentHTML('beforeend', more), svg);
		stamps.push(...stamp.texts);
	}
	return { id: `${id}-${ink}`, kind: document.kind, fields, sealed, stamps };
}

/** Which pictures of a set are drawn. */
export interface SealedSet {
	folder: string;
	documents: readonly SampleDocument[];
	kind: StampKind;
	/** Photos of the clean pictures too. */
	photos: boolean;
}

/**
 * Draws documents with red stamps over their values, and with blue ones, clean and photographed, into
 * `FOLDER/invoices` with the truth in `FOLDER/truth`. Throws for a document that does not show a value of its truth.
 */
export async function makeSealed(set: SealedSet): Promise<void> {
	const pictures = join(set.folder, 'invoices');
	for (const folder of [pictures, join(set.folder, 'truth')]) {
		await mkdir(folder, { recursive: true });
	}
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
		for (const document of set.documents) {
			for (const ink of inks) await make(page, document, ink, set);
		}
	} finally {
		await browser.close();
	}
}

async function make(page: Page, document: SampleDocument, ink: Ink, set: SealedSet): Promise<void> {
	const truth = await stampDocument(page, document, set.kind, ink);
	const paper = page.locator('.paper');
	const file = join(set.folder, 'invoices', truth.id);
	await writeFile(`${file}.jpg`, await paper.screenshot({ type: 'jpeg', quality: cleanQuality }));
	if (set.photos) {
		const picture = `data:image/png;base64,${(await paper.screenshot()).toString('base64')}`;
		const { height } = (await paper.boundingBox()) ?? { height: document.width };
		const settings = photoSettings(seedOf(truth.id), document.width, height, document.photo);
		await writeFile(`${file}.photo.jpg`, await photograph(page, picture, settings));
	}
	await writeFile(
		join(set.folder, 'truth', `${truth.id}.json`),
		`${JSON.stringify(truth, null, '\t')}\n`,
	);
}
