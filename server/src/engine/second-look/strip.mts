import type { Raster } from '../../image/raster.mts';
import { distance } from '../../page/geometry.mts';
import type { Quad } from '../../page/types.mts';

/** How dark a stretch of a row of text is, straightened: row by row, 0 (white) to 255. */
export interface Strip {
	width: number;
	height: number;
	darkness: Uint8Array;
}

/** Rows of a strip: the strokes of a character are two of them wide. */
const height = 24;
/** Longer strips are seen less finely. */
const mostColumns = 2000;

/**
 * Samples a strip: a place is as dark as its darkest channel, whatever ink is printed with.
 * @param quad inside or outside of the picture, whose edge continues
 */
export function stripOf(raster: Raster, [topLeft, topRight, bottomRight, bottomLeft]: Quad): Strip {
	const ratio = distance(topLeft, topRight) / distance(topLeft, bottomLeft);
	const width = Math.min(mostColumns, Math.max(1, Math.round(height * ratio)));
	const darkness = new Uint8Array(width * height);
	const { data } = raster;
	const within = (value: number, size: number) =>
		Math.min(size - 1, Math.max(0, Math.floor(value)));
	for (let row = 0, at = 0; row < height; row++) {
		const v = (row + 0.5) / height;
		const startX = topLeft.x + (bottomLeft.x - topLeft.x) * v;
		const startY = topLeft.y + (bottomLeft.y - topLeft.y) * v;
		const stepX = (topRight.x + (bottomRight.x - topRight.x) * v - startX) / width;
		const stepY = (topRight.y + (bottomRight.y - topRight.y) * v - startY) / width;
		for (let column = 0; column < width; column++, at++) {
			const x = within(startX + stepX * (column + 0.5), raster.width);
			const y = within(startY + stepY * (column + 0.5), raster.height);
			const pixel = (y * raster.width + x) * 3;
			darkness[at] = 255 - Math.min(data[pixel], data[pixel + 1], data[pixel + 2]);
		}
	}
	return { width, height, darkness };
}

/** By how much the darkest of a strip is darker than its paper. */
export function contrastOf({ darkness }: Strip): number {
	const sorted = darkness.toSorted();
	const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];
	return at(0.97) - at(0.2);
}
