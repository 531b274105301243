import type { Page } from '../page/types.mts';
import { receiptLocation, type ReceiptLocation } from './confidence/places.mts';
import { receiptConfidence, type ReceiptConfidence } from './confidence/receipt.mts';
import { readAmounts, type ReceiptAmounts } from './receipt/amounts.mts';
import { readEmployee } from './receipt/clerk.mts';
import { currencyOf, hasDayFirst } from './receipt/currency.mts';
import { SlipFields } from './receipt/fields.mts';
import { readMoments, type ReceiptMoments } from './receipt/moments.mts';
import { goodsSteps } from './receipt/goods.mts';
import { readRegister } from './receipt/register.mts';
import { readShop } from './receipt/shop.mts';
import { slipOf } from './receipt/slip.mts';
import type { ReceiptItem } from './receipt/table.mts';
import { finish, type Steps } from './steps.mts';
import { withBracketsOf } from './text.mts';
import { readCode, readText } from './values.mts';

/** What the receipt API serves for a slip; fields that were not read are empty. */
export interface ReceiptData extends ReceiptAmounts, ReceiptMoments {
	shop_name: string;
	receipt_num: string;
	machine_num: string;
	employee_num: string;
	currency: string;
	table_row_num: number;
	table: ReceiptItem[];
	confidence: ReceiptConfidence;
	location: ReceiptLocation;
}

/**
 * Reads the fields of a shopping receipt from its recognised page. Throws PictureError where the page has more
 * text than a document.
 */
export function* receiptSteps(page: Page): Steps<ReceiptData> {
	const slip = slipOf(page);
	yield;
	const { region, goods, makesSum } = yield* goodsSteps(slip);
	yield;
	const printed = page.boxes.map(({ text }) => text).join('\n');
	const table = goods.items.map((item) => ({
		...item,
		product: withBracketsOf(printed, item.product),
	}));
	const fields = new SlipFields(slip, region);
	const currency =
		fields.first('currency', readText) ?? currencyOf(slip.rows.map(({ text }) => text));
	yield;
	const header = {
		shop_name: withBracketsOf(printed, readShop(fields, region)),
		receipt_num: fields.first('receiptNumber', readCode) ?? '',
		machine_num: readRegister(fields),
		employee_num: readEmployee(fields),
		...readMoments(fields, region, hasDayFirst(currency)),
		...readAmounts(fields, table, goods.promotions),
		currency,
	};
	yield;
	return {
		...header,
		table_row_num: table.length,
		table,
		confidence: receiptConfidence(slip.rows, header, table, makesSum),
		location: receiptLocation(page, slip.rows, header, table),
	};
}

/** The same, all at once. */
export const readReceipt = (page: Page): ReceiptData => finish(receiptSteps(page));
