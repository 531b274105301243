import { wordsOf } from '../find.mts';
import { textOf, type Char } from '../layout/rows.mts';
import type { GoodsRow } from './goods-row.mts';
import { wordGap } from '../layout/gap-widths.mts';

/** How far, in the units of the rows, words of one column may be out of line. */
const reach = 12;
/** What share of the rows with figures has a word in a column. */
const leastShare = 0.6;
/** A code, an article number or a day before a name. */
const codeForm = /^[A-Z]{0,3}-?\d[\dA-Z-]*[#.]?$/u;

type Cell = readonly Char[];

const isInLine = (one: Cell, other: Cell): boolean =>
	Math.abs(one[0].left - other[0].left) < reach ||
	Math.abs(one[one.length - 1].right - other[other.length - 1].right) < reach;

/**
 * Rows of goods without heads whose names are the words in the first column that is none of codes:
 * words that stand in line over most of the rows are another column, and no part of a name. Words are held
 * against one another, since they may be in line by either side.
 */
export function withoutFurtherColumns(rows: readonly GoodsRow[]): GoodsRow[] {
	const cells = new Map(rows.map((row) => [row, wordsOf(row.name, wordGap)]));
	const priced = rows.filter(({ figures, name }) => figures.length > 0 && name.length > 0);
	const isMost = (count: number) => count >= Math.max(2, leastShare * priced.length);
	const further = (row: GoodsRow): Cell[] => cells.get(row)?.slice(1) ?? [];
	const isColumn = (cell: Cell) =>
		isMost(priced.filter((row) => further(row).some((one) => isInLine(one, cell))).length);
	const isCoded = (row: GoodsRow) => {
		const [first, second] = cells.get(row) ?? [];
		return second !== undefined && codeForm.test(textOf(first)) && isColumn(second);
	};
	const hasCodes = isMost(priced.filter(isCoded).length);
	return rows.map((row) => {
		const [first, ...others] = cells.get(row) ?? [];
		if (others.length === 0 || row.figures.length === 0) return row;
		if (hasCodes && isCoded(row)) return { ...row, name: others[0] };
		return { ...row, name: [first, ...others.filter((cell) => !isColumn(cell))].flat() };
	});
}
