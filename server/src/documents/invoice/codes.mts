import { findDate, findTime } from '../dates.mts';
import { wordsOf } from '../find.mts';
import { textOf, type Char } from '../layout/rows.mts';
import { asDigits } from '../numbers.mts';
import { compact } from '../text.mts';
import { withLostDigit } from './lost-digit.mts';
import { valuesOf, type Found, type Sheet } from './sheet.mts';

/** What identifies an invoice; what is not printed is undefined. */
export interface Codes {
	code?: string;
	number?: string;
	date?: string;
	time?: string;
	checkCode?: string;
}

/** The numbers of fully digital invoices have this many digits. */
const digitalLength = 20;
/** Those of all others. */
const paperLength = 8;
/** A gap this wide (in full-width characters) ends a number. */
const columnGap = 2.2;

/** The digits of a value, blanks and look-alikes put right. */
function readDigits(chars: readonly Char[]): string | undefined {
	const [cell = []] = wordsOf(chars, columnGap);
	const text = asDigits(compact(textOf(cell)).replace(/^(?:NO|№|#)[.:]*/iu, ''));
	const digits = /^[^\p{L}\p{N}]*(\d[\d-]*)/u.exec(text)?.[1].replaceAll('-', '');
	if (digits?.length !== digitalLength - 1) return digits;
	const printed = cell.filter(({ char }) => /\d/u.test(char));
	return (printed.length === digits.length && withLostDigit(printed)) || digits;
}

/** The check code of Shenzhen's block-chain invoices. */
const shortCheckCode = /^[^\p{L}\p{N}]*((?=\d*[a-f])[0-9a-f]{5})$/u;

/** Check codes are printed in groups with blanks between them, up to the end of the row. */
function readCheckCode(chars: readonly Char[]): string | undefined {
	const text = asDigits(compact(textOf(chars)));
	const short = shortCheckCode.exec(compact(textOf(chars)))?.[1];
	return short ?? /^[^\p{L}\p{N}]*(\d{4,})/u.exec(text)?.[1];
}

const least = (found: Found<string>): number =>
	Math.min(...found.chars.map(({ confidence }) => confidence));

/** The first value of a usual length; of a number printed twice, the one that was read more surely. */
function pick(found: ReadonlyArray<Found<string>>, lengths: readonly number[]): string | undefined {
	const usual = found.filter(({ value }) => lengths.includes(value.length));
	const [first, ...rest] = usual;
	if (!first) return found[0]?.value;
	const twice = rest.filter(({ value }) => value.length === first.value.length);
	const doubtful = least(first) < 0.8;
	const surer = twice.find(
		(one) => doubtful && least(one) > least(first) + 0.1 && isNear(one.value, first.value),
	);
	return (surer ?? first).value;
}

const isNear = (a: string, b: string): boolean =>
	Array.from(a).filter((char, i) => char !== b[i]).length <= 2;

/** A number standing alone in the upper part of the sheet. */
function unlabelled({ rows, labels }: Sheet, form: RegExp): string | undefined {
	for (let i = 0; i < Math.min(rows.length, 6); i++) {
		const end = labels[i][0]?.start ?? rows[i].chars.length;
		for (const word of wordsOf(rows[i].chars.slice(0, end))) {
			const match = form.exec(textOf(word));
			if (match) return match[1];
		}
	}
	return undefined;
}

const dateText = (chars: readonly Char[]): string | undefined => {
	const text = textOf(chars);
	const date = findDate(text) ?? findDate(compact(text));
	return date && compact(date.text);
};

function unlabelledDate({ rows }: Sheet): string | undefined {
	for (const { text } of rows) {
		const date = findDate(text);
		if (date && /[年/.-]/u.test(date.text)) return compact(date.text);
	}
	return undefined;
}

/** The number of an invoice without its code, which small print repeats right behind it. */
function withoutCode(number: string | undefined, code: string | undefined): string | undefined {
	const rest = number?.slice(paperLength);
	return code && rest?.length === code.length && isNear(rest, code)
		? number?.slice(0, paperLength)
		: number;
}

/** Reads code, number, date and check code. */
export function readCodes(sheet: Sheet): Codes {
	const numbers = valuesOf(sheet, 'number', readDigits).filter(({ value }) => value.length >= 6);
	const dates = valuesOf(sheet, 'date', dateText);
	const times = [...valuesOf(sheet, 'time', timeText), ...valuesOf(sheet, 'date', timeText)];
	const code =
		pick(
			valuesOf(sheet, 'code', readDigits).filter(({ value }) => value.length >= 8),
			[12, 10],
		) ?? unlabelled(sheet, /^(\d{12}|\d{10})$/u);
	const number = pick(numbers, [8, 20]) ?? unlabelled(sheet, /^(?:NO|№)?[.:]?(\d{8})$/iu);
	return {
		code,
		number: withoutCode(number, code),
		date: dates[0]?.value ?? unlabelledDate(sheet),
		time: times[0]?.value,
		checkCode: valuesOf(sheet, 'checkCode', readCheckCode)[0]?.value,
	};
}

const timeText = (chars: readonly Char[]): string | undefined => findTime(textOf(chars))?.text;
