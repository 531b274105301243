import { findLabels, valueChars, wordsOf } from '../find.mts';
import type { Label } from '../label-scan.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { columnLexicon } from '../lexicon/columns.mts';
import { textReadings } from '../lex/texts.mts';
import { multiplies, toNumber } from '../numbers.mts';
import { tokensOf, type Figure } from './tokens.mts';

/** The first figure among characters. */
export function firstFigure(chars: readonly Char[]): Figure | undefined {
	for (const token of wordsOf(chars).flatMap(tokensOf)) {
		if (token.kind === 'figure') return token.figure;
	}
	return undefined;
}

/** What was due or paid for all sales of a page: the amount of no single one of them. */
const dueWord = /[应实付收合总共]/u;

/** What stands behind a label, and the characters that it was read from. */
export interface LabelledValue {
	value: string;
	chars: readonly Char[];
}

type Values = Map<ColumnRole, LabelledValue>;

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
 * What labels say about one sale.
 * @param isOnly whether the page has no other, so that what was due can be its amount
 */
function valuesIn(rows: readonly Row[], isOnly: boolean): Values {
	const values: Values = new Map();
	const amounts: Array<LabelledValue & { isExact: boolean; isDue: boolean }> = [];
	rows.forEach((row, i) => {
		for (const label of columnLabels(row, i)) {
			const { field, label: word } = label.entry ?? {};
			if (!field) continue;
			const chars = valueChars(rows, label);
			const value =
				field === 'name'
					? textReadings(chars)[0]?.text?.replace(numbered, '')
					: firstFigure(chars)?.value;
			if (value === undefined) continue;
			// 投入金额 ends in the word of the column and can be another thing.
			const isExact = label.text.length === word?.length;
			const isDue = dueWord.test(textOf(row.chars.slice(0, label.end)));
			if (field === 'amount') amounts.push({ value, chars, isExact, isDue });
			else if (!values.has(field)) values.set(field, { value, chars });
		}
	});
	const [quantity, price] = (['quantity', 'price'] as const).map((role) =>
		toNumber(values.get(role)?.value),
	);
	const amount =
		amounts.find(({ value }) => multiplies(quantity, price, Number(value))) ??
		amounts.find(({ isExact, isDue }) => isExact && (isOnly || !isDue));
	if (amount) values.set('amount', amount);
	return values;
}

/**
 * What labels say about the sales of a page without a table: `油品:95# 单价:8.12元/升
 * 数量:38.42升`. One sale, or one for each row that has the label of a name.
 */
export function labelledValues(
	rows: readonly Row[],
): ReadonlyArray<ReadonlyMap<ColumnRole, LabelledValue>> {
	const starts = rows.flatMap((row, i) =>
		columnLabels(row, i).some(({ entry }) => entry?.field === 'name') ? [i] : [],
	);
	if (starts.length < 2) return [valuesIn(rows, true)];
	return starts.map((start, i) => valuesIn(rows.slice(start, starts[i + 1]), false));
}
