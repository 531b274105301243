import type { Row } from '../layout/rows.mts';
import { goodsRow, type GoodsRow } from '../table/goods-row.mts';
import { hasName, withoutNameFigure } from '../table/goods.mts';
import type { Column } from '../table/header.mts';

/** What a row can be of a line of a table: a name with figures, a name, figures, a code, nothing. */
export type RowKind = 'B' | 'N' | 'F' | 'K' | '';

/** A row as one of a table. */
export interface TableRow extends GoodsRow {
	kind: RowKind;
	row: Row;
}

function kindOf(row: GoodsRow): RowKind {
	if (row.figures.length > 0) return hasName(row) ? 'B' : 'F';
	if (row.name.length === 0) return row.texts.specification ? 'K' : '';
	return hasName(row) ? 'N' : 'K';
}

/** A gap this wide (in full-width characters) parts a name from the letter of its tax rate. */
const markGap = 2.2;

/** A name without the letter of a tax rate that stands far behind it, on a row without figures: `手剥橙      A`. */
function withoutTaxMark(row: GoodsRow): GoodsRow {
	const mark = row.name.at(-1);
	const isMark =
		mark !== undefined &&
		row.figures.length === 0 &&
		mark.gap > markGap &&
		/[A-HT*]/u.test(mark.char);
	return isMark ? { ...row, name: row.name.slice(0, -1) } : row;
}

/** Reads a row as one of a table. */
export function tableRow(
	row: Row,
	index: number,
	columns: readonly Column[] | undefined,
): TableRow {
	const read = withoutNameFigure(withoutTaxMark(goodsRow(row, index, columns)), row, columns);
	return { ...read, row, kind: kindOf(read) };
}
