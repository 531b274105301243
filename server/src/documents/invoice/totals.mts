import { wordsOf } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import { withinOneEdit } from '../text.mts';
import { readAmount } from '../values.mts';
import { findCapital, formatCapital, parseCapital } from './capital.mts';
import { valuesOf, type Found, type Sheet } from './sheet.mts';

/** The sums of an invoice; what is not printed is undefined. */
export interface Totals {
	total?: string;
	capital?: string;
	/** 合计金额 and 合计税额, where tax is shown apart. */
	beforeTax?: string;
	tax?: string;
}

/** What is printed in place of the tax where there is none. */
const untaxed = '***';

const cents = (figure: string): number => Math.round(Number(figure) * 100);

function readCapital(chars: readonly Char[]): string | undefined {
	return findCapital(chars.map(({ char }) => char).join(''));
}

/** The doubt in a run of characters. */
const confidence = (chars: readonly Char[]): number =>
	Math.min(1, ...chars.map((char) => char.confidence));

/** How many signs of two texts of the same length differ. */
function differences(a: string, b: string): number {
	if (a.length !== b.length) return Infinity;
	return Array.from(a).filter((char, i) => char !== b[i]).length;
}

/** A capital amount as the figure would be written, in the wording of the printed one. */
function rewritten(capital: string, amount: number): string {
	return formatCapital(
		amount,
		/圆/u.test(capital) ? '圆' : '元',
		/正$/u.test(capital) ? '正' : '整',
	);
}

/**
 * Settles a difference between capitals and figures where one of them is a single misreading away
 * from the other. Both stay as read where that cannot be said.
 * @param witness the sum of the line items in cents, NaN when unknown
 */
export function settle(
	total: { value: string; confidence: number },
	capital: { value: string; confidence: number },
	witness: number,
): { total: string; capital: string } {
	const asRead = { total: total.value, capital: capital.value };
	const words = parseCapital(capital.value);
	const figures = cents(total.value);
	if (words === figures) return asRead;
	const fromFigures = rewritten(capital.value, figures);
	if (words === undefined) {
		const isClose = differences(capital.value, fromFigures) <= 2;
		return isClose ? { ...asRead, capital: fromFigures } : asRead;
	}
	const fromWords = (words / 100).toFixed(2);
	const figuresMisread =
		withinOneEdit(fromWords, total.value) ||
		fromWords.replace('.', '') === total.value.replace('.', '');
	const wordsMisread = differences(capital.value, fromFigures) === 1;
	const trustsWords =
		witness === words || (witness !== figures && capital.confidence >= total.confidence);
	if (figuresMisread && (trustsWords || !wordsMisread)) return { ...asRead, total: fromWords };
	return wordsMisread ? { ...asRead, capital: fromFigures } : asRead;
}

/** All amounts of a row behind its label, from left to right. */
function amountsIn(chars: readonly Char[]): string[] {
	const amounts: string[] = [];
	let rest = [...chars];
	for (
		let value = readAmount(rest);
		value !== undefined && rest.length > 0;
		value = readAmount(rest)
	) {
		amounts.unshift(value);
		const digits = value.replace(/^-/u, '').length;
		let end = rest.length;
		while (end > 0 && !/\d/u.test(rest[end - 1].char)) end--;
		rest = rest.slice(0, Math.max(0, end - digits));
	}
	return amounts;
}

/** Amounts with a sign of the currency in a row that is about no party. */
function signedAmounts(sheet: Sheet, row: number): string[] {
	if (sheet.labels[row].some(({ entry }) => entry?.field.includes('.'))) return [];
	return wordsOf(sheet.rows[row].chars)
		.filter(([first]) => first.char === '¥')
		.flatMap((word) => readAmount(word) ?? []);
}

/**
 * The sums before tax and of the tax where 合计 was not read: two amounts of one row, each with its
 * sign, that make up the total.
 */
function partsOf(sheet: Sheet, total: string): [before: string, tax: string] | undefined {
	for (const row of sheet.rows.keys()) {
		const [before, tax, ...more] = signedAmounts(sheet, row);
		if (tax === undefined || more.length > 0) continue;
		if (cents(before) + cents(tax) === cents(total)) return [before, tax];
	}
	return undefined;
}

const hasSmallLabel = (found: Found<string> | undefined): boolean => found?.label.entry?.rank === 1;

/**
 * Reads the sums. The row 合计 of the table is the total of an invoice without 价税合计; beside
 * 价税合计 its two amounts are the sums before tax and of the tax.
 * @param items the sum of the line items in cents, NaN when unknown
 */
export function readTotals(sheet: Sheet, items: number): Totals {
	const [capital] = (['capital', 'total', 'sum'] as const).flatMap((field) =>
		valuesOf(sheet, field, readCapital),
	);
	const totals = valuesOf(sheet, 'total', readAmount);
	const sums = valuesOf(sheet, 'sum', readAmount);
	// 合计 before the label of the capitals can be a part of that: 合计 人民币(大写).
	const [sum] = sums.filter(
		({ label, chars }) =>
			label.row !== capital?.label.row ||
			(label.start < capital.label.start && chars.some(({ char }) => /\d/u.test(char))),
	);
	const beside = capital ? readAmount(afterCapital(capital)) : undefined;
	const total = hasSmallLabel(totals[0])
		? totals[0].value
		: (beside ?? totals[0]?.value ?? sum?.value);
	const read: Totals = { total, capital: capital?.value };
	if (sum && total !== undefined && sum.value !== total) {
		const amounts = amountsIn(sum.chars);
		if (amounts.length >= 2 && cents(amounts[0]) + cents(amounts[1]) === cents(total)) {
			[read.beforeTax, read.tax] = amounts;
		}
	}
	const isUntaxed = sum?.chars.some(({ char }) => char === '*') && sum.value === total;
	if (isUntaxed) [read.beforeTax, read.tax] = [total, untaxed];
	const [tax] = valuesOf(sheet, 'tax', readAmount);
	const before = totals.find(
		({ value }) => tax && cents(value) + cents(tax.value) === cents(total ?? ''),
	);
	if (tax && before) {
		read.beforeTax ??= before.value;
		read.tax ??= tax.value;
	}
	const parts = total !== undefined && !read.beforeTax ? partsOf(sheet, total) : undefined;
	if (parts) [read.beforeTax, read.tax] = parts;
	if (total !== undefined && capital) {
		const chars = totals.find(({ value }) => value === total)?.chars ?? capital.chars;
		const settled = settle(
			{ value: total, confidence: confidence(chars) },
			{ value: capital.value, confidence: confidence(capital.chars) },
			items,
		);
		Object.assign(read, settled);
	}
	return read;
}

/** The characters behind a capital amount on its row: often the figures, as in 柒佰元整 ¥700.00. */
function afterCapital({ chars, value }: Found<string>): Char[] {
	const text = chars.map(({ char }) => char).join('');
	const end = text.indexOf(value.slice(-1)) < 0 ? 0 : text.lastIndexOf(value.slice(-1)) + 1;
	return chars.slice(end);
}
