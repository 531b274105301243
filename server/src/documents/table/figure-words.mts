import { wordsOf } from '../find.mts';
import type { Char } from '../layout/rows.mts';

/** A figure that was torn behind its point: `291.` and `150442`. */
const tornForm = /^\d+\.$/u;
/** A gap narrower than this (in full-width characters) tears one. */
const tornGap = 1;
/** How far, in the units of the rows, an amount may stand from its column. */
export const amountReach = 25;

const spelling = (word: readonly Char[]): string => word.map(({ char }) => char).join('');

/** The words of a row of goods, those together that are one figure. */
export const figureWords = (chars: readonly Char[]): Char[][] =>
	wordsOf(chars).reduce<Char[][]>((all, word) => {
		const last = all.at(-1);
		const isTorn =
			last &&
			tornForm.test(spelling(last)) &&
			word[0].gap < tornGap &&
			/^\d+$/u.test(spelling(word));
		if (isTorn) all[all.length - 1] = [...last, { ...word[0], gap: 0 }, ...word.slice(1)];
		else all.push(word);
		return all;
	}, []);
