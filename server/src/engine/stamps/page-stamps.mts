import type { Raster } from '../../image/raster.mts';
import type { Point } from '../../page/types.mts';
import { findStamps, isInside, type Stamp } from './find.mts';
import type { Stamps } from './lift.mts';
import { levelsAt, paperOf, type Paper } from './paper.mts';

/** How far beyond the ink that was found a stamp's own reaches, in shares of its distance from the middle. */
const margin = 0.12;
/** A page is printed in a colour where more than this share of it is coloured beyond its stamps, as its labels are. */
const colourShare = 0.0015;
/** How much darker coloured ink is in one channel than in another, at least, as a density. */
const leastTint = 0.3;
/** Every so many columns and rows are looked at. */
const step = 3;

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
	const hulls = found.map(({ hull }) => widened(hull, 1));
	return { stamps, hasColour: hasColourBeyond(hulls, small, paper), paper, scale };
}

/** Whether a picture shows coloured ink beyond some hulls. */
function hasColourBeyond(
	hulls: ReadonlyArray<Stamp['hull']>,
	{ width, height, data }: Raster,
	paper: Paper,
): boolean {
	let seen = 0;
	let coloured = 0;
	for (let y = 0; y < height; y += step) {
		for (let x = 0; x < width; x += step, seen++) {
			const block = levelsAt(paper, x, y);
			const densities = [0, 1, 2].map(
				(channel) =>
					paper.levels[block + channel] -
					Math.log(Math.max(1, data[(y * width + x) * 3 + channel])),
			);
			const tint = Math.max(...densities) - Math.max(0, Math.min(...densities));
			if (tint > leastTint && !hulls.some((hull) => isInside(hull, { x, y }))) coloured++;
		}
	}
	return coloured > colourShare * seen;
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
