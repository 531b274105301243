import { findDate } from '../dates.mts';
import { valueChars, type Label } from '../find.mts';
import { textOf, type Row } from '../layout/rows.mts';
import { summaryFields, type ReceiptLabel } from '../lexicon/receipt-labels.mts';
import { address, courtesy, phone } from '../lexicon/receipt-words.mts';
import { multiplies } from '../numbers.mts';
import { remembered } from '../remembered.mts';
import { goodsRow } from '../table/goods-row.mts';
import { isPriced } from '../table/goods.mts';
import type { Figure } from '../table/tokens.mts';
import { hasLetter } from '../text.mts';
import { readAmount } from '../values.mts';
import { headOf } from './heads.mts';
import type { Slip } from './slip.mts';

/** Labels that stand in the upper part of a slip; such a row is no row of goods. */
const headFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'receiptNumber',
	'machine',
	'employee',
	'moment',
	'printed',
	'otherMoment',
	'other',
]);

/** A count of the goods before the label of their sum: `共6件 合计:139.70`. */
const itemCount = /^[共总合计]{0,2}\s?\d+\s?[件项种份个册本款瓶](?:商品|菜品)?[,;\s]*$/u;

/** Labels of the goods' sum, of what is to be paid for them and of how many they are. */
const closingFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'total',
	'subtotal',
	'payable',
	'itemCount',
]);

/** Words for means of payment that can be the name of goods: 礼品卡, 电话卡. */
const soldFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>(['tender', 'paid', 'discount']);

/** Whether figures are those of a line of goods: quantity x price is the amount. */
function isLine(figures: readonly Figure[]): boolean {
	const [one, two, three, ...more] = figures.map(({ value }) => Number(value));
	return more.length === 0 && multiplies(one, two, three);
}

/** The first label of a row, or the one that closes the goods behind one that nobody knows: 数量:8 合计:259.50. */
function sumLabel(labels: ReadonlyArray<Label<ReceiptLabel>>): Label<ReceiptLabel> | undefined {
	const [first, second] = labels;
	const isUnknown = first !== undefined && !first.entry && first.start === 0;
	return isUnknown && second?.entry && closingFields.has(second.entry.field) ? second : first;
}

/** Whether nothing but a count of the goods stands before a label. */
const isCountBefore = (row: Row, { start }: Label<ReceiptLabel>): boolean =>
	itemCount.test(textOf(row.chars.slice(0, start)));

/** Whether a row begins with a label of the sums below the goods, with a figure behind it. */
export function isSummary({ rows, labels }: Slip, index: number): boolean {
	const first = sumLabel(labels[index]);
	if (!first?.entry || !summaryFields.has(first.entry.field)) return false;
	if (first.start > 0 && first === labels[index][0] && !isCountBefore(rows[index], first)) {
		return false;
	}
	if (headOf(rows, index)) return false;
	// A fee printed like goods, with its quantity and price, is one of them, and so are gift cards.
	const { figures } = goodsRow(rows[index], index);
	if (first.entry.field === 'fee') return figures.filter(({ isRate }) => !isRate).length === 1;
	if (soldFields.has(first.entry.field) && isLine(figures)) return false;
	const hasValue = /\d|[零壹贰叁肆伍陆柒捌玖拾]/u.test(rows[index].text);
	return hasValue || rows[index].right < 500;
}

/** Whether the row that ends a run of discounts is one of goods, for the rows of the slip. */
const goodsFollow = remembered((slip: Slip): boolean[] => {
	const follow = new Array<boolean>(slip.rows.length).fill(false);
	for (let row = slip.rows.length - 2; row >= 0; row--) {
		const next = row + 1;
		if (isSummary(slip, next)) {
			follow[row] = slip.labels[next][0].entry?.field === 'discount' && follow[next];
		} else follow[row] = isGoods(slip, next) || follow[next];
	}
	return follow;
});

/** Whether a discount row stands between goods, so that it belongs to them. */
export const isInnerDiscount = (slip: Slip, index: number): boolean =>
	slip.labels[index][0]?.entry?.field === 'discount' && goodsFollow(slip)[index];

/** Whether a row is a discount printed like goods, with its sign. */
export function isNegativeDiscount({ rows, labels }: Slip, index: number): boolean {
	const [first] = labels[index];
	return (
		first.entry?.field === 'discount' &&
		readAmount(valueChars(rows, first))?.startsWith('-') === true
	);
}

/** Whether a row shows goods: words or a code with an amount, or figures that say what they are. */
export function isGoods({ rows, labels }: Slip, index: number): boolean {
	const row = rows[index];
	if (findDate(row.text) || phone.test(row.text)) return false;
	const goods = goodsRow(row, index);
	const { name, figures, isLabelled } = goods;
	if (name.at(-1)?.char === ':') return false;
	// A size can stand behind its label before the price and the count: 规格:400g/份 ¥8.90 x2.
	const isFactored = figures.length > 1 && figures.every(({ factor }) => factor);
	const isHead = ({ entry }: Label<ReceiptLabel>) =>
		entry && headFields.has(entry.field) && !(isFactored && entry.field === 'other');
	const isCount = ({ entry }: Label<ReceiptLabel>) => entry?.field === 'itemCount';
	if (labels[index].some(isHead) || labels[index].some(isCount)) return false;
	if (figures.length === 0 || (courtesy.test(row.text) && !isPriced(goods))) return false;
	if (figures.some(({ factor, hint }) => factor || hint)) return isLabelled || figures.length > 1;
	return figures.some(({ value, isMoney }) => isMoney || /\.\d{1,2}$/u.test(value));
}

/** Whether a row is a name with nothing but a count behind it, as on slips of what was ordered. */
export function isCountOnly({ rows, labels }: Slip, index: number): boolean {
	if (!rows[index] || labels[index].length > 0) return false;
	const { name, figures } = goodsRow(rows[index], index);
	return figures.length === 1 && figures[0].hint === 'quantity' && hasLetter(textOf(name));
}

/** Whether a row is a name with a count and an amount in whole yuan behind it. */
export function isWholeLine({ rows, labels }: Slip, index: number): boolean {
	const row = rows[index];
	if (!row || labels[index].length > 0 || findDate(row.text) || phone.test(row.text)) return false;
	const { name, figures, lead } = goodsRow(row, index);
	const isWhole = ({ value, isMoney }: Figure) => isMoney || /^-?\d{1,5}$/u.test(value);
	return (
		!lead &&
		figures.length >= 2 &&
		figures.length <= 3 &&
		figures.every(isWhole) &&
		hasLetter(textOf(name))
	);
}

/** Whether a row is a name with a count that a sign tells and an amount behind it. */
export function isCounted({ rows, labels }: Slip, index: number): boolean {
	if (labels[index].length > 0 || findDate(rows[index].text)) return false;
	const { name, figures } = goodsRow(rows[index], index);
	return (
		figures.length > 1 &&
		figures.some(({ hint, factor }) => factor || hint === 'quantity') &&
		hasLetter(textOf(name))
	);
}

/** Whether a row can be a name of goods on a row of its own above its figures. */
export function canBeName({ rows, labels }: Slip, index: number): boolean {
	const { text } = rows[index];
	return (
		!labels[index].some(
			({ entry }) => entry && (headFields.has(entry.field) || entry.field === 'shop'),
		) &&
		!courtesy.test(text) &&
		!address.test(text) &&
		!phone.test(text) &&
		!findDate(text)
	);
}

/** Whether a row begins with the label of a fee. */
export const isFee = ({ labels }: Slip, index: number): boolean =>
	labels[index][0]?.entry?.field === 'fee';

/** Whether an amount stands behind the first label of a row. */
export const hasAmount = ({ rows, labels }: Slip, index: number): boolean =>
	readAmount(valueChars(rows, labels[index][0])) !== undefined;

/** A number too long for one of goods. */
const longNumber = /^[\d*]{6}/u;

/** Whether a row among the goods is a label of the slip with its value: 会员卡号 138****2019. */
export function isHeadLine({ rows, labels }: Slip, index: number): boolean {
	const [first] = labels[index];
	return (
		first?.entry !== undefined &&
		first.start === 0 &&
		headFields.has(first.entry.field) &&
		!isLine(goodsRow(rows[index], index).figures) &&
		!goodsRow(rows[index], index).figures.some(
			({ value, isMoney }) => isMoney || /\.\d{1,2}$/u.test(value),
		) &&
		(first.text.length > 2 || longNumber.test(textOf(valueChars(rows, first))))
	);
}
