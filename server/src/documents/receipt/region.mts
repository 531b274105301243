import { findDate } from '../dates.mts';
import { headerColumns, type Column } from '../table/header.mts';
import { goodsRow } from '../table/goods-row.mts';
import { address, courtesy, phone } from '../lexicon/receipt-words.mts';
import { summaryFields, type ReceiptLabel } from '../lexicon/receipt-labels.mts';
import { isPriced, type Region } from '../table/goods.mts';
import type { Figure } from '../table/tokens.mts';
import { textOf, type Row } from '../layout/rows.mts';
import { readAmount } from '../values.mts';
import { findLabels, valueChars, type Label } from '../find.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';
import { multiplies } from '../numbers.mts';
import { hasLetter } from '../text.mts';
import type { Slip } from './slip.mts';

/** The rows of goods of a slip and the rows with the columns' heads, if there are any. */
export interface SlipTable extends Region {
	heads: number[];
}

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

/** Labels of the goods' sum and of what was due. */
const dueFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'total',
	'subtotal',
	'payable',
]);

/** Words for means of payment that can be the name of goods: 礼品卡, 电话卡. */
const soldFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>(['tender', 'paid', 'discount']);

/** Whether figures are those of a line of goods: quantity x price is the amount. */
function isLine(figures: readonly Figure[]): boolean {
	const [one, two, three, ...more] = figures.map(({ value }) => Number(value));
	return more.length === 0 && multiplies(one, two, three);
}

const headOf = (rows: readonly Row[], index: number): Column[] | undefined =>
	headerColumns(rows[index], index, rows.slice(index + 1));

/** The first label of a row, or that of a sum behind a label that nobody knows: 数量:8 合计:259.50. */
function sumLabel(labels: ReadonlyArray<Label<ReceiptLabel>>): Label<ReceiptLabel> | undefined {
	const [first, second] = labels;
	const isUnknown = first !== undefined && !first.entry && first.start === 0;
	return isUnknown && second?.entry && dueFields.has(second.entry.field) ? second : first;
}

/** Whether nothing but a count of the goods stands before a label. */
const isCountBefore = (row: Row, { start }: Label<ReceiptLabel>): boolean =>
	itemCount.test(textOf(row.chars.slice(0, start)));

/** Whether a row begins with a label of the sums below the goods, with a figure behind it. */
function isSummary({ rows, labels }: Slip, index: number): boolean {
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

/** Whether a discount row stands between goods, so that it belongs to them. */
function isInnerDiscount(slip: Slip, index: number): boolean {
	if (slip.labels[index][0]?.entry?.field !== 'discount') return false;
	for (let next = index + 1; next < slip.rows.length; next++) {
		if (isSummary(slip, next)) {
			if (slip.labels[next][0].entry?.field !== 'discount') return false;
		} else if (isGoods(slip, next)) return true;
	}
	return false;
}

/** Whether a row is a discount printed like goods, with its sign. */
function isNegativeDiscount({ rows, labels }: Slip, index: number): boolean {
	const [first] = labels[index];
	return (
		first.entry?.field === 'discount' &&
		readAmount(valueChars(rows, first))?.startsWith('-') === true
	);
}

/** Whether a row shows goods: words or a code with an amount, or figures that say what they are. */
function isGoods({ rows, labels }: Slip, index: number): boolean {
	const row = rows[index];
	if (findDate(row.text) || phone.test(row.text)) return false;
	const goods = goodsRow(row, index);
	const { name, figures, isLabelled } = goods;
	if (name.at(-1)?.char === ':') return false;
	// A size can stand behind its label before the price and the count: 规格:400g/份 ¥8.90 x2.
	const isFactored = figures.length > 1 && figures.every(({ factor }) => factor);
	const isHead = ({ entry }: Label<ReceiptLabel>) =>
		entry && headFields.has(entry.field) && !(isFactored && entry.field === 'other');
	if (labels[index].some(isHead)) return false;
	if (figures.length === 0 || (courtesy.test(row.text) && !isPriced(goods))) return false;
	if (figures.some(({ factor, hint }) => factor || hint)) return isLabelled || figures.length > 1;
	return figures.some(({ value, isMoney }) => isMoney || /\.\d{1,2}$/u.test(value));
}

/** Whether a row is a name with nothing but a count behind it, as on slips of what was ordered. */
function isCountOnly({ rows, labels }: Slip, index: number): boolean {
	if (!rows[index] || labels[index].length > 0) return false;
	const { name, figures } = goodsRow(rows[index], index);
	return figures.length === 1 && figures[0].hint === 'quantity' && hasLetter(textOf(name));
}

/** Whether a row is a name with a count and an amount in whole yuan behind it. */
function isWholeLine({ rows, labels }: Slip, index: number): boolean {
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
function isCounted({ rows, labels }: Slip, index: number): boolean {
	if (labels[index].length > 0 || findDate(rows[index].text)) return false;
	const { name, figures } = goodsRow(rows[index], index);
	return (
		figures.length > 1 &&
		figures.some(({ hint, factor }) => factor || hint === 'quantity') &&
		hasLetter(textOf(name))
	);
}

/** Whether a row can be a name of goods on a row of its own above its figures. */
function canBeName({ rows, labels }: Slip, index: number): boolean {
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

/** Columns that hold words. */
const textHeadRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'name',
	'code',
	'index',
	'specification',
	'unit',
	'extra',
]);

function withHead(slip: Slip): { heads: number[]; columns: Column[] } | undefined {
	const first = slip.rows.findIndex((_, i) => headOf(slip.rows, i) !== undefined);
	if (first < 0) return undefined;
	const heads = [first];
	const columns = [...(headOf(slip.rows, first) ?? [])];
	const add = (row: number, more: readonly Column[] | undefined) => {
		if (!more) return;
		heads.push(row);
		columns.push(...more.filter(({ role }) => !columns.some((column) => column.role === role)));
	};
	if (slip.rows[first + 1]) add(first + 1, headOf(slip.rows, first + 1));
	if (!columns.some(({ role }) => role === 'name')) add(first - 1, textHeads(slip, first - 1));
	columns.sort((one, other) => one.left - other.left);
	return { heads: heads.sort((a, b) => a - b), columns };
}

/** Heads of columns of words alone, on a row of their own above those of the figures. */
function textHeads({ rows }: Slip, index: number): Column[] | undefined {
	const row = rows[index];
	const labels = row ? findLabels(row, index, columnLexicon) : [];
	const columns = labels.flatMap(({ entry, start, end }): Column[] =>
		entry && textHeadRoles.has(entry.field)
			? [{ role: entry.field, left: row.chars[start].left, right: row.chars[end - 1].right }]
			: [],
	);
	const covered = labels.reduce((sum, { start, end }) => sum + end - start, 0);
	const isAll =
		row !== undefined && columns.length === labels.length && covered === row.chars.length;
	return isAll && columns.some(({ role }) => role === 'name') ? columns : undefined;
}

/** Where the goods begin on a slip whose columns have no heads. */
function startWithoutHead(slip: Slip): number {
	const { rows } = slip;
	const isFirst = (i: number) =>
		isGoods(slip, i) ||
		[isWholeLine, isCountOnly].some((isLine) => isLine(slip, i) && isLine(slip, i + 1));
	const firstGoods = rows.findIndex((_, i) => !isSummary(slip, i) && isFirst(i));
	const firstSum = rows.findIndex((_, i) => isSummary(slip, i) && hasAmount(slip, i));
	if (firstGoods < 0) return -1;
	// Below a sum, only rows with a count of their own are goods: any figure can follow there.
	if (firstSum >= 0 && firstSum < firstGoods)
		return rows.findIndex((_, i) => i > firstSum && isCounted(slip, i));
	let from = firstGoods;
	// Goods that have their name beside their figures have none above.
	if (hasLetter(textOf(goodsRow(rows[from], from).name))) return from;
	while (from > 1 && firstGoods - from < 3 && canBeName(slip, from - 1)) from--;
	return from;
}

const hasAmount = ({ rows, labels }: Slip, index: number): boolean =>
	readAmount(valueChars(rows, labels[index][0])) !== undefined;

const isFee = ({ labels }: Slip, index: number): boolean =>
	labels[index][0]?.entry?.field === 'fee';

function tableOf(
	slip: Slip,
	head: ReturnType<typeof withHead>,
	from: number,
	to: number,
	excluded: readonly number[] = [],
): SlipTable {
	const others = new Set<number>(excluded);
	for (let row = from; row < to; row++) if (isHeadLine(slip, row)) others.add(row);
	return { from, to, heads: head?.heads ?? [], columns: head?.columns, others };
}

/** Finds the rows of goods; undefined when the slip has none. */
export function findRegion(slip: Slip): SlipTable | undefined {
	const head = withHead(slip);
	const from = head ? head.heads[head.heads.length - 1] + 1 : startWithoutHead(slip);
	if (from < 0) return undefined;
	let to = from;
	let hasInnerDiscount = false;
	for (; to < slip.rows.length; to++) {
		if (!isSummary(slip, to)) continue;
		// Right below the heads, a fee is what is sold.
		if (
			head &&
			isFee(slip, to) &&
			slip.labels.slice(from, to).every((_, i) => isFee(slip, from + i))
		)
			continue;
		const isDiscount =
			isInnerDiscount(slip, to) || (hasInnerDiscount && isNegativeDiscount(slip, to));
		if (!isDiscount) break;
		hasInnerDiscount = true;
	}
	return tableOf(slip, head, from, to);
}

/** How many rows that end the goods are passed over to find more of them. */
const mostStops = 8;

/** A region that reaches down to a further row that ends the goods, and the rows passed over. */
export interface LongerRegion {
	/** Without the rows passed over: they are sums between the goods. */
	without: SlipTable;
	/** With them: they are goods themselves. */
	including: SlipTable;
}

/** Regions that reach further down than one that was found, the shortest first. */
export function longerRegions(slip: Slip, { from, to }: SlipTable): LongerRegion[] {
	const head = withHead(slip);
	const longer: LongerRegion[] = [];
	const stops: number[] = [];
	for (let row = to; row < slip.rows.length && stops.length <= mostStops; row++) {
		if (!isSummary(slip, row)) continue;
		if (stops.length > 0) {
			longer.push({
				without: tableOf(slip, head, from, row, stops),
				including: tableOf(slip, head, from, row),
			});
		}
		stops.push(row);
	}
	return longer;
}

/** The tables of a region: each but the first begins with heads of its own. */
export function tablesIn({ rows }: Slip, region: SlipTable): SlipTable[] {
	const tables: SlipTable[] = [{ ...region }];
	for (let row = region.from; row < region.to; row++) {
		const columns = headOf(rows, row);
		if (!columns) continue;
		tables[tables.length - 1].to = row;
		tables.push({ ...region, from: row + 1, heads: [row], columns });
	}
	return tables;
}

/** Whether a row among the goods is a label of the slip with its value: 会员卡号 138****2019. */
function isHeadLine({ rows, labels }: Slip, index: number): boolean {
	const [first] = labels[index];
	return (
		first?.entry !== undefined &&
		first.start === 0 &&
		headFields.has(first.entry.field) &&
		!isLine(goodsRow(rows[index], index).figures) &&
		!goodsRow(rows[index], index).figures.some(
			({ value, isMoney }) => isMoney || /\.\d{1,2}$/u.test(value),
		) &&
		first.text.length > 2
	);
}
