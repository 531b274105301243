import type { ReceiptConfidence } from '../confidence/receipt.mts';
import type { ReceiptLocation } from '../confidence/places.mts';
import { receiptDocument, type ReceiptDocument } from '../kinds/receipt/read.mts';
import type { Char } from '../layout/rows.mts';
import { leastConfidence } from '../lex/reading.mts';
import { locationOf } from '../location.mts';
import type { Line } from '../propose/lines.mts';
import type { ReceiptData } from '../receipt.mts';
import { slipOf } from '../receipt/slip.mts';
import type { ReceiptItem } from '../receipt/table.mts';
import type { Weights } from '../score/weights.mts';
import type { Steps } from '../steps.mts';
import { withBracketsOf } from '../text.mts';
import type { Page } from '../../page/types.mts';
import { itemsOf } from './receipt-lines.mts';

const textFields = [
	'shop_name',
	'receipt_num',
	'machine_num',
	'employee_num',
	'consumption_date',
	'consumption_time',
	'print_date',
	'print_time',
	'total_amount',
	'paid_amount',
	'change',
	'discount',
] as const;

type Chars = readonly Char[];

/** The characters that each cell of a line stands in. */
function cellChars({ names, reading: { roles } }: Line): Record<keyof ReceiptItem, Chars> {
	return {
		product: names.flatMap(({ name }) => name),
		quantity: roles.quantity?.chars ?? [],
		unit_price: (roles.price ?? roles.listPrice)?.chars ?? [],
		subtotal_amount: roles.amount?.chars ?? [],
	};
}

/** How sure characters were read, to two decimals; 0 where there are none. */
const sureness = (chars: Chars): number => Math.round(100 * leastConfidence(chars)) / 100;

const mapped = <Value,>(
	item: ReceiptItem,
	chars: Record<keyof ReceiptItem, Chars>,
	tell: (chars: Chars) => Value,
) => ({
	product: tell(item.product === '' ? [] : chars.product),
	quantity: tell(item.quantity === '' ? [] : chars.quantity),
	unit_price: tell(item.unit_price === '' ? [] : chars.unit_price),
	subtotal_amount: tell(item.subtotal_amount === '' ? [] : chars.subtotal_amount),
});

/** A receipt as its API serves it. */
export function servedReceipt(
	page: Page,
	{ table, fields, currency }: ReceiptDocument,
): ReceiptData {
	const printed = page.boxes.map(({ text }) => text).join('\n');
	const items = itemsOf(table.lines, table.heads[0]?.columns).map((item) => ({
		...item,
		product: withBracketsOf(printed, item.product),
	}));
	const chars = table.lines.map(cellChars);
	const charsOf = (name: string): Chars => fields.get(name)?.reading.chars ?? [];
	const place = (of: Chars) =>
		locationOf(
			page,
			of.map(({ area }) => area),
		);
	const values = Object.fromEntries(
		textFields.map((name) => [name, fields.get(name)?.reading.text ?? '']),
	) as Record<(typeof textFields)[number], string>;
	const confidence: ReceiptConfidence = {
		...Object.fromEntries(textFields.map((name) => [name, sureness(charsOf(name))])),
		currency: currency === '' ? 0 : 1,
		table: items.map((item, i) => mapped(item, chars[i], sureness)),
	};
	const location: ReceiptLocation = {
		...Object.fromEntries(textFields.map((name) => [name, place(charsOf(name))])),
		currency: null,
		table: items.map((item, i) => mapped(item, chars[i], place)),
	};
	return {
		...values,
		shop_name: withBracketsOf(printed, values.shop_name),
		currency,
		table_row_num: items.length,
		table: items,
		confidence,
		location,
	};
}

/** Reads a receipt by proposing, scoring and solving. Throws PictureError where the page has more text than a document. */
export function* solvedReceipt(page: Page, weights: Weights): Steps<ReceiptData> {
	const slip = slipOf(page);
	yield;
	return servedReceipt(page, yield* receiptDocument(slip, weights));
}
