import type { Raster } from '../image/raster.mts';
import type { Quad } from '../page/types.mts';
import { distance } from '../page/geometry.mts';

/** Where in a tensor a crop is written, and how bytes become its values. */
export interface CropTarget {
	values: Float32Array;
	/** Index of the first value of the first channel. */
	offset: number;
	/** Columns of the tensor; the crop fills the first `width` of them. */
	rowSize: number;
	width: number;
	height: number;
}

/**
 * Draws the part of a picture inside a quad, straightened, into a tensor of planes B, G, R, with
 * bytes mapped from 0..255 to -1..1, as the recognition and orientation models take it.
 * Pixels are interpolated; where the quad is larger than the target they are averaged.
 */
export function cropInto(raster: Raster, quad: Quad, target: CropTarget): void {
	const { values, offset, rowSize, width, height } = target;
	const plane = rowSize * height;
	const [topLeft, topRight, bottomRight, bottomLeft] = quad;
	const samples = Math.min(4, Math.max(1, Math.round(distance(topLeft, bottomLeft) / height)));
	const scale = 1 / (127.5 * samples * samples);

	for (let y = 0; y < height; y++) {
		const row = offset + y * rowSize;
		for (let channel = 0; channel < 3; channel++) {
			values.fill(-1, row + channel * plane, row + channel * plane + width);
		}
		for (let sy = 0; sy < samples; sy++) {
			const v = (y + (sy + 0.5) / samples) / height;
			const leftX = topLeft.x + (bottomLeft.x - topLeft.x) * v;
			const leftY = topLeft.y + (bottomLeft.y - topLeft.y) * v;
			const stepX = topRight.x + (bottomRight.x - topRight.x) * v - leftX;
			const stepY = topRight.y + (bottomRight.y - topRight.y) * v - leftY;
			for (let i = 0; i < width * samples; i++) {
				const u = (i + 0.5) / (width * samples);
				const at = row + Math.floor(i / samples);
				addPixel(
					raster,
					leftX + stepX * u - 0.5,
					leftY + stepY * u - 0.5,
					scale,
					values,
					at,
					plane,
				);
			}
		}
	}
}

/** Adds the bilinearly interpolated colour at (x, y) to the planes; beyond the picture its edge continues. */
function addPixel(
	{ width, height, data }: Raster,
	x: number,
	y: number,
	scale: number,
	planes: Float32Array,
	at: number,
	plane: number,
): void {
	const cx = Math.min(Math.max(x, 0), width - 1);
	const cy = Math.min(Math.max(y, 0), height - 1);
	const x0 = Math.floor(cx);
	const y0 = Math.floor(cy);
	const right = x0 + 1 < width ? 3 : 0;
	const below = y0 + 1 < height ? width * 3 : 0;
	const weightRight = cx - x0;
	const weightBelow = cy - y0;
	const from = (y0 * width + x0) * 3;
	for (let channel = 0; channel < 3; channel++) {
		const i = from + channel;
		const top = data[i] + (data[i + right] - data[i]) * weightRight;
		const bottom = data[i + below] + (data[i + below + right] - data[i + below]) * weightRight;
		planes[at + (2 - channel) * plane] += (top + (bottom - top) * weightBelow) * scale;
	}
}
