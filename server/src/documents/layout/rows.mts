import { assertWithin } from '../../page/bounds.mts';
import type { Page } from '../../page/types.mts';
import { chainRows } from './chain.mts';
import { charsOf, type Char } from './chars.mts';
import { fitEdge } from './edges.mts';
import { levelLines, type Baseline } from './lines.mts';
import { slopeField } from './slope.mts';
import { withClosedPoints } from './wide-points.mts';
import { withYuanSigns } from './yuan-sign.mts';

export type { Char } from './chars.mts';

/** A printed row: its characters from left to right in coordinates that all rows of the page share. */
export interface Row {
	chars: Char[];
	/** The characters with a blank at each gap. */
	text: string;
	/** 0 is the left side of the printed area, 1000 the right side, whatever the perspective. */
	left: number;
	right: number;
	/** The middle of the row, down the levelled page, in pixels. */
	y: number;
	/** Of the tallest box, in pixels. */
	height: number;
	/** The width of one full-width character, in the units of left and right. */
	em: number;
}

/** The width of the printed area in the coordinates of a Row. */
export const pageWidth = 1000;

/** The text of characters, with a blank at each gap. */
export function textOf(chars: readonly Char[]): string {
	return chars.map(({ char, gap }, i) => (i > 0 && gap > 0 ? ' ' : '') + char).join('');
}

/** The text of characters, without the gaps between them. */
export const spelling = (chars: ReadonlyArray<{ char: string }>): string =>
	chars.map(({ char }) => char).join('');

/** A row with other characters, at the same place. */
export function withChars(row: Row, chars: Char[]): Row {
	return {
		...row,
		chars,
		text: textOf(chars),
		left: chars[0]?.left ?? row.left,
		right: chars[chars.length - 1]?.right ?? row.right,
	};
}

const middleOf = (line: Baseline): number => (line.leftY + line.rightY) / 2;

/** The rows of a page, from top to bottom. Throws PictureError where it has more text than a document. */
export function rowsOf(page: Page): Row[] {
	assertWithin('pieces of text', page.boxes.length);
	assertWithin(
		'characters',
		page.boxes.reduce((sum, { glyphs }) => sum + glyphs.length, 0),
	);
	const lines = levelLines(page);
	if (lines.length === 0) return [];
	const field = slopeField(lines);
	const center = lines.reduce((sum, { left, right }) => sum + left + right, 0) / (2 * lines.length);
	const heightAt = ({ left, right, leftY, rightY }: Baseline) => {
		const x = (left + right) / 2;
		const y = (leftY + rightY) / 2;
		return y + field.at((x + center) / 2, y) * (center - x);
	};

	const chained = chainRows(lines, field)
		.map((row) => ({ row, y: row.reduce((sum, line) => sum + heightAt(line), 0) / row.length }))
		.sort((a, b) => a.y - b.y);
	const width =
		Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
	const leftEdge = fitEdge(
		chained.map(({ row }) => ({ x: row[0].left, y: middleOf(row[0]) })),
		-1,
		width,
	);
	const rightEdge = fitEdge(
		chained.map(({ row }) => ({ x: row[row.length - 1].right, y: middleOf(row[row.length - 1]) })),
		1,
		width,
		leftEdge,
	);

	return chained.map(({ row, y }) => {
		const left = leftEdge.at(y);
		const scale = pageWidth / Math.max(1, rightEdge.at(y) - left);
		return toRow(row, y, (x) => (x - left) * scale, scale);
	});
}

function toRow(row: Baseline[], y: number, place: (x: number) => number, scale: number): Row {
	const { chars: read, em } = charsOf(row, place, scale);
	assertWithin('characters in one line', read.length);
	const chars = withClosedPoints(withYuanSigns(read));
	return {
		chars,
		text: textOf(chars),
		left: chars[0].left,
		right: chars[chars.length - 1].right,
		y,
		height: Math.max(...row.map(({ height }) => height)),
		em,
	};
}
