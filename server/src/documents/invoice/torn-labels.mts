import { wordsOf } from '../find.mts';
import { wordGap } from '../layout/gap-widths.mts';
import { withChars, spelling, type Char, type Row } from '../layout/rows.mts';
import { invoiceLexicon } from '../lexicon/invoice-labels.mts';
import { lookUp } from '../lexicon/labels.mts';

/** A label in the narrow cell of a form is printed on so many rows at most. */
const mostRows = 3;
/** How far out of line, in full-width characters, its rows begin. */
const reach = 1.2;
/** How far apart, in heights of a row, they lie. */
const rowReach = 2.2;

const labelForm = /^[\p{Script=Han}/]{2,}$/u;

const isKnown = (text: string): boolean => lookUp(invoiceLexicon, text) !== undefined;

interface Cell {
	row: number;
	at: number;
	chars: Char[];
}

/** A label on rows below one another: the pieces of it. */
function tornLabel(
	rows: readonly Row[],
	cells: readonly Cell[][],
	first: Cell,
): Cell[] | undefined {
	if (!labelForm.test(spelling(first.chars))) return undefined;
	const pieces = [first];
	for (let row = first.row + 1; row < Math.min(rows.length, first.row + mostRows); row++) {
		const isNear = rows[row].y - rows[row - 1].y < rowReach * rows[row].height;
		const piece = cells[row].find(
			({ chars }) => Math.abs(chars[0].left - first.chars[0].left) < reach * rows[row].em,
		);
		if (!piece || !isNear || !labelForm.test(spelling(piece.chars))) return undefined;
		pieces.push(piece);
		if (isKnown(pieces.map(({ chars }) => spelling(chars)).join(''))) return pieces;
	}
	return undefined;
}

/**
 * Rows on which the labels are whole that the narrow cells of a form break: 增值税税率 over 或征收率, with the value
 * beside either. A label and its value stand on the row where the label begins.
 */
export function withWholeLabels(rows: readonly Row[]): Row[] {
	const cells = rows.map(({ chars }, row) =>
		wordsOf(chars, wordGap).map((word, at): Cell => ({ row, at, chars: word })),
	);
	const pieces = new Set<Cell>();
	const torn = cells.flat().flatMap((cell): Cell[][] => {
		const found = pieces.has(cell) ? undefined : tornLabel(rows, cells, cell);
		found?.forEach((piece) => pieces.add(piece));
		return found ? [found] : [];
	});
	const valueOf = ({ row, at }: Cell): Cell[] => {
		const behind = cells[row].slice(at + 1);
		const end = behind.findIndex((cell) => pieces.has(cell) || isKnown(spelling(cell.chars)));
		return end < 0 ? behind : behind.slice(0, end);
	};
	const gone = new Set<Cell>();
	const follows = new Map<Cell, Char[]>();
	for (const [first, ...rest] of torn) {
		const values = rest.flatMap(valueOf);
		// Two values: each piece is a label of its own.
		if (values.length > 0 && valueOf(first).length > 0) continue;
		for (const cell of [...rest, ...values]) gone.add(cell);
		const label = rest.flatMap(({ chars: [sign, ...others] }) => [{ ...sign, gap: 0 }, ...others]);
		follows.set(first, [...label, ...values.flatMap(({ chars }) => chars)]);
	}
	if (gone.size === 0) return [...rows];
	return rows
		.map((row, i) => {
			const kept = cells[i].filter((cell) => !gone.has(cell));
			return withChars(
				row,
				kept.flatMap((cell) => [...cell.chars, ...(follows.get(cell) ?? [])]),
			);
		})
		.filter(({ chars }) => chars.length > 0);
}
