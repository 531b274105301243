import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '../../src/page/types.mts';
import type { Reading } from '../../src/worker/messages.mts';
import { signsOf } from '../../src/worker/reading.mts';

type ToItems = (result: object, choices: object, origin: object) => Array<{ needsReview: boolean }>;

const built = createRequire(join(import.meta.dirname, '..', '..', '..', 'dist', 'index.js'));
const toItems: Record<Reading['document'], ToItems> = {
	invoice: built('./nodes/JuheInvoiceOcr/invoiceItems.js').invoiceItems,
	receipt: built('./nodes/JuheReceiptOcr/receiptItems.js').receiptItems,
};

/**
 * The items that the nodes (of dist/, so build first) make of what the server read of a page.
 * @param output how the nodes are asked to give it: `lineItems`, or the kind of document for one item
 */
export function nodeItems({ document, data: read }: Reading, page: Page, output: string) {
	const data = { ...read, ...signsOf(page, document) };
	const result = document === 'invoice' ? data : { orderid: '', data };
	const choices = { output, fieldNames: 'english', reviewChecks: true };
	return toItems[document](result, choices, { sourceFile: null, sourceField: null });
}
