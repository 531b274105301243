import { placeIn } from '../../page/geometry.mts';
import { median } from '../../page/statistics.mts';
import type { Mark, Quad } from '../../page/types.mts';
import { brightest, ownRows } from '../brightness.mts';
import type { LineSize } from '../line-size.mts';
import { isInside } from './find.mts';
import { bleach, liftedCrop, type Stamps } from './lift.mts';

/** The share of a character's pixels that are its darkest: the middles of its strokes. */
const strokeShare = 0.06;
const leastPixels = 4;
/** Without all that is like a stamp's ink, its own characters are no denser than this share of the line's print. */
const mostLeft = 0.25;
/** A level of a plane, which goes from -1 to 1, in densities: black is not beyond all bounds. */
const black = 1 / 127.5;

/** A crop of a line on a page with stamps, and where it lies. */
export interface StampedCrop {
	/** Its B, G, R, -1 to 1, row by row. */
	planes: Float32Array;
	size: LineSize;
	quad: Quad;
	stamps: Stamps;
}

/** Tells which of a line's marks are in the ink of the stamps over them, not in that of its print. */
export type OwnMarks = (marks: readonly Mark[]) => boolean[];

/**
 * How to tell a stamp's characters within a line of print: each is looked at alone, for how dense its strokes are
 * without all that is like a stamp's ink. Between print it may be print that the stamp hides all but wholly. Where the page
 * itself is printed in colour, a label under a stamp may look the same: there only what stands behind print is told.
 */
export function ownMarksOf({ planes, size, quad, stamps }: StampedCrop): OwnMarks {
	// Print beyond a stamp is seen as if one lay over it too, or tinted print would seem darker there.
	const overall = stamps.stamps.map((stamp) => ({ ...stamp, hull: [...quad] }));
	const bare = liftedCrop(planes, quad, size, { ...stamps, stamps: overall }, bleach);
	const densityOf = densitiesIn(bare, size);
	return (marks) => {
		const isOver = ({ left, right }: Mark) => {
			const place = placeIn(quad, (left + right) / 2 / size.width, 0.5);
			return stamps.stamps.some(({ hull }) => isInside(hull, place));
		};
		const densities = marks.map(densityOf);
		const print = median(densities.toSorted((a, b) => b - a).slice(0, Math.ceil(marks.length / 2)));
		const isDense = densities.map((density) => density >= mostLeft * (print ?? 0));
		const [first, last] = [isDense.indexOf(true), isDense.lastIndexOf(true)];
		const isBeside = (i: number) => i > last || (i < first && !stamps.hasColour);
		return marks.map((mark, i) => isBeside(i) && isOver(mark));
	};
}

/** How dense the strokes of a mark are in green, as a natural logarithm. */
function densitiesIn(planes: Float32Array, { width, height, rowSize }: LineSize) {
	const { top, bottom } = ownRows(height);
	const green = planes.subarray(height * rowSize, 2 * height * rowSize);
	const paper = brightest(green, { top, bottom, width, rowSize });
	return ({ left, right }: Mark): number => {
		const levels = new Float32Array(Math.max(0, right - left) * (bottom - top));
		for (let y = top, at = 0; y < bottom; y++) {
			for (let x = left; x < right; x++) levels[at++] = green[y * rowSize + x];
		}
		const darkest = levels
			.sort()
			.subarray(0, Math.max(leastPixels, Math.round(levels.length * strokeShare)));
		const sum = darkest.reduce(
			(total, level) => total + Math.log((paper + 1 + black) / (level + 1 + black)),
			0,
		);
		return sum / Math.max(1, darkest.length);
	};
}
