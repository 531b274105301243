import { turnedBy } from '../../page/turned.mts';
import type { Page } from '../../page/types.mts';
import type { PdfGlyph } from './glyphs.mts';

const quarter = Math.PI / 2;
/** Text that runs in another direction than its page is a seal's or a watermark's, in radians. */
const reach = 0.04;

interface Size {
	width: number;
	height: number;
}

/** How a quarter turn count moves a point of a page of some size. */
type Turn = (x: number, y: number, size: Size) => [x: number, y: number];
const turns: readonly Turn[] = [
	(x, y) => [x, y],
	(x, y, { width }) => [y, width - x],
	(x, y, { width, height }) => [width - x, height - y],
	(x, y, { height }) => [height - y, x],
];

/**
 * Turns a page so that most of its text runs to the right, and leaves out text that does not: round seals,
 * watermarks.
 */
export function turnUpright(
	glyphs: readonly PdfGlyph[],
	size: Size,
): Size & Pick<Page, 'turned'> & { glyphs: PdfGlyph[] } {
	const quarters = glyphs.map(({ angle }) => Math.round(angle / quarter) & 3);
	const counts = [0, 1, 2, 3].map((n) => quarters.filter((q) => q === n).length);
	const main = counts.indexOf(Math.max(...counts));
	const isAlong = glyphs.map(({ angle }, i) => {
		const off = angle - Math.round(angle / quarter) * quarter;
		return quarters[i] === main && Math.abs(off) < reach;
	});
	// At its top, the writing of a seal runs like the page's.
	const isSeal = (i: number) => isAlong[i - 1] === false && isAlong[i + 1] === false;
	const kept = glyphs.filter((_, i) => isAlong[i] && !isSeal(i));
	const turn = turns[main];
	const swapped = main % 2 === 1;
	return {
		width: swapped ? size.height : size.width,
		height: swapped ? size.width : size.height,
		// Text that runs downwards, a quarter clockwise, is turned back by a quarter.
		...turnedBy((360 - 90 * main) % 360),
		glyphs: kept.map((glyph) => {
			const [x, y] = turn(glyph.x, glyph.y, size);
			const [x1, y1] = turn(glyph.ink[0], glyph.ink[1], size);
			const [x2, y2] = turn(glyph.ink[2], glyph.ink[3], size);
			const ink = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const;
			return { ...glyph, x, y, ink, angle: 0 };
		}),
	};
}
