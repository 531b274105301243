import { promotion } from '../lexicon/receipt-words.mts';
import { readLabelledItems } from './labelled-item.mts';
import { nameAbove, readLines, type Line } from './lines.mts';
import type { SlipTable } from './region.mts';
import type { Slip } from './slip.mts';

/** A row of the table that the receipt API serves. */
export interface ReceiptItem {
	product: string;
	quantity: string;
	unit_price: string;
	subtotal_amount: string;
}

/** The goods of a slip. */
export interface SlipGoods {
	items: ReceiptItem[];
	/** Discounts printed below the last of the goods, above their sum. */
	promotions: ReceiptItem[];
	/** For each of the items, the last row that gives its figures; empty where labels tell the goods. */
	ends: number[];
}

const labelledGoods = (items: ReceiptItem[]): SlipGoods => ({ items, promotions: [], ends: [] });

/** Figures of the one sale of a slip, each behind its own word: 单价 7.65, 加油升数 40.00. */
const columnWord = /(?:单价|数量|重量|升数|油量|里程|时长|件数|金额)(?:\([^)]*\))?$/u;
const isLabelled = ({ product, quantity, unit_price }: ReceiptItem): boolean =>
	quantity === '' && unit_price === '' && columnWord.test(product);

const isComplete = ({ quantity, unit_price, subtotal_amount }: ReceiptItem): boolean =>
	[quantity, unit_price, subtotal_amount].filter((value) => value !== '').length > 1;

/** Whether a line takes something off the goods. */
export const isDiscount = ({ product, subtotal_amount }: ReceiptItem): boolean =>
	subtotal_amount.startsWith('-') && promotion.test(product);

/**
 * Reads the goods of a slip from top to bottom.
 * @param sums what is printed as the goods' sum, before or after discounts
 */
export function readGoods(
	slip: Slip,
	region: SlipTable | undefined,
	sums: readonly number[],
): SlipGoods {
	if (region && region.heads.length === 0) {
		const labelled = readLabelledItems(slip);
		if (labelled.length > 0 && labelled.every(isComplete)) return labelledGoods(labelled);
	}
	const all = region ? readLines(slip, region, sums) : [];
	const lines = all.filter(({ item }) => item.product !== '' && !isLabelled(item));
	if (lines.length === 0) {
		const [only, ...more] = all.map(({ item }) => item);
		const above = region && only && more.length === 0 && nameAbove(slip, region);
		return labelledGoods(above ? [{ ...only, product: above }] : readLabelledItems(slip, only));
	}
	const isOff = ({ item }: Line) => isDiscount(item);
	const lastGoods = lines.findLastIndex((line) => !isOff(line));
	// Discounts between the goods are lines of their own, and then so are those below the last one.
	const isMixed = lastGoods < 0 || lines.slice(0, lastGoods).some(isOff);
	const own = isMixed ? lines : lines.slice(0, lastGoods + 1);
	return {
		items: own.map(({ item }) => item),
		promotions: lines.slice(own.length).map(({ item }) => item),
		ends: own.map(({ end }) => end),
	};
}
