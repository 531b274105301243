import type { Raster } from '../../image/raster.mts';
import { leastConfidence } from '../../page/cells.mts';
import type { TurnedRect } from '../../page/geometry.mts';
import type { Quad } from '../../page/types.mts';
import { squaresOf } from '../line-size.mts';
import type { Reading } from '../recognition.mts';
import { certaintyOf, closer, isDoubted } from './doubt.mts';
import { inkInGaps } from './gaps.mts';

/** A line of a page as it was read. */
export interface Line {
	box: TurnedRect;
	/** Where on the page its reading lies. */
	quad: Quad;
	reading: Reading;
	/** A stamp lies over it: it has been read several times. */
	isUnder: boolean;
	/** It lies in a stamp. */
	isIn: boolean;
}

/** What is looked at again is no more than this share of the page's squares of text, or a few where it has hardly any. */
const mostShare = 0.15;
const leastSquares = 12;
/** Places without a box that are looked at. */
const mostPlaces = 24;
/** What stands in such a place, or in a box in which no text was seen at first, is text where it is read as surely as this. */
const leastSure = 0.6;
/** Letters alone are none: so specks and ticks are read, and hardly ever is one missed. */
const worthwhile = /^(?:[xX×*]?\d[\d.,]*|[¥￥]\d*[\d.,]*|\p{Script=Han}[\p{Script=Han}\d]*)$/u;

/**
 * Looks again at the lines that are doubted, more closely, and at ink in the rows that no box holds: of two readings
 * of a line the surer one counts, and the ink is text where it is read surely. The least sure ones are looked at first, as
 * far as the page's share of work goes.
 * @param read reads what stands in quads of the page
 * @param isUnder whether a stamp lies over a quad: its own writing is ink in no box too
 * @returns the lines, and behind them those that are new
 */
export async function lookAgain(
	raster: Raster,
	lines: readonly Line[],
	read: (quads: readonly Quad[]) => Promise<Reading[]>,
	isUnder: (quad: Quad) => boolean,
): Promise<Line[]> {
	const squares = squaresOf(lines.map(({ quad }) => quad));
	const doubted = lines
		.filter(({ isUnder, reading }) => !isUnder && isDoubted(reading.marks))
		.sort((a, b) => certaintyOf(a.reading.marks) - certaintyOf(b.reading.marks));
	const places = inkInGaps(
		raster,
		lines.map(({ box }) => box),
	)
		.filter(({ quad }) => !isUnder(quad))
		.slice(0, mostPlaces);
	const views = [
		...places.map(({ box, quad }) => ({ box, quad, before: undefined })),
		...doubted.map((line) => ({ box: line.box, quad: closer(line.box), before: line })),
	];
	const some = withinSquares(views, Math.max(leastSquares, mostShare * squares));
	if (some.length === 0) return [...lines];
	const readings = await read(some.map(({ quad }) => quad));

	const better = new Map<Line, Line>();
	const found: Line[] = [];
	some.forEach(({ box, quad, before }, i) => {
		const line = { box, quad, reading: readings[i], isUnder: false, isIn: false };
		const certainty = certaintyOf(readings[i].marks);
		if (!before) {
			if (certainty >= leastSure && worthwhile.test(textOf(readings[i]))) found.push(line);
		} else if (certainty > leastFor(before) && isBetter(before.reading, readings[i])) {
			better.set(before, { ...before, quad, reading: readings[i] });
		}
	});
	return [...lines.map((line) => better.get(line) ?? line), ...found];
}

/** How surely a line must be read the second time: what was hardly text may be a speck or a fold. */
function leastFor({ reading: { marks } }: Line): number {
	const certainty = certaintyOf(marks);
	return certainty < leastConfidence ? leastSure : certainty;
}

/**
 * Whether a second reading can be better than the first: no character of it is doubted, and it has as many as the
 * first, if that had some, since more or fewer are made up or lost.
 */
const isBetter = (first: Reading, second: Reading): boolean =>
	!isDoubted(second.marks) &&
	(first.marks.length === 0 || first.marks.length === second.marks.length);

/** The first of some views, as far as so many squares of text go. */
function withinSquares<View extends { quad: Quad }>(views: readonly View[], most: number): View[] {
	let left = most;
	return views.filter(({ quad }) => {
		left -= squaresOf([quad]);
		return left >= 0;
	});
}

const textOf = ({ marks }: Reading) => marks.map(({ char }) => char).join('');
