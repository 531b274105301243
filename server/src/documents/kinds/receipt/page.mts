import { labelValues, type LabelValue } from '../../propose/labelled.mts';
import type { ReceiptLabel } from '../../lexicon/receipt-label.mts';
import type { Page } from '../../../page/types.mts';
import { slipOf, type Slip } from '../../propose/slip.mts';
import type { TableHypothesis } from '../../solve/table.mts';
import { stackedHalves } from '../../table/halves.mts';

/** Labels below the goods: what stands there is no half of a line. */
const isBelowGoods = (labels: Slip['labels'][number]): boolean =>
	labels.some(({ start, entry }) => start === 0 && entry !== undefined && entry.field !== 'other');

/** A slip whose goods stand in two tables side by side, with the right one of each row below the left one. */
function stacked(slip: Slip): Slip {
	for (let head = 0; head < slip.rows.length; head++) {
		const end = slip.labels.findIndex((labels, i) => i > head && isBelowGoods(labels));
		const to = end < 0 ? slip.rows.length : end;
		const halves = stackedHalves(slip.rows[head], slip.rows.slice(head, to))?.rows;
		if (!halves) continue;
		const [left, , ...lines] = halves;
		const table = [left, ...lines];
		const added = table.length - (to - head);
		return {
			rows: [...slip.rows.slice(0, head), ...table, ...slip.rows.slice(to)],
			labels: [
				...slip.labels.slice(0, head),
				...table.map(() => []),
				...slip.labels
					.slice(to)
					.map((labels) => labels.map((label) => ({ ...label, row: label.row + added }))),
			],
		};
	}
	return slip;
}

/** The rows of a page as a slip. */
export const pageSlip = (page: Page): Slip => stacked(slipOf(page));

/** A slip with the table that it is taken to hold, and what stands behind its labels. */
export interface ReadSlip {
	slip: Slip;
	table: TableHypothesis;
	values: ReadonlyArray<LabelValue<ReceiptLabel>>;
}

/** What is told by the part of a slip that a row stands in. */
export const partSign = ({ table }: Pick<ReadSlip, 'table'>, row: number): string =>
	`in ${table.parts[row] === 'line' ? 'a line' : table.parts[row] === 'head' ? 'the heads' : table.parts[row]}`;

/**
 * A slip with a table that it can hold.
 * @param values what stands behind its labels: the same with every table
 */
export const readSlip = (
	slip: Slip,
	table: TableHypothesis,
	values: ReadSlip['values'] = labelValues(slip),
): ReadSlip => ({ slip, table, values });
