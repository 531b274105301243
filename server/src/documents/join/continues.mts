import type { Page } from '../../page/types.mts';
import type { Facts } from '../cut/facts.mts';
import { textRowsOf } from './text-rows.mts';

/** Which page of how many a page says that it is. */
const pageMarks: ReadonlyArray<readonly [mark: RegExp, at: number, of: number]> = [
	[/共(\d{1,3})页[,、/]?第(\d{1,3})页/u, 2, 1],
	[/第(\d{1,3})页[,、/]?共(\d{1,3})页/u, 1, 2],
	[/页[码次数]:?(\d{1,3})\/(\d{1,3})/u, 1, 2],
	[/Page(\d{1,3})(?:of|\/)(\d{1,3})/iu, 1, 2],
];
/** The title of the list that an invoice refers to: 销货清单, 销售货物或者提供应税劳务、服务清单. */
const listTitle = /^\P{N}{0,8}销[售货]\P{N}{0,16}清单\P{N}{0,8}$/u;
/** A row of goods that says where they are: (详见销货清单). */
const reference = /见/u;
/** So many of the rows of two pages of a document that is printed twice are alike. */
const copyShare = 0.8;

/** A page with what was read there. */
export interface ReadPage {
	page: Page;
	facts: Facts;
}

/** Whether a page is the list of goods of an invoice. */
export const isGoodsList = (page: Page): boolean =>
	textRowsOf(page).some(({ text }) => listTitle.test(text) && !reference.test(text));

/** Whether a page goes on with the document of the page before. */
export function continues(before: ReadPage, next: ReadPage): boolean {
	const [a, b] = [before.facts, next.facts];
	if (a.number !== '' && isGoodsList(next.page)) return printsNumber(next.page, a.number);
	const areNumbered = a.number !== '' && b.number !== '';
	if (areNumbered) return isSameNumber(a, b);
	const [markOfA, markOfB] = [markOf(before.page), markOf(next.page)];
	if (markOfA && markOfB) return markOfA.of === markOfB.of && markOfB.at === markOfA.at + 1;
	return a.total === '' && b.number === '' && b.date === '' && (b.total !== '' || b.rows > 0);
}

/** Whether a page shows the same as the page before: a copy of the document. */
export function isCopy(before: ReadPage, next: ReadPage): boolean {
	const [known, texts] = [before, next].map(({ page }) => textRowsOf(page).map(({ text }) => text));
	const shared = texts.filter((text) => known.includes(text)).length;
	return (
		isSameNumber(before.facts, next.facts) &&
		shared >= copyShare * Math.max(known.length, texts.length)
	);
}

const isSameNumber = (a: Facts, b: Facts): boolean =>
	a.number !== '' && a.number === b.number && (a.code === b.code || a.code === '' || b.code === '');

const printsNumber = (page: Page, number: string): boolean =>
	textRowsOf(page).some(({ text }) => text.includes(number));

function markOf(page: Page): { at: number; of: number } | undefined {
	for (const { text } of textRowsOf(page)) {
		for (const [mark, at, of] of pageMarks) {
			const match = mark.exec(text);
			if (match) return { at: Number(match[at]), of: Number(match[of]) };
		}
	}
	return undefined;
}
