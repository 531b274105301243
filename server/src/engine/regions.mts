import { convexHull } from '../page/geometry.mts';
import type { Point } from '../page/types.mts';

/** Probability per pixel that it is text, as the detection model gives it. */
export interface TextMap {
	width: number;
	height: number;
	values: Float32Array;
}

/** A connected piece of text in a TextMap. */
export interface Region {
	/** Mean probability of its pixels. */
	score: number;
	/** Convex hull of its pixels (their outer corners), in pixels of the map. */
	hull: Point[];
}

/** All 8-connected regions of pixels above `threshold`. */
export function findRegions({ width, height, values }: TextMap, threshold: number): Region[] {
	const seen = new Uint8Array(width * height);
	const stack: number[] = [];
	const regions: Region[] = [];

	for (let start = 0; start < values.length; start++) {
		if (seen[start] || values[start] <= threshold) continue;
		seen[start] = 1;
		stack.push(start);
		let sum = 0;
		let count = 0;
		const rows = new Map<number, [left: number, right: number]>();

		for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
			const x = pixel % width;
			const y = (pixel - x) / width;
			sum += values[pixel];
			count++;
			const row = rows.get(y);
			if (!row) rows.set(y, [x, x]);
			else if (x < row[0]) row[0] = x;
			else if (x > row[1]) row[1] = x;

			for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
				for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
					const next = ny * width + nx;
					if (seen[next] || values[next] <= threshold) continue;
					seen[next] = 1;
					stack.push(next);
				}
			}
		}
		regions.push({ score: sum / count, hull: hullOfRows(rows) });
	}
	return regions;
}

function hullOfRows(rows: Map<number, [left: number, right: number]>): Point[] {
	const outline: Point[] = [];
	for (const [y, [left, right]] of rows) {
		outline.push(
			{ x: left, y },
			{ x: right + 1, y },
			{ x: left, y: y + 1 },
			{ x: right + 1, y: y + 1 },
		);
	}
	return convexHull(outline);
}
