import { readInvoice } from '../documents/invoice.mts';
import { invoiceResult } from '../documents/invoice/result.mts';
import { readReceipt } from '../documents/receipt.mts';
import type { Page } from '../engine/types.mts';
import type { Reading } from './messages.mts';

/** The fields of a document on a page. */
export function readDocument(document: Reading['document'], page: Page): Reading {
	return document === 'invoice'
		? { document, data: invoiceResult(readInvoice(page)) }
		: { document, data: readReceipt(page) };
}

/** Whether no field of the document could be read. */
export function isEmpty(reading: Reading): boolean {
	if (reading.document === 'invoice') {
		return reading.data.invoice_general_infos.every(({ value }) => value === '');
	}
	const { table, table_row_num: _count, confidence: _confidence, ...fields } = reading.data;
	return table.length === 0 && Object.values(fields).every((value) => value === '');
}
