import { ownRows, sortedBrightness, type Area } from './brightness.mts';

/** How much redder than green, and darker than the paper, a seal's ink is, in the crop's contrast. */
const redness = 0.3;
/** How much darker than the paper black ink is in red light, in the crop's contrast. */
const blackness = 0.5;
/** Shares of a crop's pixels below which there is no seal over text: specks, or red text alone. */
const leastRed = 0.03;
const leastBlack = 0.04;

/**
 * A crop as it looks in red light, in which the red ink of a seal is as bright as the paper, or undefined
 * where there is no red ink beside black one.
 * @param planes the crop's B, G, R row by row, `rowSize` values apart, of which the first `width` are the crop
 */
export function withoutSeal(
	planes: Float32Array,
	width: number,
	height: number,
	rowSize: number,
): Float32Array | undefined {
	const plane = height * rowSize;
	const green = planes.subarray(plane, 2 * plane);
	const red = planes.subarray(2 * plane);
	const { top, bottom } = ownRows(height);
	const { paper, contrast } = levelsOf(green, { top, bottom, width, rowSize });

	let redPixels = 0;
	let blackPixels = 0;
	for (let y = top; y < bottom; y++) {
		for (let i = y * rowSize; i < y * rowSize + width; i++) {
			const isDark = paper - green[i] > redness * contrast;
			if (isDark && red[i] - green[i] > redness * contrast) redPixels++;
			else if (paper - red[i] > blackness * contrast) blackPixels++;
		}
	}
	const pixels = width * (bottom - top);
	if (redPixels < leastRed * pixels || blackPixels < leastBlack * pixels) return undefined;
	const lit = new Float32Array(planes.length);
	for (let channel = 0; channel < 3; channel++) lit.set(red, channel * plane);
	return lit;
}

/** The brightness of paper, and how much darker the ink is, from a sample of the pixels. */
function levelsOf(plane: Float32Array, area: Area): { paper: number; contrast: number } {
	const sample = sortedBrightness(plane, area, 3);
	const paper = sample[Math.floor(sample.length * 0.9)];
	return { paper, contrast: paper - sample[Math.floor(sample.length * 0.02)] };
}
