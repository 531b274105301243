import type { Page } from '../../page/types.mts';
import type { LineItem } from '../invoice/items.mts';
import type { Row } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { locationOf, type Location } from '../location.mts';
import { evidenceOf } from './evidence.mts';
import type { Values } from './invoice.mts';
import { scopesOf } from './scopes.mts';

type Place = Location | null;

/** Where the cells of a line of an invoice stand; empty ones are left out. */
export type LineLocation = Partial<Record<ColumnRole, Place>>;

const placeOf = (page: Page, rows: readonly Row[], value: string): Place =>
	locationOf(
		page,
		evidenceOf(rows, value).place.map(({ area }) => area),
	);

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
