import { codeFields, textFields } from './invoice/fields.mts';
import { headingSigns, type Kind } from './invoice/kind.mts';

/** The electronic ticket of a train or a plane as an invoice: a journey and what it costs, and no list of goods. */
export const ticketKind: Kind = {
	id: 'ticket',
	signsOf: headingSigns(/铁路电子客票|航空运输电子客票/u),
	parties: ['buyer', 'seller'],
	hasGoods: false,
	fields: [...codeFields, ...textFields],
};
