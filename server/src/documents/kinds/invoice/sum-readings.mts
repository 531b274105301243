import { charsBelow } from '../../below.mts';
import { wordsOf } from '../../find.mts';
import { findCapital, findDamagedCapital, parseCapital } from '../../invoice/capital.mts';
import { spelling, type Char } from '../../layout/rows.mts';
import { amountReadings } from '../../lex/amounts.mts';
import type { Reading } from '../../lex/reading.mts';
import type { InvoiceLabel } from '../../lexicon/invoice-labels.mts';
import { toNumber } from '../../numbers.mts';
import type { ReadSheet } from './kind.mts';

/** A reading of a sum, in figures or in words. */
export interface Sum extends Reading {
	/** NaN where the words are no amount. */
	cents: number;
	row: number;
}

/** What is printed in place of the tax where there is none. */
const untaxed = /\*{2,}/u;
/** Numbers longer than this are no sums. */
const mostDigits = 12;

/** Labels behind which sums stand. */
export const sumLabels: ReadonlySet<InvoiceLabel> = new Set<InvoiceLabel>([
	'total',
	'sum',
	'tax',
	'capital',
]);

const centsOf = (text: string): number => Math.round(Number(text) * 100);
/** Cents as a figure in yuan. */
export const figureOf = (cents: number): string => (cents / 100).toFixed(2);

/** The amounts in a run of characters, with the blanks within figures or without. */
export function amountsIn(chars: readonly Char[]): Reading[] {
	const apart = amountReadings(chars);
	const joined = amountReadings(chars.map((char) => ({ ...char, gap: 0 })))
		// What joins a third digit to the cents is of something else.
		.filter(({ text }) => !/\.\d{3}$/u.test(text) && apart.every((one) => one.text !== text))
		.map((reading) => ({ ...reading, signs: [...reading.signs, 'blanks taken out'] }));
	return [...apart, ...joined].filter(({ text }) => text.replace(/\D/gu, '').length <= mostDigits);
}

/** Words in a label that tell sums apart. */
export const wordSigns = (label: string): string[] =>
	['小写', '大写', '价税', '不含税', '合计', '小计', '税额', '金额', '总', '实收'].flatMap(
		(word) => (label.includes(word) ? [`word ${word}`] : []),
	);

function behindLabels(read: ReadSheet): Sum[] {
	return read.values.flatMap(({ label, chars, signs }): Sum[] => {
		const field = label.entry?.field;
		if (!field || !sumLabels.has(field)) return [];
		const isLast = !read.values.some(
			(other) => other.label.entry?.field === field && other.label.row > label.row,
		);
		const shared = [...signs, ...wordSigns(label.text), ...(isLast ? ['last of its field'] : [])];
		const own = amountsIn(chars);
		const isBelow = own.length === 0 && signs.includes('behind') && !untaxed.test(spelling(chars));
		const found = isBelow ? amountsIn(charsBelow(read.sheet.rows, read.sheet.labels, label)) : own;
		const amounts = found.map((reading) => ({
			...reading,
			cents: centsOf(reading.text),
			row: label.row,
			signs: [...shared, ...(isBelow ? ['below what is none'] : []), ...reading.signs],
		}));
		const hidden = chars.filter(({ char }) => char === '*');
		const isUntaxed = untaxed.test(spelling(hidden));
		return isUntaxed
			? [
					...amounts.map((one) => ({ ...one, signs: [...one.signs, 'beside hidden tax'] })),
					{
						text: '***',
						cents: 0,
						chars: hidden,
						row: label.row,
						signs: [...shared, 'hidden tax'],
					},
				]
			: amounts;
	});
}

/** Amounts with a sign of the currency that no label of a sum tells, on rows that say nothing of a party. */
function bySign({ sheet }: ReadSheet): Sum[] {
	return sheet.rows.flatMap(({ chars }, row): Sum[] => {
		const labels = sheet.labels[row];
		if (labels.some(({ entry }) => entry?.field.includes('.'))) return [];
		const ofSums = labels.filter(({ entry }) => entry && sumLabels.has(entry.field));
		const told = new Set(ofSums.flatMap(({ start, valueTo }) => chars.slice(start, valueTo)));
		const amounts = amountReadings(chars).filter(
			(one) => one.signs.includes('with currency') && !one.chars.some((char) => told.has(char)),
		);
		return amounts.map((reading) => ({
			...reading,
			cents: centsOf(reading.text),
			row,
			signs: [
				ofSums.length > 0 ? 'behind an unknown label' : 'without a label',
				`${Math.min(amounts.length, 3)} with currency on its row`,
				...reading.signs,
			],
		}));
	});
}

/** Amounts and words of a sheet that are looked at; the fullest of the documents of the tests has 19 and 2. */
const mostReadings = { figures: 120, words: 6 } as const;

/** The amounts of a sheet that can be sums. */
export const sumReadings = (read: ReadSheet): Sum[] =>
	[...behindLabels(read), ...bySign(read)].slice(0, mostReadings.figures);

/** Signs of an amount in words that stand without a label: so many at least. */
const leastWords = 4;
const capitalSigns = /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整]/gu;

/** An amount in words that is all of a row, however wide it is spaced: 壹 拾 元. */
const wholeWords =
	/^(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆][角分整零壹贰叁肆伍陆柒捌玖]*$/u;

/** Amounts in words as they were read. */
export function wordReadings(read: ReadSheet): Sum[] {
	const behind = read.values.flatMap(({ label, chars, signs }) => {
		const field = label.entry?.field;
		const isSum = field === 'capital' || field === 'total' || field === 'sum';
		return isSum ? wordsAt(chars, label.row, signs) : [];
	});
	const alone = read.sheet.rows.flatMap(({ chars }, row) =>
		read.sheet.labels[row].some(({ entry }) => entry?.field === 'capital')
			? []
			: (wholeWords.test(spelling(chars)) ? [chars] : wordsOf(chars))
					.filter(
						(word) =>
							word === chars || (spelling(word).match(capitalSigns) ?? []).length >= leastWords,
					)
					.flatMap((word) => wordsAt(word, row, ['without a label'])),
	);
	return [...behind, ...alone].slice(0, mostReadings.words);
}

function wordsAt(chars: readonly Char[], row: number, signs: readonly string[]): Sum[] {
	const printed = spelling(chars);
	const damaged = findDamagedCapital(printed);
	const whole = findCapital(printed);
	const isCut = damaged !== undefined && whole !== undefined && damaged.includes(whole);
	const ways: ReadonlyArray<readonly [string | undefined, string]> = [
		[isCut ? undefined : whole, 'words as read'],
		[damaged, 'words with other signs'],
	];
	return ways.flatMap(([text, sign]) =>
		text === undefined
			? []
			: [
					{
						text,
						cents: parseCapital(text) ?? NaN,
						chars: chars.filter(({ char }) => text.includes(char) || /\p{Script=Han}/u.test(char)),
						row,
						signs: [
							...signs,
							sign,
							...(/[元圆角分整正]$/u.test(text) ? [] : ['words without an end']),
						],
					},
				],
	);
}

/** What the lines of an invoice come to in cents; NaN where one of them lacks its figure. */
export interface LineSums {
	amounts: number;
	taxes: number;
}

function columnSum({ items }: ReadSheet, role: 'amount' | 'taxAmount'): number {
	if (items.length === 0) return NaN;
	return items.reduce(
		(sum, { cells }) =>
			sum + Math.round((/\d/u.test(cells[role] ?? '') ? toNumber(cells[role]) : NaN) * 100),
		0,
	);
}

/** What the columns of amounts and of taxes come to. */
export const lineSums = (read: ReadSheet): LineSums => ({
	amounts: columnSum(read, 'amount'),
	taxes: columnSum(read, 'taxAmount'),
});
