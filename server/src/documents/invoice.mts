import type { Page } from '../page/types.mts';
import { invoiceDocument } from './kinds/invoice/read.mts';
import { invoiceWeights } from './score/learned.mts';
import type { Weights } from './score/weights.mts';
import { servedInvoice, type InvoiceField } from './serve/invoice.mts';
import { finish, type Steps } from './steps.mts';

export type { InvoiceField } from './serve/invoice.mts';

/**
 * Reads the fields of an invoice from its recognised page. Throws PictureError where the page has more text than a
 * document.
 */
export function* invoiceSteps(
	page: Page,
	weights: Weights = invoiceWeights,
): Steps<InvoiceField[]> {
	return servedInvoice(page, yield* invoiceDocument(page, weights), weights);
}

/** The same, all at once. */
export const readInvoice = (page: Page, weights: Weights = invoiceWeights): InvoiceField[] =>
	finish(invoiceSteps(page, weights));
