import type { Row } from './amounts.mts';

/** The receipt API's fields in its own names, as printed and without their labels. */
export interface ReceiptFields {
	shop_name: string;
	receipt_num?: string;
	machine_num?: string;
	employee_num?: string;
	consumption_date?: string;
	consumption_time?: string;
	total_amount: string;
	paid_amount?: string;
	change?: string;
	discount?: string;
	currency?: string;
	print_date?: string;
	print_time?: string;
	table: Row[];
}

/** name, specification, unit, quantity, unitPrice, amount, taxRate, taxAmount; '' where not printed. */
export type Item = [string, string, string, string, string, string, string, string];

/** The invoice API's names with their printed values, and the table's rows when there is one. */
export interface InvoiceFields {
	[name: string]: string | Item[] | undefined;
	items?: Item[];
}

/** How the simulated photo of a document differs from the usual one. */
export interface PhotoOptions {
	longestSide?: number;
	desk?: 'wood' | 'stone' | 'cloth';
	deskColor?: [number, number, number];
	tilt?: number;
}

/** A document that can be drawn: `html` and `style` show exactly what `fields` says. */
export interface SampleDocument {
	id: string;
	kind: 'receipt' | 'invoice';
	fields: ReceiptFields | InvoiceFields;
	width: number;
	style: string;
	html: string;
	photo: PhotoOptions;
}

interface Drawing<Fields> {
	id: string;
	fields: Fields;
	/** Width of the paper in pixels of the clean picture. */
	width: number;
	style: string;
	body: (fields: Fields) => string;
	photo?: PhotoOptions;
}

function draw<Fields extends ReceiptFields | InvoiceFields>(
	kind: 'receipt' | 'invoice',
	{ id, fields, width, style, body, photo = {} }: Drawing<Fields>,
): SampleDocument {
	return { id, kind, fields, width, style, html: body(fields), photo };
}

/** A receipt whose picture is drawn from the same fields that become its truth. */
export const receipt = (drawing: Drawing<ReceiptFields>): SampleDocument =>
	draw('receipt', drawing);

/** An invoice whose picture is drawn from the same fields that become its truth. */
export function invoice<Fields extends InvoiceFields>(drawing: Drawing<Fields>): SampleDocument {
	return draw('invoice', drawing);
}

/** Every value the truth of a document claims to be printed. */
export function printedValues({ fields }: SampleDocument): string[] {
	return Object.values(fields)
		.flat(2)
		.filter((value): value is string => typeof value === 'string' && value !== '');
}
