/** Rows this near to the upper and lower edge of a crop may show the neighbouring lines of text. */
const margin = 0.1;

/** The rows of a crop that show its own line of text alone: from the first to before the last. */
export function ownRows(height: number): { top: number; bottom: number } {
	const top = Math.round(height * margin);
	return { top, bottom: height - top };
}

/** Pixels of a plane: row by row, `rowSize` values apart, of which the first `width` are the crop. */
export interface Area {
	top: number;
	bottom: number;
	width: number;
	rowSize: number;
}

/** The brightness of every second pixel of every few rows, darkest first. */
export function sortedBrightness(
	plane: Float32Array,
	{ top, bottom, width, rowSize }: Area,
	rowStep: number,
): Float32Array {
	const sample = new Float32Array(Math.ceil((bottom - top) / rowStep) * Math.ceil(width / 2));
	let count = 0;
	for (let y = top; y < bottom; y += rowStep) {
		for (let x = 0; x < width; x += 2) sample[count++] = plane[y * rowSize + x];
	}
	return sample.sort();
}

/** The brightest value of a part of a plane, whose values go from -1 to 1. */
export function brightest(plane: Float32Array, { top, bottom, width, rowSize }: Area): number {
	let most = -1;
	for (let y = top; y < bottom; y++) {
		for (let x = 0; x < width; x++) most = Math.max(most, plane[y * rowSize + x]);
	}
	return most;
}
