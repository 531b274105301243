import type { Char } from '../layout/rows.mts';
import { sameAmount, toNumber } from '../numbers.mts';
import { hasLetter } from '../text.mts';
import { readAmount } from '../values.mts';
import { advert, promotion } from '../lexicon/receipt-words.mts';
import type { Found, SlipFields } from './fields.mts';
import { sumOf } from './sum-check.mts';
import type { ReceiptItem } from './table.mts';

/** The sums that the receipt API serves, as plain figures. */
export interface ReceiptAmounts {
	total_amount: string;
	paid_amount: string;
	change: string;
	discount: string;
}

type Amounts = Array<Found<string>>;

const number = (found: Found<string> | undefined): number => toNumber(found?.value);
const unsigned = (value: string | undefined): string => value?.replace(/^-/u, '') ?? '';

/** An amount with cents or a currency sign; a bare number behind a card's name is its number. */
function readTender(chars: readonly Char[]): string | undefined {
	const amount = readAmount(chars);
	const digits = amount?.replace(/\D/gu, '') ?? '';
	if (amount === undefined || digits.length > 8) return undefined;
	const text = chars.map(({ char }) => char).join('');
	return amount.includes('.') || /[¥元]|^\d{1,4}$/u.test(text) ? amount : undefined;
}

/** 实付 and its like say what was due as well as what was paid. */
const saysDue = /付/u;

/** The sum before the discounts (原价, 金额), where taking them off leaves what was due. */
function beforeDiscounts(
	totals: Amounts,
	discounts: Amounts,
	due: Amounts,
): Found<string> | undefined {
	const offs = [sum(discounts), ...discounts.map((found) => Math.abs(number(found)))];
	return totals.find((total) =>
		due.some((net) => offs.some((off) => off > 0 && sameAmount(number(total) - off, number(net)))),
	);
}

/** The first of the totals, or the later one that adds the fees to it. */
function withFees(totals: Amounts, fees: Amounts): Found<string> | undefined {
	const [first, ...later] = totals;
	const added = [sum(fees), ...fees.map(number)].filter((fee) => fee > 0);
	const whole = later.find((total) =>
		added.some((fee) => sameAmount(number(first) + fee, number(total))),
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
function pickTotal(
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

const sum = (amounts: Amounts): number =>
	amounts.reduce((total, found) => total + Math.abs(number(found)), 0);

/** Whether an amount is what was due and the change together. */
function isHandedOver(fields: SlipFields, amount: string): boolean {
	const change = toNumber(fields.first('change', readAmount));
	const due = [...fields.all('payable', readAmount), ...fields.all('total', readAmount)];
	return due.some((found) => sameAmount(number(found) + change, toNumber(amount)));
}

/**
 * 收款 stands before an amount or before a clerk's number: an amount has cents, or the sums prove it. 退款 is
 * what a slip for goods that came back is about, and a deposit on others.
 */
function readPaid(fields: SlipFields): Amounts {
	return fields.all('paid', readAmount).filter(({ label, value }) => {
		if (label === '退款') return value.startsWith('-');
		return label !== '收款' || value.includes('.') || isHandedOver(fields, value);
	});
}

/** Words of the slip that a card reader prints. */
const cardSlip = /签购单|持卡人|CARDHOLDER/iu;
const chargedLabel = /^(?:交易|消费)?金额$|^AMOUNT$/iu;

/** What a card was charged with, as the card reader printed it below the total of the goods. */
function charged(fields: SlipFields): string | undefined {
	const { rows } = fields.slip;
	if (!fields.rowsOutside.some((row) => cardSlip.test(rows[row].text))) return undefined;
	const [total, ...amounts] = fields.all('total', readAmount);
	if (total?.rank !== 1) return undefined;
	return amounts.find(({ label }) => chargedLabel.test(label))?.value;
}

/** What was handed over: 实收 and its like, else the lines of the means of payment. */
function pickPaid(fields: SlipFields, due: number, change: number): string {
	const paid = readPaid(fields);
	if (paid.length > 0) return paid[0].value;
	const tenders = fields.all('tender', readTender);
	if (tenders.length === 0) {
		return fields.first('paymentMethod', readTender) ?? charged(fields) ?? '';
	}
	const all = sum(tenders);
	const isSplit = tenders.length > 1 && sameAmount(all - (change || 0), due);
	return isSplit ? all.toFixed(2) : tenders[0].value;
}

/** What was taken off: the line that makes up the difference, or all lines if they do so together. */
function pickDiscount(discounts: Amounts, difference: number): string {
	const [first] = discounts;
	if (!first) return '';
	const fitting = discounts.find((found) => sameAmount(Math.abs(number(found)), difference));
	if (fitting) return fitting.value;
	const ofAll = discounts.find(
		(found) => discounts.length > 2 && sameAmount(2 * Math.abs(number(found)), sum(discounts)),
	);
	if (ofAll) return ofAll.value;
	const distinct = discounts.filter(({ rank }) => rank > 1);
	for (const lines of [discounts, distinct]) {
		if (lines.length > 1 && sameAmount(sum(lines), difference)) return sum(lines).toFixed(2);
	}
	return first.value;
}

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
	const isPrinted = ({ row }: Found<string>) => !advert.test(fields.slip.rows[row].text);
	const discounts = [
		...fields.all('discount', readAmount).filter(isPrinted),
		...unlabelledDiscounts(fields),
	];
	const total = pickTotal(fields, discounts, items);
	const payable = fields.all('payable', readAmount)[0];
	const change = fields.first('change', readAmount);
	const due = number(payable ?? total);
	const paid = pickPaid(fields, due, toNumber(change));
	const net = payable ? number(payable) : toNumber(paid) - (toNumber(change) || 0);
	if (promotions.length > 0 && !discounts.some(({ rank }) => rank === 1)) {
		discounts.unshift(...promotions.map(asDiscount));
	}
	return {
		total_amount: total?.value ?? '',
		paid_amount: paid,
		change: change ?? '',
		discount: unsigned(pickDiscount(discounts, number(total) - net)),
	};
}
