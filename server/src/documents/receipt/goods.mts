import { withProvenAmounts } from './proven-amounts.mts';
import { findRegion, longerRegions, type SlipTable } from './region.mts';
import type { Slip } from './slip.mts';
import { amountsIn, isProduct, sumHolds, sumOf } from './sum-check.mts';
import { isDiscount, readGoods, type ReceiptItem, type SlipGoods } from './table.mts';
import { sameAmount, toNumber } from '../numbers.mts';
import type { Steps } from '../steps.mts';

/** Where the goods of a slip stand, and what they are. */
export interface GoodsReading {
	region: SlipTable | undefined;
	goods: SlipGoods;
	/** Whether the amounts of the goods make up a sum that is printed. */
	makesSum: boolean;
}

const judged = (slip: Slip, region: SlipTable | undefined, goods: SlipGoods): GoodsReading => ({
	region,
	goods,
	makesSum: region !== undefined && sumHolds(slip, region, goods),
});

function readingOf(slip: Slip, region: SlipTable | undefined): GoodsReading {
	const sums = region
		? slip.rows.flatMap(({ text }, row) =>
				row >= region.from && row < region.to ? [] : amountsIn(text),
			)
		: [];
	const goods = readGoods(slip, region, sums);
	const items = withProvenAmounts(goods.items, sums);
	return judged(slip, region, items ? { ...goods, items } : goods);
}

/**
 * The region up to the row that shows the sum of the goods above it, whatever it is called. The goods
 * are two at least, or one whose quantity and price prove its amount.
 */
function upToSum(slip: Slip, { region, goods }: GoodsReading): SlipTable | undefined {
	if (!region) return undefined;
	let sum = 0;
	for (let count = 1; count <= goods.ends.length; count++) {
		const item = goods.items[count - 1];
		sum += toNumber(item.subtotal_amount);
		if (isNaN(sum)) return undefined;
		if (sum === 0 || (count === 1 && !isProduct(item))) continue;
		const to = goods.ends[count] === undefined ? region.to - 1 : goods.ends[count];
		for (let row = goods.ends[count - 1] + 1; row <= to; row++) {
			const shows = amountsIn(slip.rows[row].text).some((amount) => sameAmount(amount, sum));
			if (
				shows &&
				!(goods.items[count] && goods.ends[count] === row && isProduct(goods.items[count]))
			)
				return { ...region, to: row };
		}
	}
	return undefined;
}

/**
 * Goods without the discounts between them, where what the slip calls its total is the sum of the goods
 * alone: those discounts are part of the discount of the slip.
 */
function withoutDiscounts(slip: Slip, reading: GoodsReading): GoodsReading {
	const { region, goods } = reading;
	const items = goods.items.filter((item) => !isDiscount(item));
	if (!region || items.length === goods.items.length) return reading;
	const totals = slip.rows.flatMap(({ text }, row) =>
		row >= region.to && slip.labels[row].some(({ entry }) => entry?.field === 'total')
			? amountsIn(text)
			: [],
	);
	const isTotal = (lines: readonly ReceiptItem[]) =>
		totals.some((total) => sameAmount(total, sumOf(lines)));
	if (isTotal(goods.items) || !isTotal(items)) return reading;
	const promotions = [...goods.items.filter(isDiscount), ...goods.promotions];
	return judged(slip, region, { items, promotions, ends: [] });
}

/** The figures that are printed of a line. */
const cellsOf = ({ quantity, unit_price, subtotal_amount }: ReceiptItem): string[] =>
	[quantity, unit_price, subtotal_amount].filter((value) => value !== '');

/** Which figures are printed of a line. */
const shapeOf = ({ quantity, unit_price, subtotal_amount }: ReceiptItem): string =>
	[quantity, unit_price, subtotal_amount].map((value) => (value === '' ? '-' : 'x')).join('');

/** Whether every block of goods, the last as well, stands above a row that shows its sum. */
function isInBlocks({ rows }: Slip, region: SlipTable, { items, ends }: SlipGoods): boolean {
	return [...(region.stops ?? []), region.to]
		.sort((a, b) => a - b)
		.every((stop, i, stops) => {
			const above = stops[i - 1] ?? -1;
			const block = items.filter((_, k) => ends[k] > above && ends[k] < stop);
			const sum = sumOf(block);
			return sum > 0 && amountsIn(rows[stop].text).some((amount) => sameAmount(amount, sum));
		});
}

/** Rows that show nothing but the sum of the goods between them and the row of that kind above. */
function sumRows({ items, ends }: SlipGoods): number[] {
	let sum = 0;
	return items.flatMap((item, i) => {
		const amount = Number(item.subtotal_amount);
		if (cellsOf(item).length === 1 && sum > 0 && sameAmount(amount, sum)) {
			sum = 0;
			return ends.slice(i, i + 1);
		}
		sum += amount;
		return [];
	});
}

/** The goods without the sums between them that no label tells, where those left make up a printed sum. */
function withoutSums(slip: Slip, { region, goods }: GoodsReading): GoodsReading | undefined {
	const sums = sumRows(goods);
	if (!region || sums.length === 0) return undefined;
	const reading = readingOf(slip, {
		...region,
		others: new Set([...(region.others ?? []), ...sums]),
		stops: [...(region.stops ?? []), ...sums],
	});
	return reading.goods.items.length > 1 && reading.makesSum ? reading : undefined;
}

/** Goods that go on below a sum of the first of them, as below that of a kind of dishes. */
function* beyondSum(
	slip: Slip,
	first: GoodsReading,
	region: SlipTable,
): Steps<GoodsReading | undefined> {
	const shapes = new Set(first.goods.items.map(shapeOf));
	const isAlike = (item: ReceiptItem) => shapes.has(shapeOf(item)) && cellsOf(item).length > 1;
	const goesOn = ({ region: longer, goods, makesSum }: GoodsReading) => {
		const added = goods.items.slice(first.goods.items.length);
		return (
			longer !== undefined &&
			added.length > 0 &&
			(added.every((item) => isProduct(item) || isAlike(item)) ||
				isInBlocks(slip, longer, goods)) &&
			!sameAmount(sumOf(goods.items), sumOf(first.goods.items)) &&
			makesSum
		);
	};
	for (const { without } of longerRegions(slip, region).reverse()) {
		yield;
		const reading = readingOf(slip, without);
		if (goesOn(reading)) return reading;
	}
	return undefined;
}

/**
 * Finds the goods of a slip. Where they do not make up a sum that is printed, other regions are tried,
 * and the first whose goods do so is taken.
 */
export function* goodsSteps(slip: Slip): Steps<GoodsReading> {
	return withoutDiscounts(slip, yield* choose(slip));
}

function* choose(slip: Slip): Steps<GoodsReading> {
	const first = readingOf(slip, findRegion(slip));
	if (!first.region) return first;
	if (first.makesSum) return (yield* beyondSum(slip, first, first.region)) ?? first;
	yield;
	const without = withoutSums(slip, first);
	if (without) return without;
	const cut = upToSum(slip, first);
	if (cut) return readingOf(slip, cut);
	const others = longerRegions(slip, first.region).flatMap(({ without, including }) => [
		including,
		without,
	]);
	for (const region of others) {
		yield;
		const reading = readingOf(slip, region);
		if (reading.makesSum) return reading;
	}
	return first;
}
