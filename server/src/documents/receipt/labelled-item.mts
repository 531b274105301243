import { findLabels, valueChars, wordsOf } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';
import { tokensOf } from '../table/tokens.mts';
import { readText } from '../values.mts';
import type { Slip } from './slip.mts';
import type { ReceiptItem } from './table.mts';

function firstFigure(chars: readonly Char[]): string | undefined {
	for (const token of wordsOf(chars).flatMap(tokensOf)) {
		if (token.kind === 'figure') return token.figure.value;
	}
	return undefined;
}

/**
 * The one sale of a slip that has no table but labels: `油品:95# 单价:8.12元/升 数量:38.42升`.
 * @param nameless figures that stand in a table without a name
 */
export function readLabelledItem({ rows }: Slip, nameless?: ReceiptItem): ReceiptItem[] {
	const values = new Map<ColumnRole, string>();
	rows.forEach((row, i) => {
		for (const label of findLabels(row, i, columnLexicon)) {
			if (!label.entry || label.valueFrom === label.end) continue;
			const { field } = label.entry;
			const chars = valueChars(rows, label);
			const value = field === 'name' ? readText(chars) : firstFigure(chars);
			if (value !== undefined && !values.has(field)) values.set(field, value);
		}
	});
	const product = values.get('name');
	if (product !== undefined && nameless) return [{ ...nameless, product }];
	const figures = [values.get('quantity'), values.get('price')];
	if (product === undefined || figures.every((value) => value === undefined)) return [];
	return [
		{
			product,
			quantity: values.get('quantity') ?? '',
			unit_price: values.get('price') ?? '',
			subtotal_amount: values.get('amount') ?? '',
		},
	];
}
