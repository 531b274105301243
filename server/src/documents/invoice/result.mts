import type { InvoiceField } from '../invoice.mts';
import type { Location } from '../location.mts';

/** What is known of each value, by its name; a list where a name is repeated. */
type ByName<Known> = Record<string, Known | Known[]>;

/** An invoice in the shape that the API serves, without the id of the request. */
export interface InvoiceResult {
	invoice_general_infos: Array<{ name: string; value: string }>;
	/** How sure each value is, 0 to 1. 0 where nothing was read. */
	confidence: ByName<number>;
	/** Where each value stands; null where nothing was read or the page does not tell. */
	location: ByName<Location | null>;
}

/** The fields as the API serves them, and beside them how sure they are and where they stand. */
export const invoiceResult = (fields: readonly InvoiceField[]): InvoiceResult => ({
	invoice_general_infos: fields.map(({ name, value }) => ({ name, value })),
	confidence: byName(fields, ({ confidence }) => confidence),
	location: byName(fields, ({ location }) => location),
});

function byName<Known>(
	fields: readonly InvoiceField[],
	knownOf: (field: InvoiceField) => Known,
): ByName<Known> {
	const all = new Map<string, Known[]>();
	for (const field of fields) {
		all.set(field.name, [...(all.get(field.name) ?? []), knownOf(field)]);
	}
	return Object.fromEntries(
		Array.from(all, ([name, known]) => [name, known.length === 1 ? known[0] : known]),
	);
}
