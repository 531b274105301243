import { sliceQuad } from '../../src/page/geometry.mts';
import { mean } from '../../src/page/statistics.mts';
import type { Page, Point } from '../../src/page/types.mts';
import type { Piece } from './sheets.mts';

/** What was read where a text stands. */
export interface Found {
	piece: Piece;
	/** '' where nothing was. */
	read: string;
}

const folded = (text: string) =>
	text.normalize('NFKC').replace(/\s/gu, '').replaceAll('×', 'x').replaceAll('X', 'x');

/** Whether a text was read as it is printed, blanks and the width of its signs aside. */
export const isRight = ({ piece, read }: Found): boolean => folded(read) === folded(piece.text);

/** A text's glyphs lie no further beyond it than this, in heights of it. */
const beyond = 0.6;

/** What a page shows in the place of each piece of a sheet, and what it shows elsewhere. */
export function compare(
	pieces: readonly Piece[],
	page: Page,
	toSheet: (place: Point) => Point,
): { found: Found[]; elsewhere: string } {
	const glyphs = page.boxes.flatMap(({ quad, glyphs }) =>
		glyphs.map(({ char, from, to }) => {
			const corners = sliceQuad(quad, from, to).map(toSheet);
			return { char, x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
		}),
	);
	const taken = new Set<(typeof glyphs)[number]>();
	const found = pieces.map((piece) => {
		const { left, top, width, height } = piece;
		const own = glyphs
			.filter(
				({ x, y }) =>
					x > left - beyond * height &&
					x < left + width + beyond * height &&
					Math.abs(y - top - height / 2) < beyond * height,
			)
			.sort((a, b) => a.x - b.x);
		for (const glyph of own) taken.add(glyph);
		return { piece, read: own.map(({ char }) => char).join('') };
	});
	const others = glyphs.filter((glyph) => !taken.has(glyph));
	return { found, elsewhere: others.map(({ char }) => char).join('') };
}
