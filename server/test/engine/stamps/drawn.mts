import type { Raster } from '../../../src/image/raster.mts';

export type Color = readonly [red: number, green: number, blue: number];
export const red: Color = [225, 60, 55];
export const blue: Color = [70, 95, 195];
export const brown: Color = [150, 85, 40];

/** A picture of what `paint` puts on paper. */
export function drawn(
	width: number,
	height: number,
	paint: (x: number, y: number) => Color | undefined,
	paper: Color = [250, 250, 248],
): Raster {
	const data = new Uint8Array(width * height * 3);
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at += 3) data.set(paint(x, y) ?? paper, at);
	}
	return { width, height, data };
}
