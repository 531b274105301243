import type { Raster } from '../../image/raster.mts';
import type { Point } from '../../page/types.mts';
import { findStamps } from './find.mts';
import type { Stamps } from './lift.mts';
import { paperOf } from './paper.mts';

/** How far beyond the ink that was found a stamp's own reaches, in shares of its distance from the middle. */
const margin = 0.12;

/**
 * The stamps of a page; undefined where it has none.
 * @param small the page, shrunk: it is gone through pixel by pixel
 */
export function stampsOf(page: { width: number }, small: Raster): Stamps | undefined {
	const paper = paperOf(small);
	const found = findStamps(small, paper);
	if (found.length === 0) return undefined;
	const scale = small.width / page.width;
	const stamps = found.map((stamp) => ({ ...stamp, hull: widened(stamp.hull, 1 / scale) }));
	return { stamps, paper, scale };
}

/** A hull in pixels of the page, with a margin. */
function widened(hull: readonly Point[], scale: number): Point[] {
	const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
	const x = middle(hull.map((point) => point.x));
	const y = middle(hull.map((point) => point.y));
	return hull.map((point) => ({
		x: (x + (point.x - x) * (1 + margin)) * scale,
		y: (y + (point.y - y) * (1 + margin)) * scale,
	}));
}
