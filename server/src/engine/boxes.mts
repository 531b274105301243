import { assertWithin } from '../page/bounds.mts';
import type { DetectionThresholds } from './families.mts';
import { minimumAreaRect, rectAtAngle, unclip, type TurnedRect } from '../page/geometry.mts';
import { findRegions, type TextMap } from './regions.mts';
import { median } from '../page/statistics.mts';

/** Thinner regions (in pixels of the text map) are noise. */
const minimumSide = 3;
/** The rectangle of a region shorter than this (longer side by shorter) says little about its angle. */
const elongated = 2.5;

/**
 * The rectangles around the pieces of text that a text map shows, in pixels of a page of the given size. Throws
 * PictureError where there are more than a document has: each would be read.
 */
export function findBoxes(
	map: TextMap,
	page: { width: number; height: number },
	{ pixel, region, unclip: ratio }: DetectionThresholds,
): TurnedRect[] {
	const scaleX = page.width / map.width;
	const scaleY = page.height / map.height;
	const hulls = findRegions(map, pixel)
		.filter(({ score }) => score >= region)
		.map(({ hull }) => hull.map(({ x, y }) => ({ x: x * scaleX, y: y * scaleY })));

	const rects = hulls.map(minimumAreaRect);
	const tilt = median(rects.filter(isElongated).map(({ angle }) => angle)) ?? 0;
	const boxes = rects
		.map((rect, i) => (isElongated(rect) ? rect : rectAtAngle(hulls[i], tilt)))
		.filter(
			({ width, height }) => Math.min(width, height) >= minimumSide * Math.min(scaleX, scaleY),
		)
		.map((rect) => unclip(rect, ratio));
	assertWithin('pieces of text', boxes.length);
	return boxes;
}

const isElongated = ({ width, height }: TurnedRect) =>
	Math.max(width, height) >= elongated * Math.min(width, height);

/** Whether most of the text runs from top to bottom: the page lies on its side. */
export function liesOnItsSide(boxes: readonly TurnedRect[]): boolean {
	const long = boxes.filter(isElongated);
	return long.filter(({ width, height }) => height > width).length > long.length / 2;
}

/** The same boxes after the page was turned by 180 degrees. */
export function turnHalf(
	boxes: readonly TurnedRect[],
	page: { width: number; height: number },
): TurnedRect[] {
	return boxes.map((box) => ({
		...box,
		center: { x: page.width - box.center.x, y: page.height - box.center.y },
	}));
}
