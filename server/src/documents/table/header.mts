import { findLabels } from '../find.mts';
import type { Row } from '../layout/rows.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';

/** A column of a table as its head shows it, in the coordinates of the rows. */
export interface Column {
	role: ColumnRole;
	left: number;
	right: number;
}

/** Columns of figures: a row without one of them is no head. */
const figureRoles: ReadonlySet<ColumnRole> = new Set(['quantity', 'price', 'amount']);
/** What share of a row's signs its column words must make up. */
const headShare = 0.75;

/** The columns that a row is the head of; undefined when it is none. */
export function headerColumns(row: Row, index: number): Column[] | undefined {
	const labels = findLabels(row, index, columnLexicon);
	const columns: Column[] = [];
	let covered = 0;
	for (const { entry, start, end, valueFrom } of labels) {
		if (!entry) return undefined;
		covered += Math.max(end, valueFrom) - start;
		const column = {
			role: entry.field,
			left: row.chars[start].left,
			right: row.chars[end - 1].right,
		};
		if (!columns.some(({ role }) => role === column.role)) columns.push(column);
	}
	const signs = row.chars.filter(({ char }) => /[\p{L}\p{N}]/u.test(char)).length;
	// Where list prices are the only ones, they are the prices.
	const listPrice = columns.find(({ role }) => role === 'listPrice');
	if (listPrice && !columns.some(({ role }) => role === 'price')) listPrice.role = 'price';
	const isHead =
		columns.length >= 2 &&
		columns.some(({ role }) => figureRoles.has(role)) &&
		covered >= signs * headShare &&
		!/\d/u.test(row.text.replace(/\([^)]*\)/gu, ''));
	return isHead ? columns : undefined;
}

/** How far a piece of a row is out of line with a column: by its left side, middle or right side. */
export function misalignment(
	piece: { left: number; right: number },
	column: { left: number; right: number },
): number {
	return Math.min(
		Math.abs(piece.left - column.left),
		Math.abs(piece.right - column.right),
		Math.abs(piece.left + piece.right - column.left - column.right) / 2,
	);
}
