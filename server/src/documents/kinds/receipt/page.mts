import { labelValues, type LabelValue } from '../../propose/labelled.mts';
import type { ReceiptLabel } from '../../lexicon/receipt-labels.mts';
import type { Slip } from '../../receipt/slip.mts';
import type { TableHypothesis } from '../../solve/table.mts';

/** A slip with the table that it is taken to hold, and what stands behind its labels. */
export interface ReadSlip {
	slip: Slip;
	table: TableHypothesis;
	values: ReadonlyArray<LabelValue<ReceiptLabel>>;
}

/** What is told by the part of a slip that a row stands in. */
export const partSign = ({ table }: Pick<ReadSlip, 'table'>, row: number): string =>
	`in ${table.parts[row] === 'line' ? 'a line' : table.parts[row] === 'head' ? 'the heads' : table.parts[row]}`;

/** What stands behind the labels of a slip. */
export const readSlip = (slip: Slip, table: TableHypothesis): ReadSlip => ({
	slip,
	table,
	values: labelValues(slip),
});
