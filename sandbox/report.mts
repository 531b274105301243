import path from 'node:path';
import type { Sheet } from './shipped.mts';
import { formatTable, type Column } from './table.mts';

/** The columns that fit a terminal; the spreadsheets have all of them. */
const columns = {
	invoices: [
		{ title: 'File', key: 'sourceFile' },
		{ title: 'Date', key: 'invoiceDate' },
		{ title: 'Code', key: 'invoiceCode' },
		{ title: 'Number', key: 'invoiceNumber' },
		{ title: 'Buyer', key: 'buyerName' },
		{ title: 'Seller', key: 'sellerName' },
		{ title: 'Total', key: 'totalAmount', money: true },
	],
	receipts: [
		{ title: 'File', key: 'sourceFile' },
		{ title: 'Shop', key: 'shopName' },
		{ title: 'Date', key: 'purchaseDate' },
		{ title: 'Line', key: 'lineNumber' },
		{ title: 'Product', key: 'name' },
		{ title: 'Qty', key: 'quantity' },
		{ title: 'Price', key: 'unitPrice', money: true },
		{ title: 'Subtotal', key: 'subtotal', money: true },
		{ title: 'Total', key: 'totalAmount', money: true },
	],
} satisfies Record<string, Column[]>;

/** Both sheets as tables for a terminal, and the pictures that gave no row, with the reason. */
export function describeSheets(
	{ invoices, receipts }: { invoices: Sheet; receipts: Sheet },
	width: number,
): string {
	return [
		`Invoices: ${count(invoices.rows.length, 'row')}, one an invoice`,
		formatTable(columns.invoices, invoices.rows, width),
		'',
		`Receipts: ${count(receipts.rows.length, 'row')}, one a line item`,
		formatTable(columns.receipts, receipts.rows, width),
		...describeUnread('invoices', invoices.unread),
		...describeUnread('receipts', receipts.unread),
	].join('\n');
}

function describeUnread(kind: string, unread: string[]): string[] {
	if (unread.length === 0) return [];
	return [
		'',
		`Not read (${count(unread.length, 'picture')} in ${kind}${path.sep}):`,
		...unread.map((reason) => `  ${reason}`),
	];
}

function count(amount: number, noun: string): string {
	return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
