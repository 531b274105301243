import type { ColumnRole } from '../lexicon/columns.mts';
import { multiplies, sameAmount, toNumber } from '../numbers.mts';
import { withinOneEdit } from '../text.mts';
import type { LineItem } from './line-item.mts';

/** The rates of VAT and of its simplified collection that were in force at some time since 1994, in percent. */
const legalRates: readonly number[] = [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 9, 10, 11, 13, 16, 17];
/** Taxes are rounded to the cent line by line, discounts apart. */
const taxTolerance = 0.015;

const rateOf = (printed: string | undefined): number => Number.parseFloat(printed ?? '');
const taxHolds = (amount: number, rate: number, tax: number): boolean =>
	Math.abs((amount * rate) / 100 - tax) < taxTolerance;

/** The rate as printed, or the only legal one that the tax shows where none or an impossible one was read. */
function settledRate({ amount, taxRate = '', taxAmount }: LineItem): string {
	const isPossible = !taxRate.endsWith('%') || legalRates.includes(rateOf(taxRate));
	if (taxRate !== '' && isPossible) return taxRate;
	const [a, tax] = [amount, taxAmount].map((value) => toNumber(value || undefined));
	const fitting = legalRates.filter((rate) => taxHolds(a, rate, tax));
	return fitting.length === 1 ? `${fitting[0]}%` : '';
}

/** A figure, or the one that arithmetic gives where that is a single misreading away. */
function settledFigure(read: string | undefined, exact: number): string | undefined {
	const cents = Math.round(exact * 100) / 100;
	if (read === undefined || !Number.isFinite(cents)) return read;
	const figure = Number.isInteger(cents) && !read.includes('.') ? String(cents) : cents.toFixed(2);
	return withinOneEdit(read, figure) ? figure : read;
}

/** Whether quantity x price is the amount; undefined where one of them is not printed. */
export function productHolds({ quantity, price, amount }: LineItem): boolean | undefined {
	const [q, p, a] = [quantity, price, amount].map((value) => toNumber(value || undefined));
	return [q, p, a].some(isNaN) ? undefined : multiplies(q, p, a);
}

/** A figure that lost its point, in all places where that can have stood; amounts have cents. */
const pointsIn = (role: ColumnRole, read = ''): string[] =>
	/^\d{3,}$/u.test(read)
		? Array.from(
				{ length: read.length - 1 },
				(_, i) => `${read.slice(0, i + 1)}.${read.slice(i + 1)}`,
			).filter((value) => role !== 'amount' || /\.\d{2}$/u.test(value))
		: [];

/** A line with the point put back that one of its figures lost, where its product holds in one way only. */
function withPoint(item: LineItem): LineItem {
	if (productHolds(item) !== false) return item;
	const ways = (['quantity', 'price', 'amount'] as const).flatMap((role) =>
		pointsIn(role, item[role])
			.map((value): LineItem => ({ ...item, [role]: value }))
			.filter((way) => productHolds(way)),
	);
	return ways.length === 1 ? ways[0] : item;
}

/** A line whose factors give its amount: quantity and price as read, or the one of them that was misread. */
function settledFactors(item: LineItem): LineItem {
	const { quantity, price, amount } = item;
	const [q, p, a] = [quantity, price, amount].map((value) => toNumber(value || undefined));
	if (quantity === '' && price === `1${amount}`) return { ...item, quantity: '1', price: amount };
	if ([q, p, a].some(isNaN) || q === 0 || p === 0 || multiplies(q, p, a)) return item;
	const ways = [
		{ ...item, price: settledFigure(price, a / q) },
		{ ...item, quantity: settledFigure(quantity, a / p) },
	].filter((way) => multiplies(toNumber(way.quantity), toNumber(way.price), a));
	return ways.length === 1 ? ways[0] : item;
}

/**
 * A line of goods with what was misread in it put right by its arithmetic: amount x rate = tax, quantity
 * x price = amount. A figure changes by one sign at most, and only where another equation proves the rest.
 * @param proved whether the amounts, and the taxes, of all lines add up to a printed sum
 */
export function settledLine(
	read: LineItem,
	proved: { amounts: boolean; taxes: boolean },
): LineItem {
	const item = withPoint(read);
	if (item.taxRate === undefined || item.taxAmount === undefined) {
		return proved.amounts ? settledFactors(item) : item;
	}
	const taxRate = settledRate(item);
	const [a, rate, tax] = [toNumber(item.amount), rateOf(taxRate), toNumber(item.taxAmount)];
	const [q, p] = [toNumber(item.quantity || undefined), toNumber(item.price || undefined)];
	const withRate = { ...item, taxRate };
	// A list of goods on another sheet has the sum of their rounded taxes, which is some cents off.
	if (taxHolds(a, rate, tax) || (proved.amounts && proved.taxes)) return settledFactors(withRate);
	if (proved.amounts || multiplies(q, p, a)) {
		return { ...withRate, taxAmount: settledFigure(item.taxAmount, (a * rate) / 100) };
	}
	const amount = settledFigure(item.amount, q * p);
	return taxHolds(toNumber(amount), rate, tax) ? { ...withRate, amount } : withRate;
}

/**
 * Lines of which one amount lost a sign or has a wrong one, with that put right: where its factors give another
 * amount a single misreading away, with which all lines add up to a printed sum.
 * @param sums the sums and totals that are printed
 */
export function withProvedAmount(
	items: readonly LineItem[],
	sums: readonly number[],
): readonly LineItem[] {
	const all = items.reduce((sum, { amount }) => sum + toNumber(amount || undefined), 0);
	const isSum = (value: number) => sums.some((sum) => sameAmount(sum, value));
	if (isNaN(all) || isSum(all)) return items;
	const ways = items.flatMap((item, i) => {
		if (productHolds(item) !== false) return [];
		const exact = toNumber(item.quantity) * toNumber(item.price);
		const amount = settledFigure(item.amount, exact);
		const isProved = amount !== item.amount && isSum(all - toNumber(item.amount) + exact);
		return isProved ? [items.map((one, k) => (k === i ? { ...one, amount } : one))] : [];
	});
	return ways.length === 1 ? ways[0] : items;
}
