import { findDate, findTime } from '../dates.mts';
import { valueChars } from '../find.mts';
import {
	address,
	courtesy,
	phone,
	promotion,
	remarkRow,
	remarkSign,
	setPart,
} from '../lexicon/receipt-words.mts';
import type { Slip } from './slip.mts';
import { goodsRow } from '../table/goods-row.mts';
import { hasName } from '../table/goods.mts';
import { multiplies } from '../numbers.mts';
import { hasLetter, hasHan } from '../text.mts';
import { readAmount } from '../values.mts';
import { spelling } from '../layout/rows.mts';

/** Signs by which rows of goods are told from others. They are features of the row in each part of a slip. */
export function signsOf(slip: Slip, index: number): string[] {
	const row = slip.rows[index];
	const labels = slip.labels[index];
	const signs: string[] = [];
	const { text } = row;
	const [first] = labels;
	const known = labels.filter(({ entry }) => entry);
	const goods = goodsRow(row, index);
	const figures = goods.figures;
	const values = figures.map(({ value }) => Number(value));
	const hasCents = figures.some(({ value, isMoney }) => isMoney || /\.\d{1,2}$/u.test(value));
	const isProduct =
		values.length >= 3 &&
		values.some((_, i) => multiplies(values[i], values[i + 1], values[i + 2]));
	if (first && first.start === 0) {
		const field = first.entry?.field ?? 'unknown';
		signs.push(`label ${field}`);
		const amount = readAmount(valueChars(slip.rows, first));
		if (amount !== undefined) signs.push(`label ${field} with figure`);
		if (isProduct) signs.push(`label ${field} with product`);
		if (figures.length > 1) signs.push(`label ${field} with figures`);
		if (amount?.startsWith('-')) signs.push(`label ${field} with minus`);
	} else if (known.length > 0) {
		signs.push(`label behind ${known[0].entry?.field}`);
	}
	for (const field of new Set(known.slice(1).map(({ entry }) => entry?.field)))
		signs.push(`further label ${field}`);
	if (courtesy.test(text)) signs.push('courtesy');
	if (address.test(text)) signs.push('address');
	if (phone.test(text)) signs.push('phone');
	if (findDate(text)) signs.push('date');
	if (findTime(text)) signs.push('time');
	if (promotion.test(text)) signs.push('promotion');
	if (remarkRow.test(text)) signs.push('remark');
	if (remarkSign.test(text)) signs.push('remark sign');
	if (setPart.test(text) && !hasCents) signs.push('part of a set');
	const name = spelling(goods.name);
	const kind = `${hasName(goods) ? 'name' : name === '' ? 'nothing' : 'code'} and ${Math.min(figures.length, 4)}`;
	signs.push(kind);
	signs.push(
		`${kind}${hasCents ? ' with cents' : ''}${figures.some(({ hint, factor }) => hint ?? factor) ? ' with signs' : ''}`,
	);
	if (isProduct) signs.push('product');
	if (figures.some(({ value }) => value.startsWith('-'))) signs.push('minus');
	if (figures.some(({ isMoney }) => isMoney)) signs.push('money');
	if (name.endsWith(':')) signs.push('ends with colon');
	if (name.includes(':')) signs.push('has colon');
	if (name.length > 14) signs.push('long');
	if (name.length <= 2) signs.push('short');
	if (!hasHan(text) && hasLetter(text)) signs.push('latin');
	if (/\d{6}/u.test(text)) signs.push('long number');
	if (row.left > 250) signs.push('indented');
	if (row.right < 500) signs.push('ends early');
	if (row.right > 850) signs.push('reaches right');
	return signs;
}
