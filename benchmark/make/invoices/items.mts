import { cents, product, sum, yuan } from '../../../samples/make/amounts.mts';
import type { Item } from '../../../samples/make/document.mts';

interface TaxedItem {
	name: string;
	specification?: string;
	unit?: string;
	quantity: string;
	/** What one costs with its tax. */
	grossPrice: string;
	/** Per cent; without it the sale is free of tax. */
	taxRate?: number;
	/** How many decimals of the price before tax are printed. */
	decimals?: number;
}

const shortest = (decimal: string) => decimal.replace(/(\.\d\d\d*?)0+$/, '$1');

/**
 * A line item as invoicing software makes it: the price with tax is given, the amount is what is left
 * of it without tax, the tax is the rest, and the price before tax has as many decimals as it takes.
 */
export function taxedItem(data: TaxedItem): Item {
	const {
		name,
		specification = '',
		unit = '',
		quantity,
		grossPrice,
		taxRate,
		decimals = 13,
	} = data;
	const gross = cents(product(quantity, grossPrice));
	const net = Math.round(gross / (1 + (taxRate ?? 0) / 100));
	const price = shortest((net / 100 / Number(quantity)).toFixed(decimals));
	const tax = taxRate === undefined ? ['免税', '***'] : [`${taxRate}%`, yuan(gross - net)];
	return [name, specification, unit, quantity, price, yuan(net), tax[0], tax[1]];
}

/** The line that takes something off the line before it: its name, the tax rate, and both amounts negative. */
export function discountLine([name, , , , , , taxRate]: Item, grossOff: string): Item {
	const net = Math.round(cents(grossOff) / (1 + Number.parseFloat(taxRate) / 100));
	return [name, '', '', '', '', yuan(-net), taxRate, yuan(net - cents(grossOff))];
}

/** The totals of taxed items under the invoice API's names; `***` stands for the tax when there is none. */
export function totalsOf(items: Item[]) {
	const amount = sum(items.map((columns) => columns[5]));
	const taxes = items.map((columns) => columns[7]).filter((tax) => tax !== '***');
	const tax = taxes.length > 0 ? sum(taxes) : '***';
	return { amount, tax, total: taxes.length > 0 ? sum([amount, tax]) : amount };
}
