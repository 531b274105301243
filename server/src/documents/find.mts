import { RowScan, type Label } from './label-scan.mts';
import type { Char, Row } from './layout/rows.mts';
import type { Lexicon } from './lexicon/labels.mts';

/** Labels of one row, from left to right, with the known ones told by the lexicon. */
export function findLabels<Field extends string>(
	row: Row,
	index: number,
	lexicon: Lexicon<Field>,
): Array<Label<Field>> {
	const labels = new RowScan(row.chars, index, lexicon).labels();
	labels.forEach((label, i) => {
		label.valueTo = labels[i + 1]?.start ?? row.chars.length;
	});
	return labels;
}

/** The characters of a label's value on its own row. */
export const valueChars = <Field extends string>(
	rows: readonly Row[],
	label: Label<Field>,
): Char[] => rows[label.row].chars.slice(label.valueFrom, label.valueTo);

/** Characters split at their gaps; `from` is the smallest gap that counts. */
export function wordsOf(chars: readonly Char[], from = 0): Char[][] {
	const words: Char[][] = [];
	chars.forEach((char, i) => {
		if (i === 0 || char.gap > from) words.push([char]);
		else words[words.length - 1].push(char);
	});
	return words;
}
