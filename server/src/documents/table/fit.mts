import type { ColumnRole } from '../lexicon/columns.mts';
import { misalignment, type Column } from './header.mts';
import { productOf, type Product } from './line-product.mts';
import type { Figure, Roles } from './tokens.mts';

/** What fits are worth against one another. */
export const worth = {
	vainDiscount: -5,
	tax: 3,
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
export function columnFit(figure: Figure, role: ColumnRole, columns: readonly Column[]): number {
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

/** Taxes are rounded to the cent. */
const taxTolerance = 0.0051;

/** How well amount x rate = tax holds. */
export function taxFit({ amount, taxRate, taxAmount }: Roles): number {
	if (!amount || !taxRate || !taxAmount) return 0;
	const [a, rate, tax] = [amount, taxRate, taxAmount].map(({ value }) => Number(value));
	return tax !== 0 && Math.abs((a * rate) / 100 - tax) < taxTolerance ? worth.tax : 0;
}

/** The same of a product. */
export const productWorth: Readonly<Record<Product, number>> = {
	holds: 6,
	'holds trivially': 3,
	'holds after discount': 4,
	'is wrong': -2.5,
	'lacks a figure': 0,
	'lacks the amount': -1,
	'is nothing': 0,
};

/** How well quantity x price = amount holds, be it after the discount of the line. */
export function productFit(roles: Roles, columns: readonly Column[] = []): number {
	const product = productOf(roles);
	// Of list prices something is taken off.
	const isFree = product === 'is wrong' && columns.some(({ isList }) => isList);
	return isFree ? 0 : productWorth[product];
}
