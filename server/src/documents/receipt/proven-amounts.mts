import { isMisread, sameAmount, toNumber } from '../numbers.mts';
import { isProduct, sumOf } from './sum-check.mts';
import type { ReceiptItem } from './table.mts';

/** What quantity x price comes to, where that is one digit away from the amount that was read. */
function productOf(item: ReceiptItem): string | undefined {
	const amount = (toNumber(item.quantity) * toNumber(item.unit_price)).toFixed(2);
	return isMisread(item.subtotal_amount, amount) ? amount : undefined;
}

/**
 * Goods of which some amounts had a digit misread, put right: two equations say what it was, quantity x price and
 * a printed sum that all lines then make up. Undefined where they do not.
 * @param sums amounts that are printed outside of the goods
 */
export function withProvenAmounts(
	items: readonly ReceiptItem[],
	sums: readonly number[],
): ReceiptItem[] | undefined {
	const proved = items.map((item) => ({
		...item,
		subtotal_amount: (!isProduct(item) && productOf(item)) || item.subtotal_amount,
	}));
	const sum = sumOf(proved);
	const isPrinted = sums.some((one) => sameAmount(one, sum));
	return isPrinted && !sameAmount(sum, sumOf(items)) ? proved : undefined;
}
