import { findLabels, valueChars, wordsOf } from '../find.mts';
import type { Char, Row } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { columnLexicon } from '../lexicon/columns.mts';
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
	rows.forEach((row, i) => {
		for (const label of findLabels(row, i, columnLexicon)) {
			if (!label.entry || label.valueFrom === label.end) continue;
			const { field } = label.entry;
			if (field === 'name') names++;
			const chars = valueChars(rows, label);
			const value = field === 'name' ? readText(chars) : firstFigure(chars);
			if (value !== undefined && !values.has(field)) values.set(field, value);
		}
	});
	return names > 1 ? new Map() : values;
}
