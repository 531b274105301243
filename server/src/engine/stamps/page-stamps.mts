import { sharpOf } from '../../image/decode.mts';
import type { Raster } from '../../image/raster.mts';
import type { Point } from '../../page/types.mts';
import { firstScale, mapSize } from '../detection-scale.mts';
import { findStamps } from './find.mts';
import type { Stamps } from './lift.mts';
import { paperOf } from './paper.mts';

/** How far beyond the ink that was found a stamp's own reaches, in shares of its distance from the middle. */
const margin = 0.12;

/** The stamps of a page; undefined where it has none. */
export async function stampsOf(raster: Raster): Promise<Stamps | undefined> {
	const { width, height } = mapSize(raster, firstScale(raster));
	const data = await sharpOf(raster).resize(width, height, { fit: 'fill' }).raw().toBuffer();
	const small = { width, height, data };
	const paper = paperOf(small);
	const found = findStamps(small, paper);
	if (found.length === 0) return undefined;
	const scale = width / raster.width;
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
