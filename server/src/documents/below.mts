import type { Char, Row } from './layout/rows.mts';
import { wordsOf } from './find.mts';
import type { Label } from './label-scan.mts';
import { hasHan } from './text.mts';
import { columnGap, wordGap } from './layout/gap-widths.mts';

/** Rows lower than this share of a label's are no print of the form. */
const stampHeight = 0.7;
/** How far below a label, in heights of a row, its value can stand. */
const rowReach = 3.2;
/** No more rows than these lie within that reach, unless they lie on one another. */
const mostRows = 16;

/**
 * The characters that stand below a label, from half-way to the label left of it to half-way to the
 * one right of it. Empty when the next row has labels of its own.
 */
export function charsBelow<Field extends string>(
	rows: readonly Row[],
	labels: ReadonlyArray<ReadonlyArray<Label<Field>>>,
	label: Label<Field>,
): Char[] {
	const row = rows[label.row];
	const inRow = labels[label.row];
	if (isTranslated(row, inRow, label)) return [];
	for (let i = label.row + 1; i < Math.min(rows.length, label.row + mostRows); i++) {
		const { y, height, chars } = rows[i];
		if (labels[i].length > 0 || y - row.y > rowReach * Math.max(row.height, height)) return [];
		const found = wordsOf(chars)
			.filter(columnFilter(row, inRow, label, wordsOf(chars)))
			.flat();
		// The small print of a stamp can lie between a label and its value.
		if (found.length > 0 && height > stampHeight * row.height) return found;
	}
	return [];
}

/** Where something stands in a row: its characters from `start` to `end`. */
type Place = Pick<Label<string>, 'start' | 'end'>;

/** The labels of a row, and the words behind them that nobody knows, as heads of columns. */
function headsOf(chars: readonly Char[], labels: readonly Place[]): Place[] {
	const heads = labels.map(({ start, end }) => ({ start, end }));
	let at = 0;
	for (const word of wordsOf(chars, wordGap)) {
		const [start, end] = [at, at + word.length];
		at = end;
		const isTold = labels.some((one) => one.start < end && one.end > start);
		if (!isTold && labels[0].start < start) heads.push({ start, end });
	}
	return heads.sort((a, b) => a.start - b.start);
}

/** Tells whether a word of a row below stands in the column of a label. */
function columnFilter<Field extends string>(
	{ chars, em }: Row,
	labels: ReadonlyArray<Label<Field>>,
	label: Label<Field>,
	words: readonly Char[][],
): (word: readonly Char[]) => boolean {
	const heads = headsOf(chars, labels);
	const at = heads.findIndex(({ start }) => start === label.start);
	const [before, after] = [heads[at - 1], heads[at + 1]];
	const leftOf = ({ start }: Place) => chars[start].left;
	const startsAt = (left: number) => words.some((word) => Math.abs(word[0].left - left) < 1.2 * em);
	if (startsAt(leftOf(label)) && (!after || startsAt(leftOf(after)))) {
		const to = after ? leftOf(after) - em : Infinity;
		return (word) => word[0].left > leftOf(label) - 1.2 * em && word[0].left < to;
	}
	const middle = (one: Place, two: Place) => (chars[one.end - 1].right + leftOf(two)) / 2;
	const from = before ? middle(before, label) : -Infinity;
	const to = after ? middle(label, after) : Infinity;
	return (word) => {
		const center = (word[0].left + word[word.length - 1].right) / 2;
		return center > from && center < to;
	};
}

/** Whether the next label is the same one in the other script: 收银 Cashier. */
function isTranslated<Field extends string>(
	row: Row,
	labels: ReadonlyArray<Label<Field>>,
	label: Label<Field>,
): boolean {
	const next = labels.find(({ start }) => start >= label.end);
	return (
		next !== undefined &&
		row.chars[next.start].gap < columnGap &&
		hasHan(next.text) !== hasHan(label.text)
	);
}
