import type { Raster } from '../raster.mts';
import type { Plane } from './libheif.mts';

/**
 * Copies a plane of RGB or RGBA, shrunk by a whole number to no fewer pixels than are useful: each is the mean of a
 * square, on white where it is transparent. What is left over at the right and below is less than a pixel.
 * @param values of a pixel
 */
export function shrinkPlane(plane: Plane, values: 3 | 4, usefulPixels: number): Raster {
	const factor = Math.max(1, Math.floor(Math.sqrt((plane.width * plane.height) / usefulPixels)));
	const width = Math.floor(plane.width / factor);
	const height = Math.floor(plane.height / factor);
	const data = new Uint8Array(width * height * 3);
	const sums = new Uint32Array(width * 3);
	const area = factor * factor;
	for (let y = 0; y < height; y++) {
		sums.fill(area >> 1);
		for (let row = y * factor; row < (y + 1) * factor; row++) {
			addRow(plane, row, values, { sums, factor });
		}
		for (let i = 0; i < sums.length; i++) data[y * sums.length + i] = sums[i] / area;
	}
	return { width, height, data };
}

function addRow(
	{ data, stride }: Plane,
	row: number,
	values: 3 | 4,
	{ sums, factor }: { sums: Uint32Array; factor: number },
): void {
	let from = row * stride;
	for (let to = 0; to < sums.length; to += 3) {
		for (let i = 0; i < factor; i++, from += values) {
			const alpha = values === 4 ? data[from + 3] / 255 : 1;
			const white = 255 * (1 - alpha);
			for (let color = 0; color < 3; color++) {
				sums[to + color] += data[from + color] * alpha + white;
			}
		}
	}
}
