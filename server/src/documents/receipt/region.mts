import { textOf } from '../layout/rows.mts';
import { goodsRow } from '../table/goods-row.mts';
import type { Region } from '../table/goods.mts';
import { hasLetter } from '../text.mts';
import { headOf, headsOf } from './heads.mts';
import {
	canBeName,
	hasAmount,
	isCounted,
	isCountOnly,
	isFee,
	isGoods,
	isHeadLine,
	isInnerDiscount,
	isNegativeDiscount,
	isSummary,
	isWholeLine,
} from './row-kinds.mts';
import type { Slip } from './slip.mts';

/** The rows of goods of a slip and the rows with the columns' heads, if there are any. */
export interface SlipTable extends Region {
	heads: number[];
	/** The rows of sums between its goods, which part them into blocks. */
	stops?: readonly number[];
}

/** A charge and its amount: 运费 23.00, 保价费(声明价值2000) 4.00. */
const charge = /费(?:\(.*\))?\s?-?¥?[\d.,]+元?$/u;

const isCharge = ({ rows }: Slip, index: number): boolean => charge.test(rows[index]?.text ?? '');

/** Where the goods begin on a slip whose columns have no heads. */
function startWithoutHead(slip: Slip): number {
	const { rows } = slip;
	const isFirst = (i: number) =>
		isGoods(slip, i) ||
		[isWholeLine, isCountOnly].some((isLine) => isLine(slip, i) && isLine(slip, i + 1));
	const firstGoods = rows.findIndex((_, i) => !isSummary(slip, i) && isFirst(i));
	const firstSum = rows.findIndex((_, i) => isSummary(slip, i) && hasAmount(slip, i));
	const firstCharge = rows.findIndex((_, i) => isCharge(slip, i) && isCharge(slip, i + 1));
	if (firstCharge >= 0 && !(firstGoods >= 0 && firstGoods < firstCharge)) return firstCharge;
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

/** Whether the rows before a fee say that fees are what is sold: right below the heads, or all charges. */
function sellsFees(slip: Slip, from: number, to: number, hasHead: boolean): boolean {
	const above = Array.from({ length: to - from }, (_, i) => from + i);
	if (hasHead) return above.every((row) => isFee(slip, row));
	const around = above.length > 0 ? above : [to, to + 1];
	return around.every((row) => isCharge(slip, row));
}

function tableOf(
	slip: Slip,
	{ heads, columns }: Pick<SlipTable, 'heads' | 'columns'>,
	from: number,
	to: number,
	stops: readonly number[] = [],
): SlipTable {
	const others = new Set<number>(stops);
	for (let row = from; row < to; row++) if (isHeadLine(slip, row)) others.add(row);
	return { from, to, heads, columns, others, stops: [...stops] };
}

/** Finds the rows of goods; undefined when the slip has none. */
export function findRegion(slip: Slip): SlipTable | undefined {
	const head = headsOf(slip);
	const from = head ? head.heads[head.heads.length - 1] + 1 : startWithoutHead(slip);
	if (from < 0) return undefined;
	let to = from;
	let hasInnerDiscount = false;
	for (; to < slip.rows.length; to++) {
		if (!isSummary(slip, to)) continue;
		if (isFee(slip, to) && sellsFees(slip, from, to, head !== undefined)) continue;
		const isDiscount =
			isInnerDiscount(slip, to) || (hasInnerDiscount && isNegativeDiscount(slip, to));
		if (!isDiscount) break;
		hasInnerDiscount = true;
	}
	return tableOf(slip, head ?? { heads: [], columns: undefined }, from, to);
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
export function longerRegions(slip: Slip, region: SlipTable): LongerRegion[] {
	const { from, to } = region;
	const longer: LongerRegion[] = [];
	const stops: number[] = [];
	for (let row = to; row < slip.rows.length && stops.length <= mostStops; row++) {
		if (!isSummary(slip, row)) continue;
		if (stops.length > 0) {
			longer.push({
				without: tableOf(slip, region, from, row, stops),
				including: tableOf(slip, region, from, row),
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

/** The blocks of a table that the rows of sums between its goods part. */
export function blocksOf(table: SlipTable): SlipTable[] {
	const { from, to, stops = [] } = table;
	const edges = [from, ...stops.filter((row) => row > from && row < to), to];
	return edges
		.sort((a, b) => a - b)
		.slice(1)
		.map((end, i) => ({ ...table, from: edges[i], to: end }));
}
