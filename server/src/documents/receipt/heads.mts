import { findLabels } from '../find.mts';
import type { Row } from '../layout/rows.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';
import { columnsOf, headerColumns, proofRows, type Column } from '../table/header.mts';
import type { Slip } from './slip.mts';

/** The columns that a row of a slip is the head of; undefined when it is none. */
export const headOf = (rows: readonly Row[], index: number): Column[] | undefined =>
	headerColumns(rows[index], index, rows.slice(index + 1, index + 1 + proofRows));

/** Columns that hold words. */
const textHeadRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'name',
	'code',
	'index',
	'specification',
	'unit',
	'extra',
]);

/** The rows of heads of a slip's first table, and its columns. */
export function headsOf(slip: Slip): { heads: number[]; columns: Column[] } | undefined {
	const first = slip.rows.findIndex((_, i) => headOf(slip.rows, i) !== undefined);
	if (first < 0) return undefined;
	const heads = [first];
	const columns = [...(headOf(slip.rows, first) ?? [])];
	const add = (row: number, more: readonly Column[] | undefined) => {
		if (!more) return;
		heads.push(row);
		columns.push(...more.filter(({ role }) => !columns.some((column) => column.role === role)));
	};
	if (slip.rows[first + 1]) add(first + 1, headOf(slip.rows, first + 1));
	if (!columns.some(({ role }) => role === 'name')) add(first - 1, textHeads(slip, first - 1));
	columns.sort((one, other) => one.left - other.left);
	return { heads: heads.sort((a, b) => a - b), columns };
}

/** Heads of columns of words alone, on a row of their own above those of the figures. */
function textHeads({ rows }: Slip, index: number): Column[] | undefined {
	const row = rows[index];
	if (!row) return undefined;
	const labels = findLabels(row, index, columnLexicon);
	const columns = columnsOf(row, labels).filter(({ role }) => textHeadRoles.has(role));
	const covered = labels.reduce((sum, { start, end }) => sum + end - start, 0);
	const isAll = columns.length === labels.length && covered === row.chars.length;
	return isAll && columns.some(({ role }) => role === 'name') ? columns : undefined;
}
