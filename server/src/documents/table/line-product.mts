import { multiplies, toNumber } from '../numbers.mts';
import type { Roles } from './tokens.mts';

/** How quantity x price = amount holds. */
export type Product =
	| 'holds'
	| 'holds trivially'
	| 'holds after discount'
	| 'is wrong'
	| 'lacks a figure'
	| 'lacks the amount'
	| 'is nothing';

/** How quantity x price = amount holds for a line, be it after its discount. */
export function productOf({ quantity, price, amount, discount }: Roles): Product {
	if (!quantity || !price || !amount)
		return price && !amount ? 'lacks the amount' : 'lacks a figure';
	const [q, p, a] = [quantity, price, amount].map(({ value }) => Number(value));
	if (p === 0 && a === 0) return q === 0 ? 'is nothing' : 'holds trivially';
	if (q === 0 || a === 0) return 'is nothing';
	if (multiplies(q, p, a) || multiplies(Math.abs(q), p, Math.abs(a))) {
		return q === 1 || p === 1 ? 'holds trivially' : 'holds';
	}
	const off = Math.abs(toNumber(discount?.value));
	const isDiscounted =
		multiplies(q, p, a + off) ||
		[off, off / 10, off / 100].some((rate) => multiplies(q * rate, p, a));
	return isDiscounted ? 'holds after discount' : 'is wrong';
}
