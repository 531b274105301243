import type { Raster } from '../../image/raster.mts';
import { corners, sliceQuad, type TurnedRect } from '../../page/geometry.mts';
import type { Quad } from '../../page/types.mts';
import { gapsBetween, offset } from './rows.mts';
import { contrastOf, stripOf, type Strip } from './strip.mts';

/** Ink is at least so much darker than paper, beside the print of the row, and in grey levels. */
const inkShare = 0.45;
const leastInk = 22;
/** Columns with ink that stand nearer than this, in heights of the strip, belong together. */
const together = 0.3;
/** How high and wide ink may be that is a character or a few, in heights of the strip. */
const leastHigh = 0.33;
const mostHigh = 0.85;
const mostWide = 3;
/** Columns of ink nearer than this are of one piece, in columns. */
const touching = 2;
/** How far the middle of its height may lie from that of the row, in heights of the strip. */
const mostOff = 0.17;
/** Ink nearer to the ends of its gap than this, in heights, is that of the boxes beside it. */
const room = 0.2;
/** What is read about it, in heights, to either side. */
const margin = 0.35;

/** A stretch of columns with ink, and the rows that it takes. */
interface Run {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A place without a box that may hold text, and the box beside it. */
export interface Place {
	box: TurnedRect;
	quad: Quad;
}

/** Places in the rows of a page's text that have ink like a character's, but no box. */
export function inkInGaps(raster: Raster, boxes: readonly TurnedRect[]): Place[] {
	return gapsBetween(boxes).flatMap(({ quad, beside }) => {
		const strip = stripOf(raster, quad);
		const threshold = Math.max(leastInk, inkShare * contrastOf(stripOf(raster, corners(beside))));
		if (contrastBeyond(strip) < threshold) return [];
		return runsOf(strip, threshold)
			.filter((run) => isLikeText(run, strip))
			.map(({ left, right }) => {
				const { width, height } = strip;
				const from = Math.max(0, left - margin * height);
				const to = Math.min(width, right + margin * height);
				return { box: beside, quad: sliceQuad(quad, from / width, to / width) };
			})
			.filter((place) => !boxes.some((box) => overlaps(box, place.quad)));
	});
}

/** Whether a box reaches to the middle of a place: larger and smaller print is no neighbour in a row. */
function overlaps(box: TurnedRect, [topLeft, , bottomRight]: Quad): boolean {
	const middle = { x: (topLeft.x + bottomRight.x) / 2, y: (topLeft.y + bottomRight.y) / 2 };
	const { along, across } = offset(box, middle);
	return Math.abs(along) < box.width / 2 && Math.abs(across) < box.height / 2;
}

function isLikeText({ left, right, top, bottom }: Run, { width, height }: Strip): boolean {
	const high = (bottom - top) / height;
	return (
		high >= leastHigh &&
		high <= mostHigh &&
		Math.abs(top + bottom - height) <= 2 * mostOff * height &&
		right - left <= mostWide * height &&
		left >= room * height &&
		right <= width - room * height
	);
}

/** How much the darkest place of a strip is darker than its lightest. */
function contrastBeyond({ darkness }: Strip): number {
	let [least, most] = [255, 0];
	for (const value of darkness) {
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return most - least;
}

/**
 * Stretches of columns with ink; paper is what is lightest in a column, so that shadows are none. Ink that goes on
 * above or below is a rule or a figure, and so is what hangs together with it.
 */
function runsOf({ width, height, darkness }: Strip, threshold: number): Run[] {
	const runs: Run[] = [];
	let open: Run | undefined;
	let ruled = -Infinity;
	for (let x = 0; x < width; x++) {
		let paper = 255;
		for (let y = 0; y < height; y++) paper = Math.min(paper, darkness[y * width + x]);
		let [top, bottom] = [height, 0];
		for (let y = 0; y < height; y++) {
			if (darkness[y * width + x] - paper <= threshold) continue;
			top = Math.min(top, y);
			bottom = y + 1;
		}
		if (bottom === 0) continue;
		if (top === 0 || bottom === height) {
			if (open && x - open.right < touching) runs.pop();
			open = undefined;
			ruled = x;
		} else if (open && x - open.right <= together * height) {
			open.right = x + 1;
			open.top = Math.min(open.top, top);
			open.bottom = Math.max(open.bottom, bottom);
		} else if (x - ruled > touching) {
			open = { left: x, right: x + 1, top, bottom };
			runs.push(open);
		} else ruled = x;
	}
	return runs;
}
