import type { IDataObject } from 'n8n-workflow';

import { doubtfulReasons } from '../shared/checks/confidence';
import type { Certainty } from '../shared/checks/confidence';
import { appendExtras, typedCells } from '../shared/columns';
import type { OutputChoices, PictureOrigin } from '../shared/ocrApi';
import { reviewColumns, unreadableReasons } from '../shared/review';
import { checkInvoice } from './invoiceChecks';
import { coreFields, furtherFields, lineItemFields } from './invoiceFields';
import type { InvoiceField } from './invoiceFields';
import { readInvoiceResult } from './invoiceResult';
import type { InvoiceResult } from './invoiceResult';

type Values = Readonly<Record<string, unknown>>;

function inspect({ header, lineItems, confidence }: InvoiceResult) {
	const typedHeader = typedCells([...coreFields, ...furtherFields], header);
	const typedRows = lineItems.map((row) => typedCells(lineItemFields, row));
	const reasons = [
		...unreadableReasons(typedHeader.unreadable),
		...typedRows.flatMap(({ unreadable }, index) =>
			unreadableReasons(unreadable, `row ${index + 1}: `),
		),
		...checkInvoice(
			typedHeader.cells,
			typedRows.map(({ cells }) => cells),
		),
	];
	const certainty: Certainty = {
		header: { values: typedHeader.cells, confidences: confidence.header },
		rows: typedRows.map(({ cells }, index) => ({
			values: cells,
			confidences: confidence.lineItems[index] ?? {},
		})),
	};
	return {
		header: typedHeader.cells,
		rows: typedRows.map(({ cells }) => cells),
		reasonsOf: (row?: number) => [...reasons, ...doubtfulReasons(certainty, row)],
	};
}

/**
 * The items of one recognised invoice: one, or one for each line item.
 *
 * @param result the `result` of a success
 * @throws RecognitionFailure where the result has not the documented shape
 */
export function invoiceItems(
	result: Record<string, unknown>,
	{ output, fieldNames, reviewChecks }: OutputChoices,
	origin: PictureOrigin,
): IDataObject[] {
	const invoice = readInvoiceResult(result);
	const inspected = inspect(invoice);
	const isEnglish = fieldNames === 'english';

	const label = (field: InvoiceField) => (isEnglish ? field.key : field.names[0]);
	const pick = (fields: readonly InvoiceField[], typed: Values, returned: Values) =>
		fields.map(
			(field) =>
				[label(field), (isEnglish ? typed[field.key] : returned[field.key]) ?? null] as const,
		);

	const header = pick(coreFields, inspected.header, invoice.header);
	const returnedFurther = furtherFields.filter(({ key }) => key in invoice.header);
	const rows = (invoice.lineItems.length > 0 ? invoice.lineItems : [{}]).map((row, index) =>
		Object.fromEntries(pick(lineItemFields, inspected.rows[index] ?? {}, row)),
	);
	const restOf = (row?: number): Array<readonly [string, unknown]> => [
		...Object.entries(origin),
		['requestId', invoice.requestId],
		...Object.entries(reviewColumns(reviewChecks ? inspected.reasonsOf(row) : undefined)),
		...pick(returnedFurther, inspected.header, invoice.header),
		...invoice.others.map(({ name, value }) => [name, value] as const),
	];

	if (output !== 'lineItems') {
		const items = invoice.lineItems.length > 0 ? [['items', rows] as const] : [];
		return [appendExtras(Object.fromEntries(header) as IDataObject, [...restOf(), ...items])];
	}
	return rows.map((row, index) => {
		const lineNumber = invoice.lineItems.length > 0 ? index + 1 : null;
		return appendExtras(
			{ ...Object.fromEntries(header), lineNumber, ...row } as IDataObject,
			restOf(index),
		);
	});
}
