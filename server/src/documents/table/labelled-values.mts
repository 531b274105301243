import { findLabels, valueChars, wordsOf, type Label } from '../find.mts';
import type { Char, Row } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { columnLexicon } from '../lexicon/columns.mts';
import { multiplies, toNumber } from '../numbers.mts';
import { readText } from '../values.mts';
import { tokensOf } from './tokens.mts';

function firstFigure(chars: readonly Char[]): string | undefined {
	for (const token of wordsOf(chars).flatMap(tokensOf)) {
		if (token.kind === 'figure') return token.figure.value;
	}
	return undefined;
}

type Values = Map<ColumnRole, string>;

/** The labels of a row that have a sign behind them, or the one whose value makes up the row. */
function labelsOf(row: Row, index: number): Array<Label<ColumnRole>> {
	const labels = findLabels(row, index, columnLexicon);
	const isColumn = ({ start, valueFrom }: Label<ColumnRole>) =>
		labels.length === 1 && start === 0 && (row.chars[valueFrom]?.gap ?? 0) > 0;
	return labels.filter(
		(label) => label.entry && (label.valueFrom !== label.end || isColumn(label)),
	);
}

function valuesIn(rows: readonly Row[]): Values {
	const values: Values = new Map();
	const amounts: Array<{ value: string; isExact: boolean }> = [];
	rows.forEach((row, i) => {
		for (const label of labelsOf(row, i)) {
			const { field, label: word } = label.entry ?? {};
			if (!field) continue;
			const chars = valueChars(rows, label);
			const value = field === 'name' ? readText(chars) : firstFigure(chars);
			if (value === undefined) continue;
			// 投入金额 ends in the word of the column and can be another thing.
			const isExact = label.text.length === word?.length;
			if (field === 'amount') amounts.push({ value, isExact });
			else if (!values.has(field)) values.set(field, value);
		}
	});
	const [quantity, price] = [values.get('quantity'), values.get('price')].map(toNumber);
	const amount =
		amounts.find(({ value }) => multiplies(quantity, price, Number(value))) ??
		amounts.find(({ isExact }) => isExact);
	if (amount) values.set('amount', amount.value);
	return values;
}

/**
 * What labels say about the sales of a page without a table: `油品:95# 单价:8.12元/升
 * 数量:38.42升`. One sale, or one for each row that has the label of a name.
 */
export function labelledValues(
	rows: readonly Row[],
): ReadonlyArray<ReadonlyMap<ColumnRole, string>> {
	const starts = rows.flatMap((row, i) =>
		labelsOf(row, i).some(({ entry }) => entry?.field === 'name') ? [i] : [],
	);
	if (starts.length < 2) return [valuesIn(rows)];
	return starts.map((start, i) => valuesIn(rows.slice(start, starts[i + 1])));
}
