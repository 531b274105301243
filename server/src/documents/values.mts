import { dayPart, findDate, type FoundDate } from './dates.mts';
import { wordsOf } from './find.mts';
import { textOf, type Char } from './layout/rows.mts';
import { amountReadings } from './lex/amounts.mts';
import type { Reading } from './lex/reading.mts';
import { hasHan } from './text.mts';
import { columnGap } from './layout/gap-widths.mts';

/** A gap this wide parts a number from what is no part of it. */
const speckGap = 0.9;

/**
 * The amount in a value as a plain figure. Of several, one with cents or a currency counts more than
 * a bare number (a count of goods), and a later one more than an earlier one.
 */
export function readAmount(chars: readonly Char[]): string | undefined {
	const weightOf = ({ signs }: Reading) =>
		(signs.includes('with cents') ? 2 : 0) + (signs.includes('with currency') ? 1 : 0);
	const all = amountReadings(chars);
	return all.reduce<Reading | undefined>(
		(best, one) => (best && weightOf(best) > weightOf(one) ? best : one),
		undefined,
	)?.text;
}

/** Whether a date is one and no part of a number: `XSCK-2023-03-0917`. */
const isApart = (text: string, date: FoundDate): boolean =>
	/[-/.年\s]/u.test(date.text) &&
	!(
		/[A-Za-z]-$/u.test(text.slice(0, date.index)) &&
		/^\d+(?![\d:])/u.test(text.slice(date.index + date.text.length))
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
