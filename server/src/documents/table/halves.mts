import { findLabels } from '../find.mts';
import { pageWidth, withChars, type Char, type Row } from '../layout/rows.mts';
import { columnLexicon } from '../lexicon/columns.mts';
import { figureLabels } from './figure-place.mts';
import { columnsOf, type Column } from './header.mts';

/** A table whose columns stand twice side by side, as one: each row's left half above its right half. */
export interface Stacked {
	columns: Column[];
	rows: Row[];
}

/** The heads of a table that stand twice in a row, with how far apart the two halves are. */
function repeatedHead(head: Row): { columns: Column[]; at: number; offset: number } | undefined {
	const columns = columnsOf(head, findLabels(head, 0, columnLexicon));
	const half = columns.length / 2;
	const [left, right] = [columns.slice(0, half), columns.slice(half)];
	const isRepeated =
		half >= 2 &&
		left.length === half &&
		left.some(({ role }) => figureLabels.has(role)) &&
		left.every(({ role }, i) => role === right[i].role);
	if (!isRepeated) return undefined;
	return { columns: left, at: right[0].left, offset: right[0].left - left[0].left };
}

/** The rows of a table with the second half of each below its first; undefined where the head is no twin. */
export function stackedHalves(head: Row, rows: readonly Row[]): Stacked | undefined {
	const twin = repeatedHead(head);
	if (!twin) return undefined;
	// A half takes the whole width: what is known of tables holds for it then.
	const scale = pageWidth / twin.offset;
	const placed = <Piece extends { left: number; right: number }>(piece: Piece, by = 0): Piece => ({
		...piece,
		left: (piece.left - by) * scale,
		right: (piece.right - by) * scale,
	});
	const halves = rows.flatMap((row) => {
		const isLeft = ({ left }: Char) => left < twin.at - row.em;
		const left = row.chars.filter(isLeft).map((char) => placed(char));
		// As wide as the first half: what stands beyond is another column.
		const isRight = ({ left }: Char) => left < twin.at + twin.offset - row.em;
		const right = row.chars
			.filter((char) => !isLeft(char) && isRight(char))
			.map((char, i) => ({ ...placed(char, twin.offset), gap: i === 0 ? 0 : char.gap }));
		return [left, right]
			.filter((chars) => chars.length > 0)
			.map((chars) => ({ ...withChars(row, chars), em: row.em * scale }));
	});
	return { columns: twin.columns.map((column) => placed(column)), rows: halves };
}
