import type { ColumnRole } from '../lexicon/columns.mts';
import type { Row } from '../layout/rows.mts';
import { goodsRow } from './goods-row.mts';
import type { Column } from './header.mts';
import type { Figure } from './tokens.mts';

/** Between which columns (of figures that are no rates) a column stands whose head was not read. */
const places: ReadonlyArray<{ role: ColumnRole; after: ColumnRole; before?: ColumnRole }> = [
	{ role: 'price', after: 'quantity', before: 'amount' },
	{ role: 'taxAmount', after: 'taxRate' },
];

const spanOf = (role: ColumnRole, figures: readonly Figure[]): Column[] =>
	figures.length === 0
		? []
		: [
				{
					role,
					left: Math.min(...figures.map(({ left }) => left)),
					right: Math.max(...figures.map(({ right }) => right)),
				},
			];

/**
 * The columns of a VAT or digital invoice with those put back whose heads were not read: rates tell
 * their own, and figures between two known columns, or behind the last, theirs.
 * @param rows those of the table, without its head
 */
export function withMissingColumns(columns: readonly Column[], rows: readonly Row[]): Column[] {
	const find = (all: readonly Column[], role: ColumnRole) =>
		all.find((column) => column.role === role);
	const figures = rows.flatMap((row, i) => goodsRow(row, i, columns).figures);
	const rates = figures.filter(({ isRate }) => isRate);
	const isTaxed =
		find(columns, 'taxRate') !== undefined || find(columns, 'taxAmount') !== undefined;
	if (!find(columns, 'amount') || (rates.length === 0 && !isTaxed)) return [...columns];
	let all = [...columns];
	if (!find(all, 'taxRate')) all.push(...spanOf('taxRate', rates));
	for (const { role, after, before } of places) {
		const [left, right] = [find(all, after), before && find(all, before)];
		if (find(all, role) || !left || (before && !right)) continue;
		const between = figures.filter(
			(figure) =>
				!figure.isRate && figure.left > left.right && figure.right < (right?.left ?? Infinity),
		);
		all = [...all, ...spanOf(role, between)];
	}
	return all.sort((a, b) => a.left - b.left);
}
