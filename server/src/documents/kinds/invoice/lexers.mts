import { findDate, findTime } from '../../dates.mts';
import { wordsOf } from '../../find.mts';
import { withLostDigit } from '../../invoice/lost-digit.mts';
import { isCompany } from '../../invoice/party-names.mts';
import type { Char } from '../../layout/rows.mts';
import type { Lex, Reading } from '../../lex/reading.mts';
import { charsIn, runOf } from '../../lex/run.mts';
import { personReadings, textReadings } from '../../lex/texts.mts';
import { asDigits } from '../../numbers.mts';
import { compact } from '../../text.mts';
import { columnGap, wordGap } from '../../layout/gap-widths.mts';

/** Of the numbers of fully digital invoices, and of all others. */
const lengths = { digital: 20, paper: 8 } as const;

const spelling = (chars: readonly Char[]): string =>
	chars.map(({ char }) => char.slice(0, 1)).join('');

const lengthSign = ({ length }: string): string =>
	[5, 8, 10, 12, 20].includes(length) ? `of ${length}` : length < 8 ? 'short' : 'of another length';

/** Digits that letters may stand for, with dashes between them, from the first one on. */
const digitRun = /^[^\p{L}\p{N}]*(?:(?:NO|№|#)[.:]*)?[^\p{L}\p{N}]*(\d[\d-]*)/iu;

function digitsAt(chars: readonly Char[], signs: readonly string[]): Reading[] {
	const digits = asDigits(spelling(chars)).replace(/^N0/iu, 'NO');
	const match = digitRun.exec(digits);
	if (!match) return [];
	const from = match[0].length - match[1].length;
	const own = chars.slice(from, from + match[1].length);
	const text = match[1].replaceAll('-', '');
	const isRepaired = spelling(own).replaceAll('-', '') !== text;
	const shared = [...signs, ...(isRepaired ? ['letters as digits'] : [])];
	return [
		{ text, chars: own, signs: [lengthSign(text), ...shared] },
		...restoredDigit(own, text, shared),
		...leadingDigits(own, text, shared),
	];
}

/** A number of a fully digital invoice with the digit put back that was read as one with its neighbour. */
function restoredDigit(chars: readonly Char[], text: string, signs: readonly string[]): Reading[] {
	if (text.length !== lengths.digital - 1 || chars.length !== text.length) return [];
	const whole = withLostDigit(chars.map((char, i) => ({ ...char, char: text[i] })));
	return whole
		? [{ text: whole, chars, signs: [lengthSign(whole), 'digit put back', ...signs] }]
		: [];
}

/** The first digits of a run that goes on with the code of the invoice, in small print. */
const leadingDigits = (
	chars: readonly Char[],
	text: string,
	signs: readonly string[],
): Reading[] =>
	[18, 20].includes(text.length) && chars.length === text.length
		? [
				{
					text: text.slice(0, lengths.paper),
					chars: chars.slice(0, lengths.paper),
					signs: ['of 8', 'the first of a run', ...signs],
				},
			]
		: [];

/** The digits of a number or code, blanks and look-alikes put right: of the whole cell, and up to a gap in it. */
export const digitReadings: Lex = (chars) => {
	const [cell = []] = wordsOf(chars, columnGap);
	const [first = []] = wordsOf(cell, wordGap).filter((word) =>
		word.some(({ char }) => /\d/u.test(char)),
	);
	const until = cell.indexOf(first[first.length - 1]) + 1;
	if (until === cell.length || until === 0) return digitsAt(cell, []);
	return [...digitsAt(cell, ['over a gap']), ...digitsAt(cell.slice(0, until), ['up to a gap'])];
};

/** The check code of Shenzhen's block-chain invoices. */
const shortCheckCode = /^[^\p{L}\p{N}]*((?=\d*[a-f])[0-9a-f]{5})$/u;

/** Check codes are printed in groups with blanks between them, up to the end of the row. */
export const checkCodeReadings: Lex = (chars) => {
	const short = shortCheckCode.exec(spelling(chars))?.[1];
	if (short !== undefined) {
		return [{ text: short, chars: chars.slice(-short.length), signs: ['of 5', 'hexadecimal'] }];
	}
	return digitsAt(chars, []).filter(({ text }) => text.length >= 4);
};

/** A date as it is printed, without its blanks. */
export const dateReadings: Lex = (chars) => {
	const run = runOf(chars);
	const apart = findDate(run.text);
	const together = apart ? undefined : findDate(compact(run.text));
	const date = apart ?? together;
	if (!date) return [];
	const from = apart ? date.index : compact(run.text).indexOf(date.text);
	const own = apart
		? charsIn(run, from, from + date.text.length)
		: chars.slice(from, from + date.text.length);
	const text = compact(date.text);
	return [
		{
			text,
			chars: own,
			signs: [
				/^\d{4}/u.test(text) ? 'year of four digits' : 'short year',
				/[年/.-]/u.test(text) ? 'separated' : 'digits alone',
				...(together ? ['blanks taken out'] : []),
			],
		},
	];
};

/** A time of day as it is printed. */
export const timeReadings: Lex = (chars) => {
	const run = runOf(chars);
	const time = findTime(run.text);
	if (!time) return [];
	const from = run.text.indexOf(time.text);
	return [
		{
			text: time.text,
			chars: from < 0 ? chars : charsIn(run, from, from + time.text.length),
			signs: [],
		},
	];
};

/** A clerk; companies are paid or issue invoices, but are none. */
export const clerkReadings: Lex = (chars) =>
	personReadings(chars).map((reading) => ({
		...reading,
		signs: isCompany(reading.text) ? [...reading.signs, 'a company'] : reading.signs,
	}));

/** A text, up to the next column. */
export const plainReadings: Lex = (chars) =>
	textReadings(chars).map((reading) => ({
		...reading,
		signs: [reading.text.length > 20 ? 'long' : reading.text.length < 2 ? 'of one sign' : 'usual'],
	}));
