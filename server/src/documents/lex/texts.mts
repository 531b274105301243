import { findDate, findTime } from '../dates.mts';
import { wordsOf } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import { asDigits } from '../numbers.mts';
import { isPersonName } from '../person-name.mts';
import { compact, hasHan, trimSigns } from '../text.mts';
import { beforeMoment, firstCell } from '../values.mts';
import type { Reading } from './reading.mts';
import { charsIn, runOf, type Run } from './run.mts';
import { columnGap } from '../layout/gap-widths.mts';

/** The characters of a run whose places make up a text without blanks. */
function placesOf(run: Run, text: string): Char[] {
	const plain = runOf(
		run.chars.filter((char) => char !== undefined).map((char) => ({ ...char, gap: 0 })),
	);
	const own = run.chars.filter((char) => char !== undefined);
	const at = plain.text.indexOf(text);
	return at < 0 ? own : own.slice(at, at + text.length);
}

/** A number or code: digits, letters and what joins them, without blanks. It has a digit. */
export function codeReadings(chars: readonly Char[]): Reading[] {
	const run = runOf(firstCell(beforeMoment(chars)));
	const text = compact(run.text.replace(/(?<=\d)\s[A-Za-z]{2}.*$/u, '')).replace(
		/^(?:N[O0][.:]{0,2}|№|#|第)(?=\d)/iu,
		'',
	);
	const code = /^[^\p{L}\p{N}]*([A-Za-z0-9][A-Za-z0-9\-_/*#.]*)/u.exec(text)?.[1];
	if (code === undefined || !/\d/u.test(code)) return [];
	const digits = asDigits(code);
	const isNumber = /^\d+$/u.test(digits) && /^[\doOlI|]+$/u.test(code) && code.length >= 5;
	const value = trimSigns(isNumber ? digits : code);
	return [
		{
			text: value,
			chars: placesOf(run, code),
			signs: [
				/^\d+$/u.test(value) ? 'digits' : 'letters too',
				value.length <= 2
					? 'of 1 or 2'
					: value.length <= 5
						? 'of 3 to 5'
						: value.length <= 12
							? 'of 6 to 12'
							: 'of 13 or more',
			],
		},
	];
}

/** How the goods are taken along, behind a clerk. */
const wayOfSale = /(?<=.)(?:外[卖賣带帶]|堂食|自[取提]|打包)$/u;

/** What closes brackets before the label of a clerk, and is no part of what stands behind it: `(工号0215)`. */
const unopened = /(?<=^[^()]*)\)$/u;

/** A clerk: a number, a name or both. */
export function personReadings(chars: readonly Char[]): Reading[] {
	const run = runOf(firstCell(beforeMoment(chars)));
	const text = trimSigns(
		compact(run.text)
			.replace(/(?<=^\d{2,})#\d.*$/u, '')
			.replace(wayOfSale, '')
			.replace(unopened, ''),
	);
	const isOther = /^¥|\d\.\d{2}元?$|^1[3-9]\d{9}$/u.test(text);
	if (text.length > 16 || !/[\p{L}\p{N}]/u.test(text) || isOther) return [];
	const shape = isPersonName(text)
		? 'name of a person'
		: /^\d+$/u.test(text)
			? 'digits'
			: hasHan(text)
				? 'Chinese'
				: 'letters';
	return [
		{ text, chars: placesOf(run, text), signs: [shape, ...(text.length > 6 ? ['long'] : [])] },
	];
}

/** A text up to the next column. */
export function textReadings(chars: readonly Char[]): Reading[] {
	const [cell = []] = wordsOf(chars, columnGap);
	const run = runOf(cell);
	const text = trimSigns(run.text);
	if (text === '') return [];
	const at = run.text.indexOf(text);
	return [{ text, chars: charsIn(run, at, at + text.length), signs: [] }];
}

/** A date or a time of day, as it stands in some characters. */
export interface MomentReading {
	date?: Reading & { printed: string };
	time?: Reading;
}

/** A time of day in digits alone, as the whole value of its label: 093005. */
const bareTime = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)?$/u;
/** The same with the separators of dates: 09-30-05, 09.30. */
const separatedTime = /^(?:[01]\d|2[0-3])([-.])[0-5]\d(?:\1[0-5]\d)?$/u;

/** The date and the time in a run of characters. */
export function momentReading(chars: readonly Char[]): MomentReading {
	const run = runOf(chars);
	const date = findDate(run.text) ?? findDate(compact(run.text));
	const time = findTime(run.text);
	return {
		...(date && {
			date: {
				text: date.iso,
				printed: date.text,
				chars: placesOf(run, compact(date.text)),
				signs: [],
			},
		}),
		...(time && { time: { text: time.text, chars: placesOf(run, time.text), signs: [] } }),
	};
}

/** The same behind a label that says that it is there: a time can be digits alone then. */
export function labelledMomentReading(chars: readonly Char[]): MomentReading {
	const text = compact(runOf(chars).text);
	if (separatedTime.test(text)) return { time: { text, chars, signs: [] } };
	const digits = bareTime.exec(text);
	if (digits)
		return { time: { text: digits.slice(1).filter(Boolean).join(':'), chars, signs: [] } };
	return momentReading(chars);
}
