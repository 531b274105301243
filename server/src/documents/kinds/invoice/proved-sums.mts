import { wordsOf } from '../../find.mts';
import { spelling, type Char } from '../../layout/rows.mts';
import { leastConfidence } from '../../lex/reading.mts';
import type { ReadSheet } from './kind.mts';
import { amountsIn, figureOf, sumLabels, wordSigns, type Sum } from './sum-readings.mts';
import { doubtful } from './sum-repairs.mts';

/** Amounts that were not read, or hold signs of a stamp, with each that they can be: so many are looked at. */
const mostFound = 24;
/** Fewer digits stand in a longer number by chance. */
const leastDigits = 4;

/** Words that were to be an amount, of which none was read, or none surely. */
const unreadIn = (chars: readonly Char[], isDoubted: boolean): Char[][] =>
	wordsOf(chars).filter(
		(word) =>
			/[\d¥]/u.test(spelling(word)) &&
			(amountsIn(word).length === 0 || (isDoubted && leastConfidence(word) < doubtful)),
	);

/**
 * Where an amount behind a label of a sum was printed and not read, those that words or lines come to.
 * @param isDoubted whether amounts that were not read surely count as not read
 */
export const unreadSums = (
	read: ReadSheet,
	amounts: readonly number[],
	isDoubted: boolean,
): Sum[] =>
	read.values
		.flatMap(({ label, chars, signs }): Sum[] => {
			const field = label.entry?.field;
			if (field !== 'total' && field !== 'sum') return [];
			const shared = [...signs, ...wordSigns(label.text), 'unread'];
			return unreadIn(chars, isDoubted).flatMap((word) =>
				amounts.map((cents) => ({
					text: figureOf(cents),
					cents,
					chars: word,
					row: label.row,
					signs: shared,
				})),
			);
		})
		.slice(0, mostFound);

/** The signs of a word from the first digit of an amount to its last, where they follow one another. */
function placeIn(word: readonly Char[], cents: number): readonly Char[] | undefined {
	const wanted = String(cents);
	const digits = word.filter(({ char }) => /\d/u.test(char));
	const at = spelling(digits).indexOf(wanted);
	if (at < 0 || wanted.length < leastDigits) return undefined;
	return word.slice(word.indexOf(digits[at]), word.indexOf(digits[at + wanted.length - 1]) + 1);
}

/** Characters in which a sum may stand, and what their place says of it. */
type Place = Pick<Sum, 'chars' | 'row' | 'signs'>;

const behindLabels = ({ values }: ReadSheet): Place[] =>
	values.flatMap(({ label, chars, signs }) =>
		label.entry && sumLabels.has(label.entry.field)
			? [{ chars, row: label.row, signs: [...signs, ...wordSigns(label.text)] }]
			: [],
	);

/** Words with a sign of the currency, on rows that say nothing of a party. */
const bySign = ({ sheet }: ReadSheet): Place[] =>
	sheet.rows.flatMap(({ chars }, row) =>
		sheet.labels[row].some(({ entry }) => entry?.field.includes('.'))
			? []
			: wordsOf(chars)
					.filter((word) => spelling(word).includes('¥'))
					.map((word) => ({ chars: word, row, signs: ['without a label', 'with currency'] })),
	);

/** Where the digits of amounts stand whatever a stamp has added before them, or put in place of their point. */
export const heldSums = (read: ReadSheet, amounts: readonly number[]): Sum[] =>
	[...behindLabels(read), ...bySign(read)]
		.flatMap(({ chars, row, signs }) =>
			wordsOf(chars).flatMap((word) =>
				amounts.flatMap((cents): Sum[] => {
					const place = placeIn(word, cents);
					const shared = [...signs, 'with cents', 'repaired by words'];
					return place ? [{ text: figureOf(cents), cents, chars: place, row, signs: shared }] : [];
				}),
			),
		)
		.slice(0, mostFound);
