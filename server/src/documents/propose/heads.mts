import type { Row } from '../layout/rows.mts';
import { headerColumns, proofRows, type Column } from '../table/header.mts';

/** The columns that a row of a slip is the head of; undefined when it is none. */
export const headOf = (rows: readonly Row[], index: number): Column[] | undefined =>
	headerColumns(rows[index], index, rows.slice(index + 1, index + 1 + proofRows));
