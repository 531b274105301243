import { brightest, ownRows } from '../brightness.mts';
import type { LineSize } from '../line-size.mts';

/** A value of a plane, from -1 to 1, that is another by more than this is changed. */
const change = 0.25;
/** Fewer changed values are specks of colour. */
const leastChanged = 24;
/** Of the ink of print at least this share is left without all that is like a stamp's. */
const printShare = 0.75;
/** How much darker than the lightest of a crop ink is, in values of a plane. */
const leastDark = 0.3;

/** Whether there is ink of a stamp on a crop: its outline may reach over a line that its ink does not. */
export function hasStampInk(planes: Float32Array, lifted: Float32Array): boolean {
	let changed = 0;
	for (let i = 0; i < planes.length; i++) {
		if (Math.abs(lifted[i] - planes[i]) > change && ++changed >= leastChanged) return true;
	}
	return false;
}

/**
 * Whether most of the ink on a crop is surely print's, not a stamp's.
 * @param bleached the crop without all that is like the stamp's ink
 */
export const isMostlyPrint = (
	planes: Float32Array,
	bleached: Float32Array,
	size: LineSize,
): boolean => inkOn(bleached, size) >= printShare * inkOn(planes, size);

/** How dark all ink on a crop is together, in green. */
function inkOn(planes: Float32Array, { width, height, rowSize }: LineSize): number {
	const { top, bottom } = ownRows(height);
	const green = planes.subarray(height * rowSize, 2 * height * rowSize);
	const paper = brightest(green, { top, bottom, width, rowSize });
	let ink = 0;
	for (let y = top; y < bottom; y++) {
		for (let x = 0; x < width; x++) {
			const dark = paper - green[y * rowSize + x];
			if (dark > leastDark) ink += dark;
		}
	}
	return ink;
}
