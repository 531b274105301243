import { multiplies, toNumber } from '../numbers.mts';
import type { ReceiptItem } from './table.mts';

/** A number before a name, and the name. */
const leading = /^(\d{1,3})[x×*]?\s*(\p{L}.*)$/u;

interface Counted {
	count: string;
	product: string;
	/** The one figure beside the amount, be it taken for the quantity or the price. */
	price: string;
}

function countedOf({ product, quantity, unit_price }: ReceiptItem): Counted | undefined {
	const [, count, name] = leading.exec(product) ?? [];
	return count === undefined || (quantity !== '' && unit_price !== '')
		? undefined
		: { count, product: name, price: unit_price || quantity };
}

/** Whether the number before the name times the figure beside the amount is the amount. */
const holds = (counted: Counted | undefined, { subtotal_amount }: ReceiptItem): boolean =>
	counted !== undefined &&
	multiplies(
		Number(counted.count),
		toNumber(counted.price || undefined),
		toNumber(subtotal_amount),
	);

/**
 * Lines whose count stands before the name, as in `3 tea  12.00  36.00` below a head without such a
 * column: the amount proves it, on one line at least with more than one piece, since a single piece
 * fits any name that begins with 1.
 */
export function withLeadingCounts(items: readonly ReceiptItem[]): ReceiptItem[] {
	const counted = items.map(countedOf);
	const isProved = items.some(
		(item, i) => holds(counted[i], item) && Number(counted[i]?.count) > 1,
	);
	return items.map((item, i) => {
		const own = counted[i];
		if (!isProved || !own || !holds(own, item)) return item;
		return { ...item, product: own.product, quantity: own.count, unit_price: own.price };
	});
}
