import { findLabels, valueChars, wordsOf } from '../find.mts';
import type { Label } from '../label-scan.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { columnLexicon } from '../lexicon/columns.mts';
import { textReadings } from '../lex/texts.mts';
import { tokensOf, type Figure } from './tokens.mts';

/** The first figure among characters. */
export function firstFigure(chars: readonly Char[]): Figure | undefined {
	for (const token of wordsOf(chars).flatMap(tokensOf)) {
		if (token.kind === 'figure') return token.figure;
	}
	return undefined;
}

/** What stands behind a label, and the characters that it was read from. */
export interface LabelledValue {
	value: string;
	chars: readonly Char[];
}

/** A number between the label of a name and its sign: `商品1:`. */
export const numbered = /^\d{1,2}[:.、]/u;

/**
 * The labels of a row that have a sign behind them, or all of them where the row is nothing but labels
 * and their values side by side: `数量  1    单价  820.00`.
 */
export function columnLabels(row: Row, index: number): Array<Label<ColumnRole>> {
	const labels = findLabels(row, index, columnLexicon).filter(({ entry }) => entry);
	const hasValue = ({ valueFrom, valueTo }: Label<ColumnRole>) =>
		valueFrom < valueTo && row.chars[valueFrom].gap > 0;
	const isPaired = labels[0]?.start === 0 && labels.every(hasValue);
	const isNumbered = ({ entry, end }: Label<ColumnRole>) =>
		entry?.field === 'name' && numbered.test(textOf(row.chars.slice(end)));
	return labels.filter((label) => isPaired || label.valueFrom !== label.end || isNumbered(label));
}

/**
 * What labels say about the one sale of a page without a table: `油品:95# 单价:8.12元/升 数量:38.42升`. Nothing where
 * more than one has a name.
 */
export function labelledValues(rows: readonly Row[]): ReadonlyMap<ColumnRole, LabelledValue> {
	const values = new Map<ColumnRole, LabelledValue>();
	const labels = rows.flatMap(columnLabels);
	const named = new Set(
		labels.filter(({ entry }) => entry?.field === 'name').map(({ row }) => row),
	);
	if (named.size > 1) return values;
	for (const label of labels) {
		const { entry, text } = label;
		// 投入金额 ends in the word of the column and can be another thing.
		const isOther = entry?.field === 'amount' && text.length !== entry.label.length;
		if (!entry || isOther || values.has(entry.field)) continue;
		const chars = valueChars(rows, label);
		const value =
			entry.field === 'name'
				? textReadings(chars)[0]?.text?.replace(numbered, '')
				: firstFigure(chars)?.value;
		if (value !== undefined) values.set(entry.field, { value, chars });
	}
	return values;
}
