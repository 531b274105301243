import { labelledValues } from '../table/labelled-values.mts';
import type { Slip } from './slip.mts';
import type { ReceiptItem } from './table.mts';

/**
 * The sales of a slip that has no table but labels.
 * @param nameless figures that stand in a table without a name
 */
export function readLabelledItems({ rows }: Slip, nameless?: ReceiptItem): ReceiptItem[] {
	const sales = labelledValues(rows);
	const [first] = sales;
	const name = first.get('name')?.value;
	if (sales.length === 1 && name !== undefined && nameless) return [{ ...nameless, product: name }];
	const items = sales.map((values) => ({
		product: values.get('name')?.value ?? '',
		quantity: values.get('quantity')?.value ?? '',
		unit_price: values.get('price')?.value ?? '',
		subtotal_amount: values.get('amount')?.value ?? '',
	}));
	const isOne = ({ product, quantity, unit_price }: ReceiptItem) =>
		product !== '' && (quantity !== '' || unit_price !== '');
	return items.every(isOne) ? items : [];
}
