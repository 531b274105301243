import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { origin } from './results.mts';

export const receiptChoices: OutputChoices = {
	output: 'lineItems',
	fieldNames: 'english',
	reviewChecks: true,
};

/** The items of a receipt, of which the fields are given as the API returns them. */
export const itemsOf = (data: Record<string, unknown>, more: Partial<OutputChoices> = {}) =>
	receiptItems({ orderid: 'JH1', data }, { ...receiptChoices, ...more }, origin);

/** A row of a receipt's table. */
export const row = (product: string, quantity = '', unit_price = '', subtotal_amount = '') => ({
	product,
	quantity,
	unit_price,
	subtotal_amount,
});
