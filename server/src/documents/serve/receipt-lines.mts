import { textOf } from '../layout/rows.mts';
import type { Line } from '../propose/lines.mts';
import type { TableHypothesis } from '../solve/table.mts';
import { cleanName } from './product.mts';
import { gluedQuantity, lostQuantity } from '../table/lost-quantity.mts';

/** A row of the table that the receipt API serves. */
export interface ReceiptItem {
	product: string;
	quantity: string;
	unit_price: string;
	subtotal_amount: string;
}

/** A line of goods as the receipt API serves it. */
export function itemOf(line: Line, hasQuantities: boolean): ReceiptItem {
	const { names, rows, leads, reading } = line;
	const { quantity, amount, listPrice, price = listPrice } = reading.roles;
	const parts = names.map(({ name, lead }) =>
		[leads === 'name' && lead ? lead.chars : [], name].map(textOf).filter(Boolean).join(' '),
	);
	const remnants = reading.unused.filter(
		({ value, isMoney, chars }) => chars[0].gap === 0 || (!isMoney && !/\.\d{2}$/u.test(value)),
	);
	const isBeside = names.some(({ index }) => index === rows[0].index);
	if (isBeside) parts.push(...remnants.map(({ chars }) => textOf(chars)));
	const name = cleanName(parts);
	const glued =
		isBeside && hasQuantities && !quantity ? gluedQuantity(name, reading.roles) : undefined;
	return {
		product: (glued?.name ?? name) || (rows[0].texts.code?.text ?? ''),
		quantity:
			quantity?.value ?? glued?.quantity ?? (hasQuantities ? lostQuantity(reading.roles) : ''),
		unit_price: price?.value ?? '',
		subtotal_amount: amount?.value ?? '',
	};
}

/** The lines of a table as the receipt API serves them. */
export function itemsOf({ lines, heads }: Pick<TableHypothesis, 'lines' | 'heads'>): ReceiptItem[] {
	const hasQuantities =
		heads[0]?.columns.some(({ role }) => role === 'quantity') ??
		lines.filter(({ reading }) => reading.roles.quantity).length * 2 > lines.length;
	return lines.map((line) => itemOf(line, hasQuantities));
}
