import type { Raster } from '../image/raster.mts';
import type { Quad } from './types.mts';
import { distance } from './geometry.mts';

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
	const color = new Float64Array(3);

	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			color.fill(0);
			for (let sy = 0; sy < samples; sy++) {
				const v = (y + (sy + 0.5) / samples) / height;
				const leftX = topLeft.x + (bottomLeft.x - topLeft.x) * v;
				const leftY = topLeft.y + (bottomLeft.y - topLeft.y) * v;
				const rightX = topRight.x + (bottomRight.x - topRight.x) * v;
				const rightY = topRight.y + (bottomRight.y - topRight.y) * v;
				for (let sx = 0; sx < samples; sx++) {
					const u = (x + (sx + 0.5) / samples) / width;
					addPixel(
						raster,
						leftX + (rightX - leftX) * u - 0.5,
						leftY + (rightY - leftY) * u - 0.5,
						color,
					);
				}
			}
			const scale = 1 / (127.5 * samples * samples);
			const at = offset + y * rowSize + x;
			values[at] = color[2] * scale - 1;
			values[at + plane] = color[1] * scale - 1;
			values[at + 2 * plane] = color[0] * scale - 1;
		}
	}
}

/** Adds the bilinearly interpolated colour at (x, y) to `sum`; beyond the picture its edge continues. */
function addPixel({ width, height, data }: Raster, x: number, y: number, sum: Float64Array) {
	const cx = Math.min(Math.max(x, 0), width - 1);
	const cy = Math.min(Math.max(y, 0), height - 1);
	const x0 = Math.floor(cx);
	const y0 = Math.floor(cy);
	const fx = cx - x0;
	const fy = cy - y0;
	const right = x0 + 1 < width ? 3 : 0;
	const below = y0 + 1 < height ? width * 3 : 0;
	const at = (y0 * width + x0) * 3;
	for (let channel = 0; channel < 3; channel++) {
		const i = at + channel;
		const top = data[i] + (data[i + right] - data[i]) * fx;
		const bottom = data[i + below] + (data[i + below + right] - data[i + below]) * fx;
		sum[channel] += top + (bottom - top) * fy;
	}
}
