import { cents, product, sum, yuan } from '../amounts.mts';
import type { Item } from '../document.mts';

interface ItemData {
	name: string;
	specification?: string;
	unit?: string;
	quantity: string;
	unitPrice: string;
	/** Per cent; without it no tax columns are printed. */
	taxRate?: number;
}

/** A line item whose amount is quantity x unit price and whose tax is amount x rate. */
export function item(data: ItemData): Item {
	const amount = product(data.quantity, data.unitPrice);
	const { name, specification = '', unit = '', quantity, unitPrice, taxRate } = data;
	const tax =
		taxRate === undefined
			? ['', '']
			: [`${taxRate}%`, yuan(Math.round((cents(amount) * taxRate) / 100))];
	return [name, specification, unit, quantity, unitPrice, amount, tax[0], tax[1]];
}

/** The sum of the items' amounts before tax. */
export const amountOf = (items: Item[]): string => sum(items.map(([, , , , , amount]) => amount));

/** The sum of the items' tax amounts. */
export const taxOf = (items: Item[]): string => sum(items.map((columns) => columns[7]));
