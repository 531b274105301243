import type { Page } from '../../page/types.mts';
import type { LineItem } from '../invoice/items.mts';
import type { Row } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { locationOf, type Location } from '../location.mts';
import type { ReceiptItem } from '../receipt/table.mts';
import { evidenceOf } from './evidence.mts';
import type { Values } from './invoice.mts';
import type { Header } from './receipt.mts';
import { scopesOf } from './scopes.mts';

type Place = Location | null;

/** Where the fields and the cells of a receipt stand; null where nothing was read or the page does not tell. */
export interface ReceiptLocation {
	[field: string]: Place | Array<Record<keyof ReceiptItem, Place>>;
	table: Array<Record<keyof ReceiptItem, Place>>;
}

/** Where the cells of a line of an invoice stand; empty ones are left out. */
export type LineLocation = Partial<Record<ColumnRole, Place>>;

const placeOf = (page: Page, rows: readonly Row[], value: string): Place =>
	locationOf(
		page,
		evidenceOf(rows, value).place.map(({ area }) => area),
	);

/** Where each field and each cell of a receipt stands. */
export function receiptLocation(
	page: Page,
	rows: readonly Row[],
	header: Header,
	items: readonly ReceiptItem[],
): ReceiptLocation {
	const scopes = scopesOf(
		rows,
		items.map(({ product }) => product),
	);
	return {
		...Object.fromEntries(
			Object.entries(header).map(([name, value]) => [name, placeOf(page, rows, value)]),
		),
		table: items.map((item, i) => ({
			product: placeOf(page, scopes[i], item.product),
			quantity: placeOf(page, scopes[i], item.quantity),
			unit_price: placeOf(page, scopes[i], item.unit_price),
			subtotal_amount: placeOf(page, scopes[i], item.subtotal_amount),
		})),
	};
}

/** Where each field of an invoice stands that is not in its table. */
export const fieldLocations = (
	page: Page,
	rows: readonly Row[],
	values: Values,
): Map<string, Place> =>
	new Map(Array.from(values, ([name, value]) => [name, placeOf(page, rows, value)]));

/** Where the cells of each line item of an invoice stand. */
export function itemLocations(
	page: Page,
	rows: readonly Row[],
	items: readonly LineItem[],
): LineLocation[] {
	const scopes = scopesOf(
		rows,
		items.map(({ name }) => name ?? ''),
	);
	return items.map((item, i) =>
		Object.fromEntries(
			Object.entries(item).flatMap(([role, value]) =>
				value ? [[role, placeOf(page, scopes[i], value)]] : [],
			),
		),
	);
}
