import { codeFields, textFields } from './invoice/fields.mts';
import { headingSigns, type Kind } from './invoice/kind.mts';

/** The invoice for the sale of a car, new or used: a form whose cells tell the car, and no list of goods. */
export const vehicleKind: Kind = {
	id: 'vehicle',
	signsOf: headingSigns(/(?:机动车|二手车)销售统一发票/u),
	parties: ['buyer', 'seller'],
	hasGoods: false,
	fields: [...codeFields, ...textFields],
};
