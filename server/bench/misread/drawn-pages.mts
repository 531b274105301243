import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '../../src/page/types.mts';
import { fixtureFiles } from '../../testing/documents/fixtures.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** A picture that was drawn of a layout, and the page that it shows. */
export interface DrawnPage {
	printed: Page;
	picture(): Buffer;
}

const slips = join(import.meta.dirname, '..', '..', 'testing', 'documents', 'slips');

/**
 * The pictures that drawn.mts has made of every so many layouts of each file. Throws where there are none.
 * @param folder where drawn.mts has put them
 */
export function drawnPages(
	folder: string,
	variants: readonly string[],
	every: number,
): DrawnPage[] {
	const pages = fixtureFiles(slips).flatMap(({ name, fixtures }) => {
		const kind = name.startsWith('receipts') ? 'receipts' : 'invoices';
		return fixtures.flatMap(({ text }, i) => {
			if (i % every !== 0) return [];
			const id = `${basename(name, '.txt')}-${String(i + 1).padStart(2, '0')}`;
			return variants
				.map((variant) => (variant === 'clean' ? `${id}.jpg` : `${id}.${variant}.jpg`))
				.map((file) => join(folder, kind, file))
				.filter((file) => existsSync(file))
				.map((file) => ({ printed: pageOf(text), picture: () => readFileSync(file) }));
		});
	});
	if (pages.length === 0)
		throw new Error(`no pictures in ${folder}: draw them with drawn.mts first`);
	return pages;
}
