import { areaOf } from '../../page/geometry.mts';
import { median } from '../../page/statistics.mts';
import type { Page, Quad, Sheet, TextBox } from '../../page/types.mts';
import { isGoodsList } from './continues.mts';
import { regionsOf } from './regions.mts';
import { textRowsOf, type TextRow } from './text-rows.mts';

/** Rows of a page that stay together on the long page. */
interface Stretch {
	page: Page;
	rows: TextRow[];
}

/**
 * One long page of the pages of one document: the head of the first, the goods of all, the foot of the last. Heads that
 * are printed again, and sums of single pages, are left out; a list of goods stands where the invoice refers to it.
 */
export function onePageOf(pages: readonly Page[]): Page {
	const stretches = stretchesOf(pages).filter(({ rows }) => rows.length > 0);
	const width = Math.max(...pages.map((page) => page.width));
	const boxes: TextBox[] = [];
	const sheets: Sheet[] = [];
	let bottom: number | undefined;
	for (const { page, rows } of stretches) {
		const scale = width / page.width;
		const pitch = pitchOf(rows);
		const shift = bottom === undefined ? 0 : bottom + scale * (pitch - rows[0].y);
		sheets.push({ top: scale * (rows[0].y - pitch / 2) + shift, page, scale, shift });
		boxes.push(...rows.flatMap((row) => row.boxes.map((box) => moved(box, scale, shift))));
		bottom = scale * rows[rows.length - 1].y + shift;
	}
	const { bottom: end } = areaOf(boxes.flatMap(({ quad }) => quad));
	return { width, height: Math.ceil(end), number: pages[0].number, sheets, boxes };
}

/** What of each page goes on the long page, from the top down. */
function stretchesOf(pages: readonly Page[]): Stretch[] {
	const lists = pages.filter(isGoodsList);
	const [first, ...others] = pages.filter((page) => !lists.includes(page));
	if (lists.length > 0 && first) {
		const { head, foot } = regionsOf(first);
		return [{ page: first, rows: head }, ...tables(lists), { page: first, rows: foot }];
	}
	return first ? wholeTable([first, ...others]) : wholeTable(lists);
}

/** The first page's head, all goods, and the last page's foot. */
function wholeTable(pages: readonly Page[]): Stretch[] {
	const last = pages[pages.length - 1];
	return [
		{ page: pages[0], rows: regionsOf(pages[0]).head },
		...tables(pages),
		{ page: last, rows: regionsOf(last).foot },
	];
}

/** The tables of pages as one, with the heads of the first. */
const tables = (pages: readonly Page[]): Stretch[] =>
	pages.map((page, i) => {
		const { columns, goods } = regionsOf(page);
		if (columns.length === 0) return { page, rows: withoutRepeated(page, pages[i - 1]) };
		return { page, rows: i === 0 ? [...columns, ...goods] : goods };
	});

/** The rows of a page that has no heads of columns, from the first one on that is not on the page before. */
function withoutRepeated(page: Page, before: Page | undefined): TextRow[] {
	const known = new Set(before ? textRowsOf(before).map(({ text }) => text) : []);
	const { goods } = regionsOf(page);
	const from = goods.findIndex(({ text }) => !known.has(text));
	return from < 0 ? [] : goods.slice(from);
}

/** How far rows are apart. */
function pitchOf(rows: readonly TextRow[]): number {
	const steps = rows.slice(1).map(({ y }, i) => y - rows[i].y);
	return Math.max(rows[0].height, median(steps) ?? 0);
}

function moved(box: TextBox, scale: number, shift: number): TextBox {
	const quad = box.quad.map(({ x, y }) => ({ x: scale * x, y: scale * y + shift }));
	return { ...box, quad: quad as unknown as Quad };
}
