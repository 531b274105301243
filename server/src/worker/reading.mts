import { invoiceSteps } from '../documents/invoice.mts';
import { invoiceResult } from '../documents/invoice/result.mts';
import { rowsOf } from '../documents/layout/rows.mts';
import { otherPaper, type Paper } from '../documents/paper.mts';
import { receiptSteps } from '../documents/receipt.mts';
import { seemsSeveral } from '../documents/several.mts';
import { finishUnlessAborted } from '../documents/steps.mts';
import { structuredFields } from '../documents/structured.mts';
import type { StructuredInvoice } from '../files/invoice/structured.mts';
import { PictureError } from '../page/picture-error.mts';
import type { Page } from '../page/types.mts';
import type { Reading, Signs } from './messages.mts';

/** What the page of a document is besides. */
export function signsOf(page: Page, asked: Paper): Signs {
	const rows = rowsOf(page);
	const kind = otherPaper(rows, asked);
	return { ...(kind && { kind }), ...(seemsSeveral(rows, kind ?? asked) && { several: true }) };
}

/**
 * The fields of a document on a page. Throws PictureError where the page has more text than a document, and
 * the signal's reason between two steps of the rules when it is aborted.
 */
export async function readDocument(
	document: Reading['document'],
	page: Page,
	signal?: AbortSignal,
): Promise<Reading> {
	if (document === 'invoice') {
		const fields = await finishUnlessAborted(invoiceSteps(page), signal);
		return { document, data: invoiceResult(fields) };
	}
	return { document, data: await finishUnlessAborted(receiptSteps(page), signal) };
}

/** What is known of a document before any rule: its page, the data that its file has of it, or both. */
export interface Content {
	page?: Page;
	invoice?: StructuredInvoice;
}

/**
 * The fields of a document by its own data, and where they end by its page. Throws PictureError as `readDocument` does,
 * and where the file holds only data of another kind of document.
 */
export async function readContent(
	document: Reading['document'],
	{ page, invoice }: Content,
	signal?: AbortSignal,
): Promise<Reading> {
	if (document === 'invoice' && invoice) {
		const fields = page ? await finishUnlessAborted(invoiceSteps(page), signal) : [];
		return { document, data: invoiceResult(structuredFields(invoice, fields, page)) };
	}
	if (page) return await readDocument(document, page, signal);
	throw new PictureError('the file is the data of an invoice: send it to the invoice API');
}

/** Whether no field of the document could be read. */
export function isEmpty(reading: Reading): boolean {
	if (reading.document === 'invoice') {
		return reading.data.invoice_general_infos.every(({ value }) => value === '');
	}
	const {
		table,
		table_row_num: _count,
		confidence: _confidence,
		location: _location,
		adjustments: _adjustments,
		...fields
	} = reading.data;
	return table.length === 0 && Object.values(fields).every((value) => value === '');
}
