import type { ReceiptLabel } from '../lexicon/receipt-labels.mts';
import { promotion } from '../lexicon/receipt-words.mts';
import { amountsIn } from '../receipt/sum-check.mts';
import type { Slip } from '../receipt/slip.mts';

/** Labels of what was to be paid for the goods, and of what was. */
const dueFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'total',
	'subtotal',
	'payable',
	'paid',
]);

/** The amounts of a row, in cents, and what they can be. */
export interface RowSums {
	amounts: readonly number[];
	/** What labels say of them, where that is what was due or paid. */
	due: readonly ReceiptLabel[];
	/** What the row takes off the goods' sum or adds to it; 0 where it does neither. */
	change: number;
}

const cents = (amount: number): number => Math.round(amount * 100);

/** The amounts of each row of a slip. */
export function printedSums({ rows, labels }: Slip): RowSums[] {
	return rows.map(({ text }, i) => {
		const amounts = amountsIn(text).map(cents);
		const fields = new Set(labels[i].map(({ entry }) => entry?.field));
		const last = amounts.at(-1) ?? 0;
		const isOff = fields.has('discount') || promotion.test(text) || last < 0;
		return {
			amounts,
			due: [...fields].flatMap((field) => (field && dueFields.has(field) ? [field] : [])),
			change: fields.has('fee') ? last : isOff ? -Math.abs(last) : 0,
		};
	});
}
