import { corners, type TurnedRect } from '../../page/geometry.mts';
import type { Point, Quad } from '../../page/types.mts';

/** A stretch of a row of text in which no box lies, beside a box. */
export interface Gap {
	quad: Quad;
	/** The box beside it: its text shows how dark print is here. */
	beside: TurnedRect;
}

/** Boxes are of one row where one's middle lies no further from the other's line, in heights of the lower one. */
const mostOff = 0.4;
/** How much higher one of two boxes of a row may be. */
const mostHigher = 1.6;
/** Shorter gaps, in heights of their box, hold no character with room around it. */
const leastLength = 1;
/** Longer boxes by their height stand upright: they are no text in a row. */
const leastWide = 0.4;

/** Where a place lies along and across the direction of a box, from its middle. */
export function offset(from: TurnedRect, to: Point) {
	const [cos, sin] = [Math.cos(from.angle), Math.sin(from.angle)];
	const [dx, dy] = [to.x - from.center.x, to.y - from.center.y];
	return { along: dx * cos + dy * sin, across: dy * cos - dx * sin };
}

/** The gaps between the boxes in the rows of a page's text: beyond them lie edges of the paper and holes in it. */
export function gapsBetween(boxes: readonly TurnedRect[]): Gap[] {
	const lying = boxes.filter(({ width, height }) => width > leastWide * height);
	return lying.flatMap((box) => {
		const next = nextTo(box, lying);
		if (!next) return [];
		const [, topRight, bottomRight] = corners(box);
		const [topLeft, , , bottomLeft] = corners(next);
		const isWide = topLeft.x - topRight.x >= leastLength * box.height;
		return isWide ? { quad: [topRight, topLeft, bottomLeft, bottomRight], beside: box } : [];
	});
}

/** The next box to the right in a box's row. */
function nextTo(box: TurnedRect, boxes: readonly TurnedRect[]): TurnedRect | undefined {
	let best: TurnedRect | undefined;
	let least = Infinity;
	for (const other of boxes) {
		const [low, high] = [Math.min(box.height, other.height), Math.max(box.height, other.height)];
		if (other === box || high > mostHigher * low) continue;
		const { along, across } = offset(box, other.center);
		if (Math.abs(across) > mostOff * low || along <= 0 || along >= least) continue;
		[best, least] = [other, along];
	}
	return best;
}
