import { codeFields } from './invoice/fields.mts';
import { headingSigns, type Kind } from './invoice/kind.mts';

/** The invoice of a fixed amount that is torn from a pad: nobody but the seller is named, often by a seal alone. */
export const quotaKind: Kind = {
	id: 'quota',
	signsOf: headingSigns(/定额发票/u),
	parties: ['seller'],
	hasGoods: false,
	fields: codeFields,
};
