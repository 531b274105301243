import { readReceipt } from '../../src/documents/receipt.mts';
import { pageOf } from './page.mts';

/** The rows of goods of a drawn receipt as `product | quantity | price | amount`, without blanks in the names. */
export const goodsOf = (text: string): string[] =>
	readReceipt(pageOf(text)).table.map(({ product, quantity, unit_price, subtotal_amount }) =>
		[product.replace(/\s+/gu, ''), quantity, unit_price, subtotal_amount].join(' | '),
	);
