import { areaOf } from '../page/geometry.mts';
import type { Area, Page, Point } from '../page/types.mts';

/** Where a value stands in the file as it was sent. */
export interface Location {
	/** Counts from 1. */
	page: number;
	/** In thousandths of the page's width and height: left, top, right, bottom. */
	box: [left: number, top: number, right: number, bottom: number];
}

/** From shares of the upright page's sides to those of the page as it was sent, by how it was turned clockwise. */
const turnedBack: Readonly<Record<NonNullable<Page['turned']> | 0, (point: Point) => Point>> = {
	0: (point) => point,
	90: ({ x, y }) => ({ x: y, y: 1 - x }),
	180: ({ x, y }) => ({ x: 1 - x, y: 1 - y }),
	270: ({ x, y }) => ({ x: 1 - y, y: x }),
};

const thousandths = (share: number, round: (value: number) => number): number =>
	Math.min(1000, Math.max(0, round(1000 * share)));

/** The place that some areas of a page take up together; null of none. */
export function locationOf(page: Page, areas: readonly Area[]): Location | null {
	if (areas.length === 0) return null;
	const corners = areas.flatMap(({ left, top, right, bottom }) => [
		{ x: left / page.width, y: top / page.height },
		{ x: right / page.width, y: bottom / page.height },
	]);
	const { left, top, right, bottom } = areaOf(corners.map(turnedBack[page.turned ?? 0]));
	return {
		page: page.number ?? 1,
		box: [
			thousandths(left, Math.floor),
			thousandths(top, Math.floor),
			thousandths(right, Math.ceil),
			thousandths(bottom, Math.ceil),
		],
	};
}
