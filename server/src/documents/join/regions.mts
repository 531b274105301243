import type { Page } from '../../page/types.mts';
import { textRowsOf, type TextRow } from './text-rows.mts';

/** Heads of columns; a row with so many of them and no figure is the head of a table. */
const heads = /名称|品名|规格|单位|数量|单价|金额|税率|税额/gu;
const leastHeads = 3;
/** A sum of what one page holds. */
const pageSum = /^(?:本页)?小计/u;
/** Sums of the whole document. */
const documentSum = /^(?:合计|总计|价税合计)/u;

const isHead = ({ text }: TextRow): boolean =>
	!/\d/u.test(text) && new Set(text.match(heads)).size >= leastHeads;

/** The rows of a page of a document by what they are, from the top down. */
export interface Regions {
	/** Up to the heads of its table: title, number, parties. */
	head: TextRow[];
	/** The heads of the columns. */
	columns: TextRow[];
	goods: TextRow[];
	/** From the sums of the whole document on. */
	foot: TextRow[];
}

/** Sums of single pages are in no region, nor is what stands below one where the page has no other sums. */
export function regionsOf(page: Page): Regions {
	const rows = textRowsOf(page);
	const at = rows.findIndex(isHead);
	const below = rows.slice(at + 1);
	const sums = below.findIndex(({ text }) => documentSum.test(text));
	const subtotal = below.findIndex(({ text }) => pageSum.test(text));
	const ends = [sums, subtotal].filter((index) => index >= 0);
	return {
		head: rows.slice(0, Math.max(0, at)),
		columns: at < 0 ? [] : [rows[at]],
		goods: below.slice(0, ends.length > 0 ? Math.min(...ends) : below.length),
		foot: sums < 0 ? [] : below.slice(sums).filter(({ text }) => !pageSum.test(text)),
	};
}
