import type { ColumnRole } from '../lexicon/columns.mts';
import { multiplies, toNumber } from '../numbers.mts';
import { misalignment, type Column } from './header.mts';
import type { Figure, Roles } from './tokens.mts';

/** What fits are worth against one another. */
export const worth = {
	product: 6,
	trivialProduct: 3,
	discountedProduct: 4,
	tax: 3,
	wrongProduct: -5,
	wrongProductInColumns: -2.5,
	aligned: 3,
	noSuchColumn: -2,
	hint: 3,
	wrongHint: -4,
	order: 2,
	unused: -1.2,
	unusedMoney: -2.5,
	unusedLead: -0.5,
	cut: -1,
	roundQuantity: -0.8,
	hugeQuantity: -2.5,
	moneyQuantity: -4,
	wholeAmount: -0.4,
	lastAmount: 1,
	lonePrice: -1,
	negativeFactor: -1,
	inversion: -4,
} as const;

/** How far out of line (in thousandths of the page's width) a figure still stands in a column. */
export const columnReach = 90;
/** How many digits stand behind the point of a figure, of two glued ones behind the first. */
export function decimals(value: string): number {
	const point = value.indexOf('.');
	if (point < 0) return 0;
	const next = value.indexOf('.', point + 1);
	return (next < 0 ? value.length : next) - point - 1;
}

/** How well a figure stands in line with the head of a role's column. */
export function columnFit(
	figure: Figure,
	role: ColumnRole,
	columns: readonly Column[] | undefined,
): number {
	if (!columns) return 0;
	const [column] = columns
		.filter((other) => other.role === role)
		.sort((one, other) => misalignment(figure, one) - misalignment(figure, other));
	if (!column) {
		const isUnder = (other: Column) =>
			other.isUnknown === true && misalignment(figure, other) < columnReach;
		return columns.some(isUnder) ? 0 : worth.noSuchColumn;
	}
	// Where nobody knows what a column holds, its place says nothing for another role.
	if (column.isUnknown) return 0;
	const distance = misalignment(figure, column);
	return Math.max(-worth.aligned, worth.aligned * (1 - (2 * distance) / columnReach));
}

/** How well a figure looks like one of a role. */
export function shapeFit(figure: Figure, role: ColumnRole): number {
	const { value, isMoney, isRate, hint } = figure;
	let fit = 0;
	if (isRate) fit += role === 'taxRate' || role === 'discount' ? worth.hint : worth.wrongHint;
	else if (role === 'taxRate') fit += worth.wrongHint;
	if (hint) fit += hint === role ? worth.hint : worth.wrongHint;
	if (role === 'quantity') {
		if (decimals(value) === 2) fit += worth.roundQuantity;
		if (Math.abs(Number(value)) >= 1000) fit += worth.hugeQuantity;
		if (isMoney) fit += worth.moneyQuantity;
	} else if ((role === 'price' || role === 'amount') && decimals(value) === 0 && !isMoney) {
		fit += worth.wholeAmount;
	}
	if (role === 'price' && value.startsWith('-')) fit += worth.negativeFactor;
	return fit;
}

/** What it costs a line that quantity x price is not its amount. */
function wrongProduct(columns: readonly Column[] | undefined): number {
	if (!columns) return worth.wrongProduct;
	const hasListPrices = columns.some(({ role, isList }) => role === 'price' && isList);
	return hasListPrices ? 0 : worth.wrongProductInColumns;
}

/** Taxes are rounded to the cent. */
const taxTolerance = 0.0051;

/** How well amount x rate = tax holds. */
export function taxFit({ amount, taxRate, taxAmount }: Roles): number {
	if (!amount || !taxRate || !taxAmount) return 0;
	const [a, rate, tax] = [amount, taxRate, taxAmount].map(({ value }) => Number(value));
	return tax !== 0 && Math.abs((a * rate) / 100 - tax) < taxTolerance ? worth.tax : 0;
}

/** How well quantity x price = amount holds, be it after the discount of the line. */
export function productFit(
	{ quantity, price, amount, discount }: Roles,
	columns?: readonly Column[],
): number {
	if (!quantity || !price || !amount) return price && !amount ? worth.lonePrice : 0;
	const [q, p, a] = [quantity, price, amount].map(({ value }) => Number(value));
	if (p === 0 && a === 0) return q === 0 ? 0 : worth.trivialProduct;
	if (q === 0 || a === 0) return 0;
	if (multiplies(q, p, a) || multiplies(Math.abs(q), p, Math.abs(a))) {
		return q === 1 || p === 1 ? worth.trivialProduct : worth.product;
	}
	const off = Math.abs(toNumber(discount?.value));
	if (multiplies(q, p, a + off)) return worth.discountedProduct;
	const rates = [off, off / 10, off / 100];
	return rates.some((rate) => multiplies(q * rate, p, a))
		? worth.discountedProduct
		: wrongProduct(columns);
}
