import { findLabels, valueChars, wordsOf } from '../find.mts';
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

/**
 * What labels say about the one sale of a page without a table: `油品:95# 单价:8.12元/升
 * 数量:38.42升`. Empty when names have a label more than once.
 */
export function labelledValues(rows: readonly Row[]): ReadonlyMap<ColumnRole, string> {
	let names = 0;
	const values = new Map<ColumnRole, string>();
	const amounts: Array<{ value: string; isExact: boolean }> = [];
	rows.forEach((row, i) => {
		for (const label of findLabels(row, i, columnLexicon)) {
			if (!label.entry || label.valueFrom === label.end) continue;
			const { field } = label.entry;
			if (field === 'name') names++;
			const chars = valueChars(rows, label);
			const value = field === 'name' ? readText(chars) : firstFigure(chars);
			if (value === undefined) continue;
			// 投入金额 ends in the word of the column and can be another thing.
			const isExact = label.text.length === label.entry.label.length;
			if (field === 'amount') amounts.push({ value, isExact });
			else if (!values.has(field)) values.set(field, value);
		}
	});
	const [quantity, price] = [values.get('quantity'), values.get('price')].map(toNumber);
	const amount =
		amounts.find(({ value }) => multiplies(quantity, price, Number(value))) ??
		amounts.find(({ isExact }) => isExact);
	if (amount) values.set('amount', amount.value);
	return names > 1 ? new Map() : values;
}
