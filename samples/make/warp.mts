import type { PhotoSettings } from './photo-settings.mts';

/**
 * The projective map that takes the corners of the quad (clockwise from the top left) to the unit
 * square's (0,0) (1,0) (1,1) (0,1). Heckbert, Fundamentals of Texture Mapping (1989), section 2.2.3.
 */
export function homography(
	quad: Array<[number, number]>,
): (x: number, y: number) => [number, number] {
	const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad;
	const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
	const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
	const divisor = dx1 * dy2 - dx2 * dy1;
	const g = (sx * dy2 - dx2 * sy) / divisor;
	const h = (dx1 * sy - sx * dy1) / divisor;
	const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0];
	const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0];
	// The adjugate of the square-to-quad matrix maps back.
	const [ux, uy, uw] = [e - f * h, c * h - b, b * f - c * e];
	const [vx, vy, vw] = [f * g - d, a - c * g, c * d - a * f];
	const [wx, wy, ww] = [d * h - e * g, b * g - a * h, a * e - b * d];
	return (x, y) => {
		const w = wx * x + wy * y + ww;
		return [(ux * x + uy * y + uw) / w, (vx * x + vy * y + vw) / w];
	};
}

/** Lays the paper into the photo's frame: what is not paper stays transparent. */
export function warp(paper: ImageData, settings: PhotoSettings): ImageData {
	const { width, height, corners, bend } = settings;
	const toUnit = homography(corners);
	const target = new ImageData(width, height);
	const subpixels = [0.25, 0.75];
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const total = [0, 0, 0];
			let hits = 0;
			for (const shiftY of subpixels) {
				for (const shiftX of subpixels) {
					const bow = bend * Math.sin((Math.PI * (y + shiftY)) / height);
					const [u, v] = toUnit(x + shiftX - bow, y + shiftY);
					if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
					const sourceX = Math.min(Math.max(u * paper.width - 0.5, 0), paper.width - 1.001);
					const sourceY = Math.min(Math.max(v * paper.height - 0.5, 0), paper.height - 1.001);
					const [column, line] = [Math.floor(sourceX), Math.floor(sourceY)];
					const [right, down] = [sourceX - column, sourceY - line];
					const at = (line * paper.width + column) * 4;
					const below = at + paper.width * 4;
					for (let channel = 0; channel < 3; channel++) {
						const upper =
							paper.data[at + channel] * (1 - right) + paper.data[at + 4 + channel] * right;
						const lower =
							paper.data[below + channel] * (1 - right) + paper.data[below + 4 + channel] * right;
						total[channel] += upper * (1 - down) + lower * down;
					}
					hits++;
				}
			}
			if (hits === 0) continue;
			const pixel = (y * width + x) * 4;
			for (let channel = 0; channel < 3; channel++) {
				target.data[pixel + channel] = total[channel] / hits;
			}
			target.data[pixel + 3] = (255 * hits) / subpixels.length ** 2;
		}
	}
	return target;
}
