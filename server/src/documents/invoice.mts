import type { Page } from '../engine/types.mts';

export interface InvoiceField {
	name: string;
	value: string;
}

export function readInvoice(page: Page): InvoiceField[] {
	return page.boxes.length > 0 ? [] : [];
}
