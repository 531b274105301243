import { valueChars } from '../find.mts';
import { textOf, spelling, type Char } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import type { Add, Weights } from '../score/weights.mts';
import { columnLabels, firstFigure, numbered } from '../table/labelled-values.mts';
import { productOf } from '../table/line-product.mts';
import type { Figure, Roles } from '../table/tokens.mts';
import type { Line } from './lines.mts';
import type { TableRow } from './table-rows.mts';

/** A label of a column with its value behind it. */
interface Value {
	role: ColumnRole;
	row: number;
	figure: Figure | undefined;
	chars: readonly Char[];
	/** Whether the label is the word of the column and nothing else. */
	isExact: boolean;
	/** What was due or paid for all sales: the amount of no single one of them. */
	isDue: boolean;
}

const dueWord = /[应实付收合总共投退]/u;
/** Rows from the first to the last value of one line at most. */
const mostRows = 9;
/** Rows between two values of one line. */
const mostBetween = 3;

function valuesIn(rows: readonly TableRow[]): Value[] {
	const plain = rows.map(({ row }) => row);
	return rows.flatMap((row) =>
		columnLabels(row.row, row.index).flatMap((label) => {
			const role = label.entry!.field;
			const chars = valueChars(plain, label);
			const figure = role === 'name' ? undefined : firstFigure(chars);
			if (chars.length === 0 || (role !== 'name' && !figure)) return [];
			const isExact = label.text.length === label.entry?.label.length;
			const isDue = dueWord.test(textOf(row.row.chars.slice(0, label.end)));
			return [{ role, row: row.index, figure, chars, isExact, isDue }];
		}),
	);
}

interface Sale {
	name: Value | TableRow | undefined;
	values: Value[];
}

function describeSale(add: Add, { name, values }: Sale, roles: Roles): void {
	add('labelled line');
	add(
		`labelled name ${name === undefined ? 'missing' : 'role' in name ? 'behind its label' : 'above'}`,
	);
	add(
		`labelled ${(['quantity', 'price', 'amount'] as const).filter((role) => roles[role]).join(' ')}`,
	);
	add(`labelled product ${productOf(roles)}`);
	for (const { role, isExact, isDue } of values) {
		if (role === 'amount') add(`labelled amount ${isDue ? 'due' : isExact ? 'exact' : 'other'}`);
	}
}

/** The line of a sale: its values as the figures, the name behind its label or on the row above. */
function lineOf(sale: Sale, rows: readonly TableRow[], weights: Weights): Line {
	const { name, values } = sale;
	const roles: Roles = Object.fromEntries(
		values.flatMap(({ role, figure }) => (figure ? [[role, figure]] : [])),
	);
	const own = [...new Set(values.map(({ row }) => row))].map((row) => rows[row]);
	const nameRow = name && ('role' in name ? rows[name.row] : name);
	const nameChars = name && ('role' in name ? withoutNumber(name.chars) : name.name);
	const names = nameRow && nameChars ? [{ ...nameRow, name: nameChars, lead: undefined }] : [];
	const indexes = [...own, ...(nameRow ? [nameRow] : [])].map(({ index }) => index);
	const describe = (add: Add) => describeSale(add, sale, roles);
	const score = weights.score(describe);
	return {
		from: Math.min(...indexes),
		to: Math.max(...indexes) + 1,
		pattern: 'labelled',
		names,
		rows: own,
		lead: undefined,
		leads: 'none',
		columns: undefined,
		reading: {
			roles,
			order: 'labelled',
			unused: [],
			product: productOf(roles),
			needsSum: false,
			score: 0,
			describe: () => undefined,
		},
		score,
		describe,
	};
}

function withoutNumber(chars: readonly Char[]): readonly Char[] {
	const [found] = numbered.exec(spelling(chars)) ?? [''];
	return chars.slice(found.length);
}

const figureRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'quantity',
	'price',
	'amount',
	'discount',
	'listPrice',
]);

/** The sales whose figures stand behind labels of their own: `油品:95# 单价:8.12元/升 数量:38.42升`. */
export function labelledLines(rows: readonly TableRow[], weights: Weights): Line[] {
	const all = valuesIn(rows);
	return all.flatMap((first, i) => {
		if (
			i > 0 &&
			all[i - 1].row === first.row &&
			all[i - 1].role !== 'name' &&
			figureRoles.has(all[i - 1].role)
		)
			return [];
		if (first.role !== 'name' && !figureRoles.has(first.role)) return [];
		const above = rows[first.row - 1];
		const name = first.role === 'name' ? first : above?.kind === 'N' ? above : undefined;
		const lines: Line[] = [];
		let values: Value[] = [];
		let last = first.row;
		for (const value of all.slice(first.role === 'name' ? i + 1 : i)) {
			if (
				value.row - first.row >= mostRows ||
				value.row - last > mostBetween ||
				value.role === 'name'
			)
				break;
			if (!figureRoles.has(value.role)) continue;
			if (values.some(({ role }) => role === value.role)) {
				if (value.role !== 'amount') break;
				values = values.filter(({ role }) => role !== 'amount');
			}
			values.push(value);
			last = value.row;
			if (values.length > 1) lines.push(lineOf({ name, values: [...values] }, rows, weights));
		}
		return lines;
	});
}
