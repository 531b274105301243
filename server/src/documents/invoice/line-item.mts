import type { Char } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';

/** The columns of line items in the order of the API, with its names. */
export const itemColumns: ReadonlyArray<readonly [role: ColumnRole, name: string]> = [
	['name', '货物或应税劳务、服务名称'],
	['specification', '规格型号'],
	['unit', '单位'],
	['quantity', '数量'],
	['price', '单价'],
	['amount', '金额'],
	['taxRate', '税率'],
	['taxAmount', '税额'],
];

/** One line item: the cells of the columns that are printed. */
export type LineItem = Partial<Record<ColumnRole, string>>;

/** A line item and the characters that its cells were read from. */
export interface PlacedItem {
	cells: LineItem;
	chars: Partial<Record<ColumnRole, readonly Char[]>>;
}
