import type { IDataObject } from 'n8n-workflow';

import { rowProductProblems } from '../shared/checks/arithmetic';
import { doubtfulValues } from '../shared/checks/confidence';
import { appendExtras, extrasOfRow, typedCells } from '../shared/columns';
import type { Extra } from '../shared/columns';
import { leftOutProblems } from '../shared/leftOut';
import type { DocumentOrigin, OutputChoices } from '../shared/ocrApi';
import { inRow, reasonsFor, reviewColumns } from '../shared/review';
import { checkInvoice, provenOfInvoice } from './invoiceChecks';
import { coreFields, furtherFields, lineItemFields } from './invoiceFields';
import type { InvoiceField } from './invoiceFields';
import { invoiceKindProblems } from './invoiceKind';
import { readInvoiceResult } from './invoiceResult';
import type { InvoiceResult } from './invoiceResult';
import { checkList } from './listChecks';

type Values = Readonly<Record<string, unknown>>;

function inspect(invoice: InvoiceResult) {
	const { header, lineItems, confidence, saidKind, leftOut } = invoice;
	// Chinese invoices print the year first.
	const surroundings = { dateOrder: 'YMD', now: Date.now() } as const;
	const typedHeader = typedCells([...coreFields, ...furtherFields], header, surroundings);
	const typedRows = lineItems.map((row) => typedCells(lineItemFields, row, surroundings));
	const rows = typedRows.map(({ cells }) => cells);
	const found = {
		document: [
			...invoiceKindProblems(typedHeader.cells, rows.length, saidKind),
			...leftOutProblems(leftOut),
			...typedHeader.problems,
			...checkInvoice(typedHeader.cells, rows),
			...checkList(typedHeader.cells, invoice, surroundings),
		],
		rows: typedRows.map(({ cells, problems }, index) =>
			inRow(index, [...problems, ...rowProductProblems(cells, 'amount')]),
		),
	};
	const proven = provenOfInvoice(typedHeader.cells, rows);
	const doubts = {
		document: doubtfulValues(typedHeader.cells, confidence.header, proven.header),
		rows: rows.map((cells, index) => {
			const sureness = confidence.lineItems[index] ?? {};
			return inRow(index, doubtfulValues(cells, sureness, proven.rows[index]), ' ');
		}),
	};
	return {
		header: typedHeader.cells,
		rows,
		reasonsOf: (row?: number) => reasonsFor(found, doubts, row),
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
	origin: DocumentOrigin,
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
	const others = invoice.others.map(({ name, value }) => [name, value] as const);
	const unnamed: Extra[] =
		invoice.unnamed.length > 0 ? [['invoice_general_infos', invoice.unnamed]] : [];
	const restOf = (row?: number): Extra[] => [
		...Object.entries(origin),
		['requestId', invoice.requestId],
		...Object.entries(reviewColumns(reviewChecks ? inspected.reasonsOf(row) : undefined)),
		...pick(returnedFurther, inspected.header, invoice.header),
		...extrasOfRow(others, row ?? 0),
		...(row ? [] : unnamed),
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
