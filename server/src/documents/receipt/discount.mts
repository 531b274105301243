import { sameAmount } from '../numbers.mts';
import { advert, promotion } from '../lexicon/receipt-words.mts';
import { readAmount } from '../values.mts';
import type { Found, SlipFields } from './fields.mts';
import { number, sum, type Amounts } from './sums.mts';
import type { ReceiptItem } from './table.mts';

/** A rate that is taken off: 会员88折. */
const rateOff = /[\d一二三四五六七八九]\s?折/u;

/** Rows such as `[满25减8]  -8.00` that no label tells. */
function unlabelledDiscounts({ slip, rowsOutside }: SlipFields): Amounts {
	return rowsOutside.flatMap((row) => {
		const { chars, text } = slip.rows[row];
		const isTold = slip.labels[row].some(({ entry }) => entry && entry.field !== 'other');
		if (isTold || !(promotion.test(text) || rateOff.test(text))) return [];
		const value = readAmount(chars);
		return value?.startsWith('-') ? [{ value, rank: 2, row, label: text }] : [];
	});
}

const asDiscount = ({ product, subtotal_amount }: ReceiptItem): Found<string> => ({
	value: subtotal_amount,
	rank: 1,
	row: 0,
	label: product,
});

/** What is said to be taken off, behind labels and without; what the next purchase would bring is not. */
export function readDiscounts(fields: SlipFields): Amounts {
	const isPrinted = ({ row }: Found<string>) => !advert.test(fields.slip.rows[row].text);
	return [...fields.all('discount', readAmount).filter(isPrinted), ...unlabelledDiscounts(fields)];
}

/** Discounts with those printed above the sum of the goods, where no label tells what they come to. */
export const withPromotions = (discounts: Amounts, promotions: readonly ReceiptItem[]): Amounts =>
	discounts.some(({ rank }) => rank === 1)
		? discounts
		: [...promotions.map(asDiscount), ...discounts];

/** What was taken off: the line that makes up the difference, or all lines if they do so together. */
export function pickDiscount(discounts: Amounts, difference: number): string {
	const first = discounts.find((found) => number(found) !== 0) ?? discounts[0];
	if (!first) return '';
	const fitting = discounts.find((found) => sameAmount(Math.abs(number(found)), difference));
	if (fitting) return fitting.value;
	const all = sum(discounts);
	const ofAll = discounts.find(
		(found) => discounts.length > 2 && sameAmount(2 * Math.abs(number(found)), all),
	);
	if (ofAll) return ofAll.value;
	const distinct = discounts.filter(({ rank }) => rank > 1);
	for (const lines of [discounts, distinct]) {
		if (lines.length > 1 && sameAmount(sum(lines), difference)) return sum(lines).toFixed(2);
	}
	return first.value;
}
