import type { ColumnRole } from '../lexicon/columns.mts';
import type { Row } from '../layout/rows.mts';
import { goodsRow } from './goods-row.mts';
import type { Column } from './header.mts';
import type { Figure } from './tokens.mts';

/** Between which columns a column stands whose head was misread. */
interface Place {
	role: ColumnRole;
	after: ColumnRole;
	before?: ColumnRole;
}
/** The same where the head was not read at all: columns of figures that are no rates. */
const places: readonly Place[] = [
	{ role: 'price', after: 'quantity', before: 'amount' },
	{ role: 'taxAmount', after: 'taxRate' },
];

const headPlaces: readonly Place[] = [
	{ role: 'unit', after: 'specification', before: 'quantity' },
	...places,
];

/** Columns with heads that nobody knows taken for those that stand at their places. */
const withMisreadHeads = (columns: readonly Column[]): Column[] =>
	columns.map((column, i) => {
		const place = headPlaces.find(
			({ role, after, before }) =>
				column.isUnknown &&
				columns[i - 1]?.role === after &&
				columns[i + 1]?.role === before &&
				columns.every((other) => other.role !== role),
		);
		return place ? { ...column, role: place.role } : column;
	});

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
	let all = withMisreadHeads(columns);
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
