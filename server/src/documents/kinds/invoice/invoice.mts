import { codeFields, textFields, timeField } from './fields.mts';
import type { Kind } from './kind.mts';

/** The invoices of tax bureaus: VAT invoices, fully digital ones, general ones in sheets and rolls. */
export const invoiceKind: Kind = {
	id: 'invoice',
	signsOf: () => 1,
	parties: ['buyer', 'seller'],
	hasGoods: true,
	fields: [...codeFields, timeField, ...textFields],
};
