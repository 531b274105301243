import { labelledValues } from '../table/labelled-values.mts';
import type { Slip } from './slip.mts';
import type { ReceiptItem } from './table.mts';

/**
 * The one sale of a slip that has no table but labels.
 * @param nameless figures that stand in a table without a name
 */
export function readLabelledItem({ rows }: Slip, nameless?: ReceiptItem): ReceiptItem[] {
	const values = labelledValues(rows);
	const product = values.get('name');
	if (product !== undefined && nameless) return [{ ...nameless, product }];
	const figures = [values.get('quantity'), values.get('price')];
	if (product === undefined || figures.every((value) => value === undefined)) return [];
	return [
		{
			product,
			quantity: values.get('quantity') ?? '',
			unit_price: values.get('price') ?? '',
			subtotal_amount: values.get('amount') ?? '',
		},
	];
}
