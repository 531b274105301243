import { ownRows, sortedBrightness } from './brightness.mts';

/** How much of the crop's contrast a pixel must differ from the paper above and below it. */
const inkContrast = 0.4;
/** A row with more ink than this share of the width is a rule, not text. */
const ruleShare = 0.8;

/**
 * Counts the pixels of ink in each column of a crop with one line of text. Paper is what is brightest
 * in a column (darkest, where the text is light on dark), so that shadows, columns of a table's vertical
 * rule and horizontal rules do not count.
 * @param plane brightness row by row, `rowSize` values apart, of which the first `width` are the crop
 */
export function inkColumns(
	plane: Float32Array,
	width: number,
	height: number,
	rowSize: number,
): Uint8Array {
	const { top, bottom } = ownRows(height);
	const levels = sortedBrightness(plane, { top, bottom, width, rowSize }, 2);
	const at = (share: number) =>
		levels[Math.min(levels.length - 1, Math.floor(levels.length * share))];
	const darkest = at(0.02);
	const brightest = at(0.98);
	const sign = at(0.5) - darkest < brightest - at(0.5) ? -1 : 1;
	const threshold = (brightest - darkest) * inkContrast;

	const paper = new Float32Array(width).fill(-Infinity);
	for (let y = top; y < bottom; y++) {
		for (let x = 0; x < width; x++) paper[x] = Math.max(paper[x], sign * plane[y * rowSize + x]);
	}
	const ink = new Uint8Array(width);
	const row = new Uint8Array(width);
	for (let y = top; y < bottom; y++) {
		let inRow = 0;
		for (let x = 0; x < width; x++) {
			row[x] = paper[x] - sign * plane[y * rowSize + x] > threshold ? 1 : 0;
			inRow += row[x];
		}
		if (inRow > width * ruleShare) continue;
		for (let x = 0; x < width; x++) ink[x] += row[x];
	}
	return ink;
}
