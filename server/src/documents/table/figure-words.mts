import { wordsOf } from '../find.mts';
import { spelling, type Char } from '../layout/rows.mts';
import { misalignment, type Column } from './header.mts';

/** A figure that was torn behind its point: `291.` and `150442`. */
const tornForm = /^\d+\.$/u;
/** A gap narrower than this (in full-width characters) tears one. */
const tornGap = 1;
/** An amount whose comma was read as a point: 148.522.00. */
const pointedForm = /^\d{3}\.\d{3}\.\d{2}$/u;
/** How far, in the units of the rows, an amount may stand from its column. */
export const amountReach = 25;

/** Words with those that are one figure put together again. */
const withoutTears = (words: readonly Char[][]): Char[][] =>
	words.reduce<Char[][]>((all, word) => {
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

/** The words of a row of goods: figures that were torn are whole, and amounts have the comma of their thousands. */
export function figureWords(
	chars: readonly Char[],
	columns: readonly Column[] | undefined,
): Char[][] {
	const amount = columns?.find(({ role }) => role === 'amount');
	return withoutTears(wordsOf(chars)).map((word) => {
		const place = { left: word[0].left, right: word[word.length - 1].right };
		const isAmount = amount !== undefined && misalignment(place, amount) < amountReach;
		if (!isAmount || !pointedForm.test(spelling(word))) return word;
		return word.map((char, i) => (i === 3 ? { ...char, char: ',' } : char));
	});
}
