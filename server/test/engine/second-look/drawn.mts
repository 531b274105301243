import type { Raster } from '../../../src/image/raster.mts';
import type { TurnedRect } from '../../../src/page/geometry.mts';

const paper = 240;
const width = 600;
const height = 200;

/** Ink in a rectangle of a page. */
export interface Patch {
	left: number;
	top: number;
	width: number;
	height: number;
	level?: number;
}

/** A page with patches of ink. */
export function pageWith(...patches: Patch[]): Raster {
	const data = new Uint8Array(3 * width * height).fill(paper);
	for (const { left, top, width: w, height: h, level = 40 } of patches) {
		for (let y = top; y < top + h; y++) {
			data.fill(level, 3 * (y * width + left), 3 * (y * width + left + w));
		}
	}
	return { width, height, data };
}

/** A box of text with its middle at a place. */
export const boxAt = (x: number, y: number, w = 100, h = 30): TurnedRect => ({
	center: { x, y },
	width: w,
	height: h,
	angle: 0,
});

/** The print in a box: bars as high as digits. */
export const printIn = ({ center, width: w }: TurnedRect): Patch[] =>
	Array.from({ length: Math.floor(w / 12) }, (_, i) => ({
		left: Math.round(center.x - w / 2) + 4 + 12 * i,
		top: center.y - 8,
		width: 4,
		height: 16,
	}));
