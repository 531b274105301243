import type { Column } from '../shared/columns';
import type { ValueKind } from '../shared/values/convert';

/** A field of the receipt API: its name there, our key, what its value is. */
export interface ReceiptField extends Column {
	name: string;
}

const field = (key: string, kind: ValueKind, name: string): ReceiptField => ({ key, kind, name });

/** Header columns in front of the row. Source of the names: the vendor's document. */
export const leadingFields: readonly ReceiptField[] = [
	field('shopName', 'text', 'shop_name'),
	field('receiptNumber', 'code', 'receipt_num'),
	field('purchaseDate', 'date', 'consumption_date'),
	field('purchaseTime', 'time', 'consumption_time'),
];

/** The columns of a row. */
export const rowFields: readonly ReceiptField[] = [
	field('name', 'text', 'product'),
	field('quantity', 'quantity', 'quantity'),
	field('unitPrice', 'amount', 'unit_price'),
	field('subtotal', 'amount', 'subtotal_amount'),
];

/** Header columns behind the row. */
export const trailingFields: readonly ReceiptField[] = [
	field('totalAmount', 'amount', 'total_amount'),
	field('paidAmount', 'amount', 'paid_amount'),
	field('changeAmount', 'amount', 'change'),
	field('discountAmount', 'amount', 'discount'),
	field('currency', 'currency', 'currency'),
	field('machineNumber', 'code', 'machine_num'),
	field('employeeNumber', 'code', 'employee_num'),
	field('printDate', 'date', 'print_date'),
	field('printTime', 'time', 'print_time'),
	field('itemCount', 'quantity', 'table_row_num'),
];

export const headerFields: readonly ReceiptField[] = [...leadingFields, ...trailingFields];
