import type { InvoiceField } from '../invoice.mts';

/** An invoice in the shape that the API serves, without the id of the request. */
export interface InvoiceResult {
	invoice_general_infos: Array<{ name: string; value: string }>;
	/** How sure each value is, 0 to 1, by its name; a list where a name is repeated. 0 where nothing was read. */
	confidence: Record<string, number | number[]>;
}

/** The fields as the API serves them, and the confidences beside them. */
export function invoiceResult(fields: readonly InvoiceField[]): InvoiceResult {
	const byName = new Map<string, number[]>();
	for (const { name, confidence } of fields) {
		byName.set(name, [...(byName.get(name) ?? []), confidence]);
	}
	return {
		invoice_general_infos: fields.map(({ name, value }) => ({ name, value })),
		confidence: Object.fromEntries(
			Array.from(byName, ([name, all]) => [name, all.length === 1 ? all[0] : all]),
		),
	};
}
