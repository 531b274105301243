import { dayPart, findDate, type FoundDate } from './dates.mts';
import { wordsOf } from './find.mts';
import { textOf, type Char } from './layout/rows.mts';
import { asDigits, figure } from './numbers.mts';
import { compact, hasHan } from './text.mts';
import { columnGap } from './layout/gap-widths.mts';

/** A gap this wide parts a number from what is no part of it. */
const speckGap = 0.9;

/** A date and a time of day, whose figures are no amounts. */
const momentForms =
	/(?<!\d)20\d{2}[-/年]\d{1,2}[-/月](?:\d{2}|\d)日?|(?<!\d)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d.])/gu;

/** An amount in a run of text: sign, currency, digits. What follows must not make it something else. */
const amountForm =
	/(?<![\p{L}\d.])(?<sign>[-+]?)\s?(?:(?:人民币|RMB|CNY|CN¥|¥|HK[$D]|MOP\$?|US[$D]|\$|Y)\s?[:.]?\s?)?(?<inner>[-+]?)\s?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<cents>\s?[.,]\s?\d{1,3})?(?![\d%:/]|\s?(?:折|件|个|项|份|种|瓶|张|人|次|包|袋|盒|分(?!\p{L})|ITEM|PCS))(?<after>元|圆|RMB)?/giu;

/** A figure in which letters may stand for digits. */
const isFigureWord = (word: string): boolean =>
	/^[-+¥]*[\dOolISBZ|.,]+元?$/u.test(word) &&
	(word.match(/[\d.,]/gu) ?? []).length * 2 >= word.length;

/**
 * The amount in a value as a plain figure. Of several, one with cents or a currency counts more than
 * a bare number (a count of goods), and a later one more than an earlier one.
 */
export function readAmount(chars: readonly Char[]): string | undefined {
	const text = wordsOf(chars)
		.map((word) => word.map(({ char }) => char).join(''))
		.map((word) => (isFigureWord(word) ? asDigits(word) : word))
		// Tills print the sign of a return behind the figure.
		.map((word) => word.replace(/^(¥?)(\d[\d,]*\.\d{2})-$/u, '-$1$2'))
		.join(' ')
		.replace(momentForms, ' ')
		.replace(/(\d),(\d{2})(?!\d)/gu, '$1.$2');
	let best: { value: string; weight: number } | undefined;
	for (const match of text.matchAll(amountForm)) {
		const { sign, inner, digits, cents = '', after } = match.groups ?? {};
		const value = figure(digits + compact(cents).replace(',', '.'));
		if (value === undefined) continue;
		const weight = (cents ? 2 : 0) + (/[¥$]|RMB|CNY|人民币/u.test(match[0]) || after ? 1 : 0);
		if (best && best.weight > weight) continue;
		best = { value: sign === '-' || inner === '-' ? `-${value}` : value, weight };
	}
	return best?.value;
}

/** Whether a date is one and no part of a number: `XSCK-2023-03-0917`. */
const isApart = (text: string, date: FoundDate): boolean =>
	/[-/.年\s]/u.test(date.text) &&
	!(
		/[A-Za-z]-$/u.test(text.slice(0, date.index)) &&
		/^\d+(?!:)/u.test(text.slice(date.index + date.text.length))
	);

/** Where a time of day begins. */
const timeStart = new RegExp(String.raw`(?:${dayPart}\s?)?\d{1,2}\s?:\s?\d{2}`, 'iu');

/** Characters up to the first date or time among them, which belongs to no code or name. */
export function beforeMoment(chars: readonly Char[]): readonly Char[] {
	const text = textOf(chars);
	const date = findDate(text);
	const time = timeStart.exec(text);
	const day = /(?<!\d)\d{1,2}[-/]\d{1,2}\s(?=\d{1,2}:\d{2})/u.exec(text);
	const cut = Math.min(
		date && isApart(text, date) ? date.index : Infinity,
		time ? time.index : Infinity,
		day ? day.index : Infinity,
	);
	if (cut === Infinity) return chars;
	const blanksBefore = (text.slice(0, cut).match(/ /gu) ?? []).length;
	return chars.slice(0, cut - blanksBefore);
}

/** The first column of a value, without a lone sign far behind its digits: a speck or a hole, misread. */
export function firstCell(chars: readonly Char[]): Char[] {
	const [cell = []] = wordsOf(chars, columnGap);
	const [digits = [], ...rest] = wordsOf(cell, speckGap);
	return rest.length > 0 &&
		rest.every((word) => word.length === 1 && !hasHan(word[0].char)) &&
		/^\d{3,}$/u.test(textOf(digits))
		? digits
		: cell;
}
