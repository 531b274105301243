import { invoiceSteps } from '../documents/invoice.mts';
import { invoiceResult } from '../documents/invoice/result.mts';
import { receiptSteps } from '../documents/receipt.mts';
import { finishUnlessAborted } from '../documents/steps.mts';
import type { Page } from '../page/types.mts';
import type { Reading } from './messages.mts';

/**
 * The fields of a document on a page. Throws PictureError where the page has more text than a document, and
 * the signal's reason between two steps of the rules when it is aborted.
 */
export async function readDocument(
	document: Reading['document'],
	page: Page,
	signal?: AbortSignal,
): Promise<Reading> {
	return document === 'invoice'
		? { document, data: invoiceResult(await finishUnlessAborted(invoiceSteps(page), signal)) }
		: { document, data: await finishUnlessAborted(receiptSteps(page), signal) };
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
		...fields
	} = reading.data;
	return table.length === 0 && Object.values(fields).every((value) => value === '');
}
