import type { ReceiptLabel } from '../lexicon/receipt-label.mts';
import { promotion } from '../lexicon/receipt-words.mts';
import type { Slip } from './slip.mts';

/** Figures of a row that can be amounts: no parts of dates, times, codes or rates. */
const amountForm =
	/(?<![A-Za-z\d.,/*]|\d[:-])-?(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?(?![\d:/%*]|[.,]\d|-\d)/gu;

/** Labels of what was to be paid for the goods, and of what was. */
export const dueFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
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

/** The figures of a text that can be amounts, as numbers. */
export const amountsIn = (text: string): number[] =>
	Array.from(text.matchAll(amountForm), ([amount]) => Number(amount.replaceAll(',', '')));

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

/** Whether an amount was added on a row, in cents: the sum above the row and it are the sum below, as what rounds up. */
export function isAdded({ rows, labels }: Slip, row: number, amount: number): boolean {
	const isDue = (_row: unknown, at: number) =>
		labels[at].some(({ entry }) => entry && dueFields.has(entry.field));
	const [above, below] = [
		rows.slice(0, row).findLast(isDue),
		rows.find((one, at) => at > row && isDue(one, at)),
	].map((sum) => cents(amountsIn(sum?.text ?? '').at(-1) ?? NaN));
	return amount > 0 && below - above === amount;
}
