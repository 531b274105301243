import fc from 'fast-check';
import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import {
	coreFields,
	furtherFields,
	lineItemFields,
} from '../../nodes/JuheInvoiceOcr/invoiceFields.ts';
import { headerFields } from '../../nodes/JuheReceiptOcr/receiptFields.ts';
import { origin } from '../support/results.mts';

/** How often each text stands among the values of the items, at any depth. */
function textsOf(value: unknown, texts: string[] = []): string[] {
	if (Array.isArray(value)) value.forEach((entry) => textsOf(entry, texts));
	else if (typeof value === 'object' && value !== null) textsOf(Object.values(value), texts);
	else if (typeof value === 'string') texts.push(value);
	return texts;
}

describe('flattening loses no value of any result that the schema allows', () => {
	const value = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== '');

	it.each(['invoice', 'lineItems'])('invoices, output %s', (output) => {
		const names = [...coreFields, ...furtherFields, ...lineItemFields].flatMap(
			(field) => field.names,
		);
		const info = fc.record({
			name: fc.oneof(fc.constantFrom(...names), fc.string({ minLength: 1, maxLength: 4 })),
			value,
		});
		fc.assert(
			fc.property(fc.array(info, { maxLength: 30 }), (infos) => {
				const items = invoiceItems(
					{ request_id: 'id', invoice_general_infos: infos },
					{ output, fieldNames: 'original', reviewChecks: true },
					origin,
				);
				expect(textsOf(items)).toEqual(expect.arrayContaining(infos.map((entry) => entry.value)));
			}),
			{ numRuns: 2_000 },
		);
	});

	it.each(['receipt', 'lineItems'])('receipts, output %s', (output) => {
		const row = fc.record(
			{ product: value, quantity: value, unit_price: value, subtotal_amount: value, unit: value },
			{ requiredKeys: [] },
		);
		const header = fc.dictionary(
			fc.constantFrom(...headerFields.map(({ name }) => name), 'tax_amount', 'remark'),
			value,
		);
		fc.assert(
			fc.property(header, fc.array(row, { maxLength: 8 }), (fields, table) => {
				const items = receiptItems(
					{ orderid: 'id', data: { ...fields, table } },
					{ output, fieldNames: 'original', reviewChecks: true },
					origin,
				);
				const printed = [
					...Object.values(fields),
					...table.flatMap((cells) => Object.values(cells)),
				];
				const joined = textsOf(items).join('\n');
				for (const text of printed) expect(joined).toContain(text.trim());
			}),
			{ numRuns: 2_000 },
		);
	});
});
