import type { Page } from '../page/types.mts';
import { pageSlip } from './kinds/receipt/page.mts';
import { receiptDocument } from './kinds/receipt/read.mts';
import { receiptWeights } from './score/learned.mts';
import type { Weights } from './score/weights.mts';
import { servedReceipt, type ReceiptData } from './serve/receipt.mts';
import { finish, type Steps } from './steps.mts';

export type { ReceiptData } from './serve/receipt.mts';

/**
 * Reads the fields of a shopping receipt from its recognised page. Throws PictureError where the page has more
 * text than a document.
 */
export function* receiptSteps(page: Page, weights: Weights = receiptWeights): Steps<ReceiptData> {
	const slip = pageSlip(page);
	yield;
	return servedReceipt(page, yield* receiptDocument(slip, weights), weights);
}

/** The same, all at once. */
export const readReceipt = (page: Page, weights: Weights = receiptWeights): ReceiptData =>
	finish(receiptSteps(page, weights));
