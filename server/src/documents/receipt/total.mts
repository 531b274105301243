import { sameAmount, toNumber } from '../numbers.mts';
import { hasLetter } from '../text.mts';
import { readAmount } from '../values.mts';
import type { Found, SlipFields } from './fields.mts';
import { readPaid } from './paid.mts';
import { sumOf } from './sum-check.mts';
import { number, sum, type Amounts } from './sums.mts';
import type { ReceiptItem } from './table.mts';

/** 实付 and its like say what was due as well as what was paid. */
const saysDue = /付/u;

/** Sums of a kind that are held against all of the others; a slip has three or four. */
const mostSums = 50;

/** The sum before the discounts (原价, 金额), where taking them off leaves what was due. */
function beforeDiscounts(
	totals: Amounts,
	discounts: Amounts,
	due: Amounts,
): Found<string> | undefined {
	const offs = [sum(discounts), ...discounts.map((found) => Math.abs(number(found)))];
	return totals
		.slice(0, mostSums)
		.find((total) =>
			due
				.slice(0, mostSums)
				.some((net) =>
					offs
						.slice(0, mostSums)
						.some((off) => off > 0 && sameAmount(number(total) - off, number(net))),
				),
		);
}

/** The first of the totals, or the later one that adds the fees to it. */
function withFees(totals: Amounts, fees: Amounts): Found<string> | undefined {
	const [first, ...later] = totals;
	const added = [sum(fees), ...fees.map(number)].filter((fee) => fee > 0);
	const whole = later
		.slice(0, mostSums)
		.find((total) =>
			added.slice(0, mostSums).some((fee) => sameAmount(number(first) + fee, number(total))),
		);
	return whole ?? first;
}

/** The figures behind a sum in words, `合计(大写) 壹佰元整 ¥100.00`, unless it is what was paid. */
const besideCapitals = (fields: SlipFields): Found<string> | undefined =>
	fields
		.all('capital', readAmount)
		.find(({ label, value }) => value.includes('.') && !/[实应]/u.test(label));

/** The sum of the goods behind words that nobody knows, in the first row that shows it. */
function unnamedTotal(
	{ slip, rowsOutside }: SlipFields,
	items: readonly ReceiptItem[],
): Found<string> | undefined {
	const sum = sumOf(items);
	for (const row of rowsOutside) {
		const { chars, text } = slip.rows[row];
		const isTold = slip.labels[row].some(({ entry }) => entry);
		const saysMore = hasLetter(text) || items.length > 1;
		const value = isTold || !saysMore ? undefined : readAmount(chars);
		if (value !== undefined && sameAmount(toNumber(value), sum)) {
			return { value, rank: 1, row, label: text };
		}
	}
	return undefined;
}

/** The total: 合计 and its like; where none is printed, what was payable. */
export function pickTotal(
	fields: SlipFields,
	discounts: Amounts,
	items: readonly ReceiptItem[],
): Found<string> | undefined {
	const totals = fields.all('total', readAmount);
	const paid = readPaid(fields);
	const due = [...fields.all('payable', readAmount), ...paid];
	return (
		withFees(
			totals.filter(({ rank }) => rank === 1),
			fields.all('fee', readAmount),
		) ??
		besideCapitals(fields) ??
		unnamedTotal(fields, items) ??
		beforeDiscounts(totals, discounts, due) ??
		fields.all('payable', readAmount)[0] ??
		paid.find(({ label }) => saysDue.test(label)) ??
		totals[0] ??
		fields.all('subtotal', readAmount)[0] ??
		paid[0]
	);
}
