import { textOf, type Row } from '../layout/rows.mts';
import { goodsRow, type GoodsRow } from './goods-row.mts';
import type { Column } from './header.mts';
import type { Figure } from './tokens.mts';
import { courtesy, remarkRow, remarkSign } from '../lexicon/receipt-words.mts';
import { multiplies } from '../numbers.mts';
import { hasLetter } from '../text.mts';

/** One product as printed on one row or several. */
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
	columns: readonly Column[] | undefined;
}

/** Where names end at the latest, in the coordinates of the rows. */
const nameWidth = 550;
/** How far a row may be indented against the name that it goes on with. */
const nameIndent = 22;

const nameOf = (row: GoodsRow): string => textOf(row.name);
/** A bar code or an article number: no name. */
const isCode = (text: string): boolean => /^[\d\s#*.-]*$|^[A-Z]{0,3}\d{4,}$/u.test(text);
const hasName = (row: GoodsRow): boolean => hasLetter(nameOf(row)) && !isCode(nameOf(row));

const isRemark = (row: GoodsRow): boolean =>
	row.figures.length === 0 && (remarkRow.test(nameOf(row)) || remarkSign.test(nameOf(row)));

/** Whether the figures of a row go with the lone amount of the row above: `6 x 2.00` below `12.00`. */
function completes(goods: Goods, row: GoodsRow): boolean {
	if (goods.figures.length !== 1 || row.figures.length < 2) return false;
	const amount = Number(goods.figures[0].value);
	const [a, b] = row.figures.map(({ value }) => Number(value));
	return multiplies(a, b, amount) && row.figures.length === 2;
}

/** Whether names stand below their figures: a code with figures first, a name last. */
function namesFollow(rows: readonly GoodsRow[]): boolean {
	const first = rows[0];
	const last = rows[rows.length - 1];
	return (
		first !== undefined &&
		first.figures.length > 0 &&
		!hasName(first) &&
		last.figures.length === 0 &&
		hasName(last)
	);
}

function groupNamesAfter(rows: readonly GoodsRow[]): Goods[] {
	const all: Goods[] = [];
	for (const row of rows) {
		if (row.figures.length > 0) all.push({ names: [], rows: [row], figures: row.figures });
		else if (all.length > 0 && all[all.length - 1].names.length === 0)
			all[all.length - 1].names.push(row);
	}
	return all;
}

/** Whether a row has nothing but a size or a remnant of a name, at the left where names stand. */
function isNamePart(row: GoodsRow, whole: Row): boolean {
	return !row.isLabelled && whole.right < nameWidth && row.figures.every(({ isMoney }) => !isMoney);
}

function goodsRows(page: readonly Row[], region: Region): GoodsRow[] {
	const rows: GoodsRow[] = [];
	for (let i = region.from; i < region.to; i++) {
		if (courtesy.test(page[i].text)) continue;
		const row = goodsRow(page[i], i, region.columns);
		if (row.figures.length === 1 && isNamePart(row, page[i])) {
			rows.push({ ...row, name: page[i].chars, figures: [] });
		} else if (row.name.length > 0 || row.figures.length > 0) rows.push(row);
	}
	return rows.filter((row) => !isRemark(row));
}

/** Puts rows together that show one product. */
export function groupGoods(page: readonly Row[], region: Region): Goods[] {
	const rows = goodsRows(page, region);
	if (namesFollow(rows)) return groupNamesAfter(rows);

	const all: Goods[] = [];
	const startsAbove = rows.length > 1 && rows[0].figures.length === 0 && hasName(rows[1]);
	let names: GoodsRow[] = [];
	const settle = (row?: GoodsRow) => {
		const last = all[all.length - 1];
		const kept = names;
		names = [];
		if (row && startsAbove) return kept.filter(hasName);
		if (last) last.names.push(...kept.filter((name) => continues(last, name)));
		return [];
	};
	for (const row of rows) {
		const last = all[all.length - 1];
		if (row.figures.length === 0) names.push(row);
		else if (hasName(row)) {
			all.push({ names: [...settle(row), row], rows: [row], figures: row.figures });
		} else if (names.length === 0 && last && completes(last, row)) {
			last.rows.push(row);
			last.figures = [...row.figures, ...last.figures];
		} else if (names.length > 0 || row.figures.length > 1) {
			all.push({ names, rows: [row], figures: row.figures });
			names = [];
		}
	}
	settle();
	return all;
}

/** Whether a row below a product goes on with its name: it begins where the name begins. */
function continues(goods: Goods, row: GoodsRow): boolean {
	const first = goods.names[0]?.name[0];
	return first !== undefined && Math.abs(row.name[0].left - first.left) < nameIndent;
}
