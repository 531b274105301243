import {
	formatCapital,
	lostSigns,
	mostMisread,
	withSignsReplaced,
} from '../../invoice/capital.mts';
import { leastConfidence } from '../../lex/reading.mts';
import { withinOneEdit } from '../../text.mts';
import { figureOf, type Sum } from './sum-readings.mts';

/** A sign read with more confidence than this is hardly another one. */
export const doubtful = 0.9;

/** So many amounts are held against the words. */
const mostAmounts = 8;

/**
 * Words with a sign or two replaced so that they say an amount that the page has in figures. Words that were read surely
 * and are an amount give way only to one that the lines come to, and those that say what the lines come to to none.
 */
export const repairedWords = (
	words: readonly Sum[],
	amounts: readonly number[],
	ofLines: readonly number[],
): Sum[] =>
	words.flatMap((one) => {
		const isAmount = !isNaN(one.cents);
		if (ofLines.includes(one.cents)) return [];
		const isSure = isAmount && leastConfidence(one.chars) >= doubtful;
		return amounts.slice(0, mostAmounts).flatMap((cents): Sum[] => {
			if (cents === one.cents || (isSure && !ofLines.includes(cents))) return [];
			const text = withSignsReplaced(one.text, cents, isAmount ? 1 : mostMisread);
			if (text === undefined) return [];
			return [{ ...one, text, cents, signs: [...one.signs, 'words repaired'] }];
		});
	});

/** An amount as words write it, with the signs for yuan and for the end that some words have. */
function writtenAs(words: string, cents: number): string {
	const yuan = words.includes('圆') ? '圆' : '元';
	return formatCapital(cents, yuan, words.endsWith('正') ? '正' : '整');
}

/**
 * Words with the signs put in that they lack of an amount which both the page's figures and the lines say. Words that are
 * another amount, well written, stay as printed: they contradict the figures.
 */
export const completedWords = (words: readonly Sum[], amounts: readonly number[]): Sum[] =>
	words.flatMap((one) => {
		if (!isNaN(one.cents) && writtenAs(one.text, one.cents) === one.text) return [];
		return amounts
			.filter((cents) => lostSigns(one.text, cents))
			.map((cents) => ({
				...one,
				text: writtenAs(one.text, cents),
				cents,
				signs: [...one.signs, 'words repaired'],
			}));
	});

/** Figures that were read surely and are held to be others. */
export const sureRepair = 'a sure sign repaired';
/**
 * How figures can be a misreading of others: by a sign that was read with doubt, lost or read twice, or by one that was
 * read surely; undefined where they differ in more than one.
 */
function misreadingOf({ text: read, chars }: Sum, text: string): string[] | undefined {
	if (text.replace('.', '') === read.replace('.', '')) return [];
	if (!withinOneEdit(text, read)) return undefined;
	if (text.length !== read.length) return [];
	const at = Array.from(text).findIndex((char, i) => char !== read[i]);
	const printed = chars.filter(({ char }) => /[\p{L}\p{N}.-]/u.test(char));
	const isDoubted = printed.length === read.length && printed[at].confidence < doubtful;
	return isDoubted ? [] : [sureRepair];
}

/** Figures with a sign put right so that they say an amount that words or other sums come to. */
export const repairedFigures = (
	figures: readonly Sum[],
	amounts: readonly number[],
	sign: string,
): Sum[] =>
	figures.flatMap((one) =>
		amounts.flatMap((cents): Sum[] => {
			const text = figureOf(cents);
			const how = cents === one.cents ? undefined : misreadingOf(one, text);
			return how ? [{ ...one, text, cents, signs: [...one.signs, sign, ...how] }] : [];
		}),
	);
