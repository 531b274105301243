import type { ReceiptLabel } from '../lexicon/receipt-labels.mts';
import { promotion } from '../lexicon/receipt-words.mts';
import { multiplies, sameAmount, toNumber } from '../numbers.mts';
import type { SlipTable } from './region.mts';
import type { Slip } from './slip.mts';
import type { ReceiptItem, SlipGoods } from './table.mts';

/** Figures of a row that can be amounts: no parts of dates, times, codes or rates. */
const amountForm =
	/(?<![A-Za-z\d.,/*]|\d[:-])-?(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?(?![\d:/%*]|[.,]\d|-\d)/gu;

/** Labels of what was to be paid for the goods, and of what was. */
const dueFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'total',
	'subtotal',
	'payable',
	'paid',
]);
/** More lines than this between the sum of the goods and what was due are not tried out. */
const mostChanges = 6;

/** The figures of a text that can be amounts, as numbers. */
export const amountsIn = (text: string): number[] =>
	Array.from(text.matchAll(amountForm), ([amount]) => Number(amount.replaceAll(',', '')));

/** The sum of the goods; NaN where one of them has no amount. */
export const sumOf = (items: readonly ReceiptItem[]): number =>
	items.reduce((sum, { subtotal_amount }) => sum + toNumber(subtotal_amount), 0);

/** Whether a line of goods has all its figures and its quantity x price is its amount. */
export const isProduct = ({ quantity, unit_price, subtotal_amount }: ReceiptItem): boolean =>
	multiplies(toNumber(quantity), toNumber(unit_price), toNumber(subtotal_amount));

/** What lines of discounts and fees can take off or add, alone or together. */
function changesOf({ rows, labels }: Slip, outside: readonly number[]): number[] {
	const changes = outside.flatMap((row) => {
		const has = (field: ReceiptLabel) => labels[row].some(({ entry }) => entry?.field === field);
		const amounts = amountsIn(rows[row].text);
		if (has('fee')) return amounts.slice(-1);
		const isOff = has('discount') || promotion.test(rows[row].text) || (amounts.at(-1) ?? 0) < 0;
		return isOff ? amounts.slice(-1).map((amount) => -Math.abs(amount)) : [];
	});
	return changes
		.slice(0, mostChanges)
		.reduce<number[]>((all, change) => [...all, ...all.map((one) => one + change)], [0]);
}

/**
 * Whether the amounts of the goods make up a sum that is printed outside of their region, be it before
 * or after discounts and fees.
 */
export function sumHolds(slip: Slip, region: SlipTable, { items, promotions }: SlipGoods): boolean {
	const sums = [items, [...items, ...promotions]].map((lines) => Math.abs(sumOf(lines)));
	const isDue = (row: number) =>
		slip.labels[row].some(({ entry }) => entry && dueFields.has(entry.field));
	const outside = [...slip.rows.keys()].filter(
		(row) => row >= region.to || (row < region.from - region.heads.length && isDue(row)),
	);
	const amounts = (rows: readonly number[]) =>
		rows.flatMap((row) => amountsIn(slip.rows[row].text)).map(Math.abs);
	const isAmong = (all: readonly number[], change: number) =>
		all.some((amount) => sums.some((sum) => sameAmount(amount, sum + change)));
	const due = amounts(outside.filter(isDue));
	return (
		isAmong(amounts(outside), 0) || changesOf(slip, outside).some((change) => isAmong(due, change))
	);
}
