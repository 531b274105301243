import { valueChars, wordsOf } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import { toNumber } from '../numbers.mts';
import { withinOneEdit } from '../text.mts';
import { readAmount } from '../values.mts';
import { findCapital, findDamagedCapital, parseCapital } from './capital.mts';
import type { LineItem } from './items.mts';
import { settle, settleBySum } from './settle.mts';
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

/** Whether an amount in words goes on to its end. */
const isWhole = (capital: string): boolean => /[元圆角分整正]$/u.test(capital);

function readCapital(chars: readonly Char[]): string | undefined {
	const text = chars.map(({ char }) => char).join('');
	const capital = findCapital(text);
	return capital && isWhole(capital) ? capital : (findDamagedCapital(text) ?? capital);
}

/** The least confidence of the signs of an amount in a run of characters. */
function confidenceIn(chars: readonly Char[], form: RegExp): number {
	const signs = chars.filter(({ char }) => form.test(char));
	return Math.min(1, ...signs.map(({ confidence }) => confidence));
}

/** The words of a row; a sign of the currency goes with the figure that a blank parts it from. */
function figureWords(chars: readonly Char[]): Char[][] {
	const words = wordsOf(chars);
	const isSign = (word: readonly Char[]) => word.length === 1 && /[¥Y]/u.test(word[0].char);
	return words
		.map((word, i) => (isSign(word) ? [...word, ...(words[i + 1] ?? [])] : word))
		.filter((_, i) => i === 0 || !isSign(words[i - 1]));
}

/** All amounts of a row behind its label, from left to right. */
function amountsIn(chars: readonly Char[]): string[] {
	const amounts = figureWords(chars).flatMap(amountsInWord);
	// A blank can stand within a figure.
	return amounts.length > 1 ? amounts : amountsInWord(chars);
}

function amountsInWord(chars: readonly Char[]): string[] {
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
	return figureWords(sheet.rows[row].chars)
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

/** What stands behind 小写. */
const unreadFigures = (sheet: Sheet): Char[] =>
	sheet.labels
		.flat()
		.filter(({ entry }) => entry?.field === 'total' && entry.rank === 1)
		.flatMap((label) => valueChars(sheet.rows, label));

/** What the lines and the row 合计 add up to, in cents; NaN where something is missing. */
interface Sums {
	amounts: number;
	taxes: number;
	/** The two amounts of the row 合计. */
	pair: readonly string[];
}

/** The sum of a column in cents; NaN where a line has no figure there. */
function columnSum(items: readonly LineItem[], role: 'amount' | 'taxAmount'): number {
	if (items.length === 0) return NaN;
	return items.reduce((sum, item) => sum + Math.round(toNumber(item[role]) * 100), 0);
}

const totalsOf = ({ amounts, taxes, pair }: Sums): number[] =>
	[amounts, amounts + taxes, pair.length === 2 ? cents(pair[0]) + cents(pair[1]) : NaN].filter(
		(sum) => !isNaN(sum),
	);

/**
 * The sums before tax and of the tax on the row 合计. One of them that does not add up to the total is
 * mended where it is a misreading away, or was not read, and the lines prove the other.
 */
function partsOfPair({ amounts, taxes, pair }: Sums, total: string): [string, string] | undefined {
	const all = cents(total);
	if (pair.length === 1 && amounts + taxes === all && [amounts, taxes].includes(cents(pair[0]))) {
		return [(amounts / 100).toFixed(2), (taxes / 100).toFixed(2)];
	}
	if (pair.length < 2) return undefined;
	const [before, tax] = pair;
	if (cents(before) + cents(tax) === all) return [before, tax];
	const [restTax, restBefore] = [all - cents(before), all - cents(tax)].map((rest) =>
		(rest / 100).toFixed(2),
	);
	if (cents(before) === amounts && withinOneEdit(restTax, tax)) return [before, restTax];
	if (cents(tax) === taxes && withinOneEdit(restBefore, before)) return [restBefore, tax];
	return undefined;
}

/** The figures and the words of the total, settled. */
function settled(
	{ total, capital }: Totals,
	figures: readonly Char[] | undefined,
	words: readonly Char[] | undefined,
	sums: readonly number[],
): Totals {
	if (total === undefined) {
		const amount = capital && parseCapital(capital);
		// The figures are printed and could not be read.
		const isShown = figures?.some(({ char }) => /\d/u.test(char)) && sums.includes(amount || NaN);
		return {
			total: amount && isShown ? (amount / 100).toFixed(2) : undefined,
			capital: capital && findCapital(capital),
		};
	}
	const reading = { value: total, confidence: confidenceIn(figures ?? words ?? [], /[\d.]/u) };
	if (capital === undefined || !words) return { total: settleBySum(reading, sums), capital };
	return settle(
		reading,
		{ value: capital, confidence: confidenceIn(words, /\p{Script=Han}/u) },
		sums,
	);
}

/**
 * Reads the sums. The row 合计 of the table is the total of an invoice without 价税合计; beside
 * 价税合计 its two amounts are the sums before tax and of the tax.
 */
export function readTotals(sheet: Sheet, items: readonly LineItem[]): Totals {
	const [capital] = (['capital', 'total', 'sum'] as const).flatMap((field) =>
		valuesOf(sheet, field, readCapital),
	);
	const totals = valuesOf(sheet, 'total', readAmount);
	// 合计 before the label of the capitals can be a part of that: 合计 人民币(大写).
	const [sum] = valuesOf(sheet, 'sum', readAmount).filter(
		({ label, chars }) =>
			label.row !== capital?.label.row ||
			(label.start < capital.label.start && chars.some(({ char }) => /\d/u.test(char))),
	);
	const beside = capital ? readAmount(afterCapital(capital)) : undefined;
	const total = hasSmallLabel(totals[0])
		? totals[0].value
		: (beside ?? totals[0]?.value ?? sum?.value);
	const sums: Sums = {
		amounts: columnSum(items, 'amount'),
		taxes: columnSum(items, 'taxAmount'),
		pair: sum && sum.value !== total ? amountsIn(sum.chars) : [],
	};
	const read = settled(
		{ total, capital: capital?.value },
		total === undefined
			? unreadFigures(sheet)
			: [...totals, ...(sum ? [sum] : [])].find(({ value }) => value === total)?.chars,
		capital?.chars,
		totalsOf(sums),
	);
	const isExempt =
		items.length > 0 && items.every(({ taxRate }) => /^免税|不征税/u.test(taxRate ?? ''));
	return { ...read, ...parts(sheet, read.total, sums, sum, isExempt, totals[0]?.label.row) };
}

/** The sums before tax and of the tax, where they are printed apart. */
function parts(
	sheet: Sheet,
	total: string | undefined,
	sums: Sums,
	sum: Found<string> | undefined,
	isExempt: boolean,
	totalRow: number | undefined,
): Pick<Totals, 'beforeTax' | 'tax'> {
	if (total === undefined) return {};
	const hasNoTax = isExempt || sum?.chars.some(({ char }) => char === '*');
	if (hasNoTax && sum?.value === total) return { beforeTax: total, tax: untaxed };
	// 价税合计 repeats the row 合计 where there is no tax.
	if (sum?.value === total && sum.label.row !== totalRow) return { beforeTax: total };
	const [beforeTax, tax] =
		partsOfPair(sums, total) ?? labelledParts(sheet, total) ?? partsOf(sheet, total) ?? [];
	return { beforeTax, tax };
}

/** The same where each has a label of its own: 合计金额 and 合计税额. */
function labelledParts(sheet: Sheet, total: string): [string, string] | undefined {
	const [tax] = valuesOf(sheet, 'tax', readAmount);
	const before = valuesOf(sheet, 'total', readAmount).find(
		({ value }) => tax && cents(value) + cents(tax.value) === cents(total),
	);
	return tax && before && [before.value, tax.value];
}

/** The characters behind a capital amount on its row: often the figures, as in 柒佰元整 ¥700.00. */
function afterCapital({ chars, value }: Found<string>): Char[] {
	const text = chars.map(({ char }) => char).join('');
	const end = text.indexOf(value.slice(-1)) < 0 ? 0 : text.lastIndexOf(value.slice(-1)) + 1;
	return chars.slice(end);
}
