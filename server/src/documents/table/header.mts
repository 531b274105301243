import { findLabels, wordsOf } from '../find.mts';
import type { Label } from '../label-scan.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';
import { lookUp } from '../lexicon/labels.mts';
import { columnGap, wordGap } from '../layout/gap-widths.mts';

/** A column of a table as its head shows it, in the coordinates of the rows. */
export interface Column {
	role: ColumnRole;
	left: number;
	right: number;
	/** Whether nothing is known of its head. */
	isUnknown?: boolean;
	/** Whether it holds list prices, of which something can be taken off in the row. */
	isList?: boolean;
}

/** The columns whose heads are labels of a row; a label that nobody knows is the head of none. */
export const columnsOf = ({ chars }: Row, labels: ReadonlyArray<Label<ColumnRole>>): Column[] =>
	labels.flatMap(({ entry, start, end }) =>
		entry ? [{ role: entry.field, left: chars[start].left, right: chars[end - 1].right }] : [],
	);

/** Columns of figures: a row without one of them is no head. */
const figureRoles: ReadonlySet<ColumnRole> = new Set(['quantity', 'price', 'amount']);
/** What share of a row's letters its column words must make up. */
const headShare = 0.6;
/** The same where two columns of figures, be they of tax, are among them. */
const figureHeadShare = 0.45;
const taxRoles: ReadonlySet<ColumnRole> = new Set(['taxRate', 'taxAmount']);
const isLetter = ({ char }: Char): boolean => /\p{L}/u.test(char);

/** A sign read with less confidence than this can be a speck, or one of a stamp. */
const doubtful = 0.95;

/** The role of a head to which a sign is glued that was read with doubt: 月单价. */
function knownRole(cell: readonly Char[]): Pick<Column, 'role'> | undefined {
	const rest = [cell.slice(1), cell.slice(0, -1)].filter(
		(chars, i) => chars.length > 1 && cell[i === 0 ? 0 : cell.length - 1].confidence < doubtful,
	);
	const [entry] = rest.flatMap((chars) => lookUp(columnLexicon, textOf(chars)) ?? []);
	return entry && { role: entry.field };
}

/** The heads that the lexicon does not know: the first of all is that of the names. */
function unknownColumns(row: Row, known: ReadonlyArray<Label<ColumnRole>>): Column[] {
	const told = new Set(
		known.flatMap(({ start, valueFrom, end }) => row.chars.slice(start, Math.max(valueFrom, end))),
	);
	const cells = wordsOf(row.chars, wordGap).filter((cell) => cell.every((char) => !told.has(char)));
	const hasName = known.some(({ entry }) => entry?.field === 'name');
	return cells
		.filter((cell) => cell.some(isLetter))
		.map((cell) => ({
			...(knownRole(cell) ?? {
				role: !hasName && cell[0] === row.chars[0] ? 'name' : 'extra',
				isUnknown: true,
			}),
			left: cell[0].left,
			right: cell[cell.length - 1].right,
		}));
}

/** The heads of a column of nothing but counts. */
const plainCount = /^(?:数量|QTY|QUANTITY)/iu;

const headText = ({ chars }: Row, { left, right }: Column): string =>
	textOf(chars.filter((char) => char.left >= left && char.right <= right));

/** Heads in two languages side by side (`数量 Qty`) or with a stroke between them (`品名/编码`) as one. */
function joinedHeads(row: Row, labels: ReadonlyArray<Label<ColumnRole>>): Column[] {
	const columns: Column[] = [];
	for (const { entry, start, end } of labels) {
		if (!entry) continue;
		const last = columns[columns.length - 1];
		const right = row.chars[end - 1].right;
		const isJoined = row.chars[start].gap === 0 && row.chars[start - 1]?.char === '/';
		if (last?.role === 'name' && entry.field === 'name' && row.chars[start].gap > columnGap) {
			columns.push({ role: 'extra', left: row.chars[start].left, right });
		} else if (last && (isJoined || last.role === entry.field)) {
			last.right = right;
			if (entry.field === 'name') last.role = 'name';
		} else columns.push({ role: entry.field, left: row.chars[start].left, right });
	}
	// A duration or a weight beside the count of the goods is not what their price is for.
	const counts = columns.filter(({ role }) => role === 'quantity');
	const lastCount = counts.at(-1);
	if (lastCount && plainCount.test(headText(row, lastCount))) {
		for (const other of counts.slice(0, -1)) other.role = 'extra';
	}
	// Where list prices are the only ones, the last of them is the price.
	const lastListPrice = columns.findLast(({ role }) => role === 'listPrice');
	if (lastListPrice && !columns.some(({ role }) => role === 'price')) {
		lastListPrice.role = 'price';
		lastListPrice.isList = true;
	}
	return columns;
}

/** Heads that the lexicon does not know are no longer than this. */
const longestHead = 8;
/** How many rows below a head show whether figures stand in its columns. */
export const proofRows = 4;
/** How far out of line with their head figures may stand, in the units of the rows. */
const proofReach = 60;

/** Whether short words in three columns or more have figures below them where figures are to stand. */
function isProved(row: Row, columns: readonly Column[], below: readonly Row[]): boolean {
	const cells = wordsOf(row.chars, wordGap);
	if (cells.length < 3 || cells.some((cell) => cell.filter(isLetter).length > longestHead))
		return false;
	const figures = columns.filter(({ role }) => figureRoles.has(role));
	return below.slice(0, proofRows).some(({ chars }) => {
		const words = wordsOf(chars).filter((word) => /^[-¥]*\d[\d.,]*\D?$/u.test(textOf(word)));
		return figures.every((column) =>
			words.some(
				(word) =>
					misalignment({ left: word[0].left, right: word[word.length - 1].right }, column) <
					proofReach,
			),
		);
	});
}

/** So many different columns make a row a head although a speck in it was read as a digit. */
const sureHead = 5;

const strayDigits = (known: readonly Column[]): number =>
	new Set(known.map(({ role }) => role)).size >= sureHead ? 1 : 0;

/**
 * The columns that a row is the head of; undefined when it is none.
 * @param below the rows below it, which prove a head of words that are mostly unknown
 */
export function headerColumns(
	row: Row,
	index: number,
	below: readonly Row[] = [],
): Column[] | undefined {
	const labels = findLabels(row, index, columnLexicon).filter(({ entry }) => entry);
	const known = joinedHeads(row, labels);
	const columns: Column[] = [];
	for (const column of [...known, ...unknownColumns(row, labels)]) {
		const isTaken = columns.some(({ role }) => role === column.role);
		if (!isTaken || column.isUnknown || column.role === 'extra') columns.push(column);
	}
	const covered = labels.reduce((sum, { start, end, valueFrom }) => {
		return sum + row.chars.slice(start, Math.max(end, valueFrom)).filter(isLetter).length;
	}, 0);
	const figureColumns = columns.filter(({ role }) => figureRoles.has(role)).length;
	const taxColumns = columns.filter(({ role }) => taxRoles.has(role)).length;
	const share = figureColumns + taxColumns >= 2 ? figureHeadShare : headShare;
	const isHead =
		new Set(known.map(({ role }) => role)).size >= 2 &&
		figureColumns > 0 &&
		(covered >= row.chars.filter(isLetter).length * share || isProved(row, columns, below)) &&
		(row.text.replace(/\([^)]*\)/gu, '').match(/\d/gu) ?? []).length <= strayDigits(known) &&
		!row.text.includes(':');
	return isHead ? columns.sort((a, b) => a.left - b.left) : undefined;
}

/** How far a piece of a row is out of line with a column: by its left side, middle or right side. */
export function misalignment(
	piece: { left: number; right: number },
	column: { left: number; right: number },
): number {
	return Math.min(
		Math.abs(piece.left - column.left),
		Math.abs(piece.right - column.right),
		Math.abs(piece.left + piece.right - column.left - column.right) / 2,
	);
}
