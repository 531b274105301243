import { textOf, type Row } from '../layout/rows.mts';
import { goodsRows, hasName } from './goods.mts';
import type { Column } from './header.mts';
import type { GoodsRow } from './goods-row.mts';
import type { Figure } from './tokens.mts';

/** One line of goods as printed on one row or several. */
export interface Goods {
	names: GoodsRow[];
	/** The rows that give the figures. */
	rows: GoodsRow[];
	figures: Figure[];
}

/** The rows of a page's table of goods. */
export interface Region {
	/** The first row of goods and the row behind the last one. */
	from: number;
	to: number;
	columns: readonly Column[];
}

/** Whether names reach above their figures: those stand at half the height of a cell of several rows. */
function isCentred(rows: readonly GoodsRow[]): boolean {
	const [first] = rows;
	const last = rows[rows.length - 1];
	return first.figures.length === 0 || (last.figures.length === 0 && rows.some(isNameless));
}

const isNameless = (row: GoodsRow): boolean => row.figures.length > 0 && !hasName(row);

/** Whether every nameless row of figures has its name above it and no row of a name is left over. */
function standsAbove(rows: readonly GoodsRow[]): boolean {
	return rows.every((row, i) =>
		row.figures.length > 0
			? isNameless(row) && rows[i - 1]?.figures.length === 0
			: rows[i + 1] !== undefined,
	);
}

/** The class of goods before a name on VAT and digital invoices: it begins a name. */
const goodsClass = /^\*[^*]{1,20}\*/u;

/** The lines that begin with a class of goods; undefined unless each of them has one row of figures. */
function linesByClass(rows: readonly GoodsRow[]): Goods[] | undefined {
	const lines: GoodsRow[][] = [];
	for (const row of rows) {
		const begins = goodsClass.test(textOf(row.name).replace(/\s/gu, ''));
		if (begins || lines.length === 0) lines.push([row]);
		else lines[lines.length - 1].push(row);
	}
	const goods = lines.map((names): Goods => {
		const withFigures = names.filter(({ figures }) => figures.length > 0);
		return { names, rows: withFigures, figures: withFigures[0]?.figures ?? [] };
	});
	return goods.every((line) => line.rows.length === 1) ? goods : undefined;
}

/** The lines of a table whose names broke over rows that have no figures. */
function linesByPlace(page: readonly Row[], rows: readonly GoodsRow[], centred: boolean): Goods[] {
	const goods = rows
		.filter(({ figures }) => figures.length > 0)
		.map((line): Goods => ({ names: [], rows: [line], figures: line.figures }));
	const heights = goods.map(({ rows: [line] }) => page[line.index].y);
	/** The first line that is as far down as the one with this number. */
	const level = heights.map((y, i) => (y === heights[i - 1] ? -1 : i));
	level.forEach((first, i) => first < 0 && (level[i] = level[i - 1]));
	let above = -1;
	for (const row of rows) {
		const own = goods[above + 1]?.rows[0] === row ? above + 1 : undefined;
		const { y } = page[row.index];
		let below = above + 1;
		while (below > 0 && heights[below - 1] >= y) below--;
		const isNearer =
			below > 0 && (below === goods.length || y - heights[below - 1] <= heights[below] - y);
		const nearest = level[isNearer ? below - 1 : below];
		goods[own ?? (centred || above < 0 ? nearest : above)].names.push(row);
		if (own !== undefined) above = own;
	}
	return goods;
}

/** Lines with their figures on the row of the name or below it; a lone figure without a name is none. */
function linesBelowNames(rows: readonly GoodsRow[]): Goods[] {
	let above: GoodsRow[] = [];
	return rows.flatMap((row): Goods[] => {
		const { figures } = row;
		if (figures.length === 0) {
			if (hasName(row)) above.push(row);
			return [];
		}
		const names = [...above, row];
		above = [];
		return figures.length > 1 || names.some(hasName) ? [{ names, rows: [row], figures }] : [];
	});
}

/** Rows without those of words that begin right of all names of a table and of their head: pieces of a stamp. */
function withoutStrayRows(
	page: readonly Row[],
	rows: readonly GoodsRow[],
	columns: readonly Column[],
): readonly GoodsRow[] {
	const name = columns.find(({ role }) => role === 'name');
	const priced = rows.filter(({ figures }) => figures.length > 0);
	const ends = priced.flatMap((row) => row.name.at(-1)?.right ?? []);
	if (!name || ends.length < priced.length) return rows;
	const edge = Math.max(name.right, ...ends);
	const isStray = ({ index, name: words, figures, texts }: GoodsRow) =>
		figures.length === 0 &&
		words.length > 0 &&
		Object.keys(texts).length === 0 &&
		words[0].left > edge + page[index].em;
	return rows.filter((row) => !isStray(row));
}

/**
 * Puts the rows of an invoice's table together by line: every line has its figures on one row, and any
 * other row goes on with a name. A class of goods (*餐饮服务*餐费) begins a name; without one, a row
 * belongs to the nearest line where names are centred on their figures, else to the one above it.
 */
export function groupLines(page: readonly Row[], { from, to, columns }: Region): Goods[] {
	const rows = withoutStrayRows(page, goodsRows(page, from, to, columns), columns);
	const lines = rows.filter(({ figures }) => figures.length > 0);
	if (lines.length === 0 || lines.length === rows.length) return linesBelowNames(rows);
	const byClass = linesByClass(rows);
	if (byClass) return byClass;
	const centred = isCentred(rows);
	const hasOwnNames = lines.some(hasName);
	if (!hasOwnNames && (!centred || standsAbove(rows))) return linesBelowNames(rows);
	return linesByPlace(page, rows, centred);
}
