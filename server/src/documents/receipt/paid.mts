import type { Char } from '../layout/rows.mts';
import { isMisread, sameAmount, toNumber } from '../numbers.mts';
import { readAmount } from '../values.mts';
import type { SlipFields } from './fields.mts';
import { number, sum, type Amounts } from './sums.mts';

/** An amount with cents or a currency sign; a bare number behind a card's name is its number. */
function readTender(chars: readonly Char[]): string | undefined {
	const amount = readAmount(chars);
	const digits = amount?.replace(/\D/gu, '') ?? '';
	if (amount === undefined || digits.length > 8) return undefined;
	const text = chars.map(({ char }) => char).join('');
	return amount.includes('.') || /[¥元]|^\d{1,4}$/u.test(text) ? amount : undefined;
}

/** Tells whether an amount is what was due and the change together, to the cent. */
function handedOver(fields: SlipFields): (amount: string) => boolean {
	const change = toNumber(fields.first('change', readAmount));
	const due = [...fields.all('payable', readAmount), ...fields.all('total', readAmount)];
	const cents = new Set(due.map((found) => Math.round((number(found) + change) * 100)));
	return (amount) => cents.has(Math.round(toNumber(amount) * 100));
}

/**
 * 收款 stands before an amount or before a clerk's number: an amount has cents, or the sums prove it. 退款 is
 * what a slip for goods that came back is about, and a deposit on others.
 */
export function readPaid(fields: SlipFields): Amounts {
	const isHandedOver = handedOver(fields);
	return fields.all('paid', readAmount).filter(({ label, value }) => {
		if (label === '退款') return value.startsWith('-');
		return label !== '收款' || value.includes('.') || isHandedOver(value);
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

/**
 * What was handed over. Cents less than what was due are never handed over where nothing is taken off: their last
 * digit was misread then, if it can be.
 * @param off whether the slip tells of something taken off
 */
export function pickPaid(
	fields: SlipFields,
	due: string | undefined,
	change: number,
	off: boolean,
): string {
	const paid = printedPaid(fields, toNumber(due), change);
	const isShort = !off && due !== undefined && toNumber(paid) < toNumber(due);
	return isShort && paid.slice(0, -1) === due.slice(0, -1) && isMisread(paid, due) ? due : paid;
}

/** 实收 and its like, else the lines of the means of payment. */
function printedPaid(fields: SlipFields, due: number, change: number): string {
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
