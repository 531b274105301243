import { textOf, type Row } from '../layout/rows.mts';
import { assignRoles, type Assignment } from '../table/roles.mts';
import type { Column } from '../table/header.mts';
import { groupGoods, type Goods } from '../table/goods.mts';
import { stackedHalves } from '../table/halves.mts';
import { pricesAsAmounts } from '../table/prices-as-amounts.mts';
import { gluedQuantity, lostQuantity } from '../table/lost-quantity.mts';
import { repaired } from '../table/repair.mts';
import type { Figure } from '../table/tokens.mts';
import { withLeadingCounts } from './leading-counts.mts';
import { cleanName } from './product.mts';
import { blocksOf, tablesIn, type SlipTable } from './region.mts';
import type { Slip } from './slip.mts';
import { isProduct } from './sum-check.mts';
import { isDiscount, type ReceiptItem } from './table.mts';

/** An item and the last row that gives its figures. */
export interface Line {
	item: ReceiptItem;
	end: number;
}

/** The name on the row above the heads of a table of one sale, as on the labels of scales. */
export function nameAbove(slip: Slip, { heads }: SlipTable): string {
	const [head = 0] = heads;
	const row = slip.rows[head - 1];
	const isName = head > 1 && slip.labels[head - 1].length === 0 && !/\d{3}/u.test(row.text);
	return isName ? cleanName([row.text]) : '';
}

/** The lines of the goods, of which every table of theirs has its own columns. */
export const readLines = (slip: Slip, region: SlipTable, sums: readonly number[]): Line[] =>
	tablesIn(slip, region).flatMap((table) => {
		const stacked = stackedTable(slip.rows, table);
		if (!stacked) return readBlocks(slip.rows, table, sums);
		const firstAt = new Map(slip.rows.map(({ y }, i): [number, number] => [y, i]).reverse());
		return readTable(stacked.rows, stacked.region, sums).map(({ item, end }) => ({
			item,
			end: firstAt.get(stacked.rows[end].y) ?? -1,
		}));
	});

/** Whether the quantity has the cents that the price lacks: the two were taken for one another. */
const isSwapped = ({ quantity, unit_price }: ReceiptItem): boolean =>
	/\.\d{2}$/u.test(quantity) && /^\d+$/u.test(unit_price);

/** How many lines multiply to their amounts. */
const products = (lines: readonly Line[]): number =>
	lines.filter(({ item }) => isProduct(item) && !isSwapped(item)).length;

/**
 * The lines of a table, with blocks of goods between sums read on their own, without the heads of the
 * first block, where more lines of such a block multiply to their amounts then.
 */
function readBlocks(page: readonly Row[], table: SlipTable, sums: readonly number[]): Line[] {
	const lines = readTable(page, table, sums);
	const blocks = blocksOf(table);
	if (blocks.length < 2) return lines;
	const blockAt = blocks.flatMap(({ from, to }, i) => new Array<number>(to - from).fill(i));
	const linesIn: Line[][] = blocks.map(() => []);
	for (const line of lines) linesIn[blockAt[line.end - table.from]].push(line);
	return blocks.flatMap((block, i) => {
		const inTable = linesIn[i];
		const alone = readTable(page, { ...block, columns: undefined }, sums);
		return products(alone) > products(inTable) ? alone : inTable;
	});
}

/** A table of two products beside each other as one with each right half below its left one. */
function stackedTable(
	page: readonly Row[],
	table: SlipTable,
): { rows: Row[]; region: SlipTable } | undefined {
	const [head, ...more] = table.heads;
	if (head === undefined || more.length > 0) return undefined;
	const own = page.slice(table.from, table.to).filter((_, i) => !table.others?.has(table.from + i));
	const stacked = stackedHalves(page[head], own);
	if (!stacked) return undefined;
	const { rows, columns } = stacked;
	return { rows, region: { from: 0, to: rows.length, heads: [], columns } };
}

function readTable(page: readonly Row[], region: SlipTable, sums: readonly number[]): Line[] {
	const goods = groupGoods(page, region);
	const leads = leadMeaning(goods, region.columns);
	const lines = goods.map((line) => {
		const lead = line.names[0]?.lead ?? line.rows[0].lead;
		return leads === 'quantity' && lead
			? [{ ...lead, hint: 'quantity' as const }, ...line.figures]
			: line.figures;
	});
	const assigned = repaired(
		pricesAsAmounts(
			assignRoles(lines, leads === 'quantity' ? undefined : region.columns),
			region.columns,
			sums,
		),
	);
	const hasQuantities =
		region.columns?.some(({ role }) => role === 'quantity') ??
		assigned.filter(({ roles }) => roles.quantity).length * 2 > assigned.length;
	const items = withLeadingCounts(
		withCounts(goods.map((line, i) => itemOf(line, assigned[i], leads, hasQuantities))),
	);
	return items
		.map((item, i) => ({ item, end: goods[i].rows[goods[i].rows.length - 1].index }))
		.filter(
			({ item }) => item.subtotal_amount !== '' || item.quantity !== '' || item.unit_price !== '',
		);
}

/** Names that count 1, 2, 3 … at their beginning without the count; discounts are not counted. */
function withoutIndex(items: ReceiptItem[]): ReceiptItem[] {
	const counted = items.filter((item) => !isDiscount(item));
	const counts = counted.every(
		({ product }, i) => Number(/^\d{1,3}(?=\D)/u.exec(product)?.[0]) === i + 1,
	);
	if (!counts || counted.length < 2) return items;
	return items.map((item) =>
		isDiscount(item) ? item : { ...item, product: item.product.replace(/^\d+[.、:\s]*/u, '') },
	);
}

/** Names that all begin with a count, without it where it is none, with it as their quantity else. */
function withCounts(items: ReceiptItem[]): ReceiptItem[] {
	const named = withoutIndex(items);
	const parts = named.map(({ product }) => /^(\d{1,2})(\p{Script=Han}.*)$/u.exec(product));
	if (named.length < 2 || named.some(({ quantity }, i) => quantity !== '' || !parts[i]))
		return named;
	return named.map((item, i) => ({
		...item,
		quantity: parts[i]?.[1] ?? '',
		product: parts[i]?.[2] ?? item.product,
	}));
}

/** How far, in the units of the rows, one column stands left of another at least. */
const leastIndent = 10;

/** Whether numbers are codes of goods: all different, with as many digits, which are too many for counts. */
function areCodes(leads: readonly Figure[]): boolean {
	const [first, ...others] = leads.map(({ value }) => value);
	return (
		others.length > 0 &&
		[first, ...others].every((value) => /^(?:0\d|\d{3,})/u.test(value)) &&
		others.every(({ length }) => length === first.length) &&
		new Set([first, ...others]).size === leads.length
	);
}

/** What small numbers before the names are: an index (1, 2, 3 …), quantities, or part of the names. */
function leadMeaning(
	goods: readonly Goods[],
	columns: readonly Column[] | undefined,
): 'index' | 'quantity' | 'name' {
	const leads = goods.map(({ names, rows }) => names[0]?.lead ?? rows[0].lead);
	const quantityColumn = columns?.find(({ role }) => role === 'quantity');
	const nameColumn = columns?.find(({ role }) => role === 'name');
	const present = leads.filter((lead) => lead !== undefined);
	if (present.length === 0) return 'name';
	const isFirst =
		quantityColumn && nameColumn && quantityColumn.left < nameColumn.left - leastIndent;
	if (isFirst) return 'quantity';
	const numbers = present.map(({ value }) => Number(value));
	// Lines between the goods (a promotion) are not counted.
	const counts = numbers.every((number, i) => (i === 0 ? number === 1 : number > numbers[i - 1]));
	if (counts && present.length * 2 > leads.length) return 'index';
	const [first] = columns ?? [];
	if (first && /^(?:index|extra|code)$/u.test(first.role)) return 'index';
	if (present.length === leads.length && areCodes(present)) return 'index';
	if (quantityColumn) return 'name';
	return present.length * 2 > leads.length && goods.every(({ figures }) => figures.length <= 2)
		? 'quantity'
		: 'name';
}

function itemOf(
	line: Goods,
	{ roles, unused }: Assignment,
	leads: 'index' | 'quantity' | 'name',
	hasQuantities: boolean,
): ReceiptItem {
	const { quantity, price, amount } = roles;
	const names = line.names.length > 0 ? line.names : line.rows;
	const parts = names.map(({ name, lead }) =>
		[leads === 'name' && lead ? lead.chars : [], name].map(textOf).filter(Boolean).join(' '),
	);
	// Figures left over at the head of a row of goods are the end of its name.
	const remnants = unused.filter(
		({ value, isMoney, chars }) => chars[0].gap === 0 || (!isMoney && !/\.\d{2}$/u.test(value)),
	);
	const isBeside = names.includes(line.rows[0]);
	if (isBeside) parts.push(...remnants.map(({ chars }) => textOf(chars)));
	const name = cleanName(parts);
	const glued = isBeside && hasQuantities && !quantity ? gluedQuantity(name, roles) : undefined;
	return {
		// Where no names are printed, the article numbers are what was sold.
		product: (glued?.name ?? name) || (line.rows[0].texts.code?.text ?? ''),
		quantity: quantity?.value ?? glued?.quantity ?? (hasQuantities ? lostQuantity(roles) : ''),
		unit_price: price?.value ?? '',
		subtotal_amount: amount?.value ?? '',
	};
}
