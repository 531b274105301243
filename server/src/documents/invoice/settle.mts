import { isPartOf, withinOneEdit } from '../text.mts';
import { formatCapital, parseCapital, withSignsReplaced } from './capital.mts';

/** An amount as read, with the least confidence of its characters. */
export interface Reading {
	value: string;
	confidence: number;
}

/** What the figures and the words of the total are, after each was held against the other. */
export interface Settled {
	total: string;
	/** Undefined where the words that were read are no amount. */
	capital: string | undefined;
}

/** Figures read with less confidence than this may be wrong. */
const doubtful = 0.9;
/** How many signs of words that are no amount may be misread. */
export const mostMisread = 2;

const cents = (figure: string): number => Math.round(Number(figure) * 100);
const figureOf = (amount: number): string => (amount / 100).toFixed(2);

/** Whether words lack signs of an amount and have no others: a seal hides some, or they were not read. */
export function lostSigns(words: string, amount: number): boolean {
	const whole = (text: string) =>
		text
			.replace(/圆/gu, '元')
			.replace(/正$/u, '整')
			.replace(/〇/gu, '零')
			.replace(/(?<=[角分])整$/u, '');
	return isPartOf(whole(words), whole(formatCapital(amount)));
}

/**
 * Settles a difference between the total in figures and in words. Two that agree out of the figures,
 * the words and a sum win over the third; where no sum tells, one of the two that is a single misreading
 * away from the other gives way, and words that only lack signs do. Words are mended sign by sign, and
 * signs that were not read stay away.
 * @param sums in cents: what the lines, or the sums before tax and of the tax, add up to
 */
export function settle(total: Reading, capital: Reading, sums: readonly number[]): Settled {
	const words = parseCapital(capital.value);
	const figures = cents(total.value);
	const asRead = { total: total.value, capital: words === undefined ? undefined : capital.value };
	if (words === figures) return asRead;
	const mended = withSignsReplaced(capital.value, figures, words === undefined ? mostMisread : 1);
	const byFigures = { total: total.value, capital: mended ?? asRead.capital };
	const [backsFigures, backsWords] = [figures, words ?? NaN].map((sum) => sums.includes(sum));
	if (words === undefined || (backsFigures && !backsWords)) return byFigures;
	const byWords = { total: figureOf(words), capital: capital.value };
	if (backsWords && !backsFigures) return byWords;
	const trustsWords = capital.confidence >= total.confidence;
	if (lostSigns(capital.value, figures)) {
		return trustsWords && total.confidence < doubtful ? byWords : asRead;
	}
	const figuresMisread =
		withinOneEdit(byWords.total, total.value) ||
		byWords.total.replace('.', '') === total.value.replace('.', '');
	if (figuresMisread && (trustsWords || mended === undefined)) return byWords;
	return byFigures;
}

/**
 * A total without words: as read, or the sum that it is one doubtful digit away from.
 * @param sums as for `settle`
 */
export function settleBySum(total: Reading, sums: readonly number[]): string {
	if (total.confidence >= doubtful || sums.includes(cents(total.value))) return total.value;
	const near = [...new Set(sums.filter((sum) => sum > 0).map(figureOf))].filter(
		(sum) => sum.length === total.value.length && withinOneEdit(sum, total.value),
	);
	return near.length === 1 ? near[0] : total.value;
}
