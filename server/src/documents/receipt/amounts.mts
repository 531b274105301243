import { toNumber } from '../numbers.mts';
import { readAmount } from '../values.mts';
import { pickDiscount, readDiscounts, withPromotions } from './discount.mts';
import type { SlipFields } from './fields.mts';
import { pickPaid } from './paid.mts';
import { number } from './sums.mts';
import type { ReceiptItem } from './table.mts';
import { pickTotal } from './total.mts';

/** The sums that the receipt API serves, as plain figures. */
export interface ReceiptAmounts {
	total_amount: string;
	paid_amount: string;
	change: string;
	discount: string;
}

const unsigned = (value: string | undefined): string => value?.replace(/^-/u, '') ?? '';

/**
 * Reads the sums below the goods.
 * @param items the goods
 * @param promotions discounts that are printed above the sum of the goods
 */
export function readAmounts(
	fields: SlipFields,
	items: readonly ReceiptItem[],
	promotions: readonly ReceiptItem[],
): ReceiptAmounts {
	const discounts = readDiscounts(fields);
	const total = pickTotal(fields, discounts, items);
	const payable = fields.all('payable', readAmount)[0];
	const change = fields.first('change', readAmount);
	const allOff = withPromotions(discounts, promotions);
	const paid = pickPaid(fields, (payable ?? total)?.value, toNumber(change), allOff.length > 0);
	const net = payable ? number(payable) : toNumber(paid) - (toNumber(change) || 0);
	return {
		total_amount: total?.value ?? '',
		paid_amount: paid,
		change: change ?? '',
		discount: unsigned(pickDiscount(allOff, number(total) - net)),
	};
}
