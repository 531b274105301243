/** a, b, c, d, e, f as PDF writes them (PDF 1.7, 8.3.4). */
export type Matrix = readonly number[];

/** A point moved by a matrix. */
export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] => [
	a * x + c * y + e,
	b * x + d * y + f,
];

/** The matrix that applies the first one, then the second one. */
export const times = ([a, b, c, d, e, f]: Matrix, then: Matrix): Matrix => [
	a * then[0] + b * then[2],
	a * then[1] + b * then[3],
	c * then[0] + d * then[2],
	c * then[1] + d * then[3],
	...apply(then, e, f),
];

/** The matrix that undoes one; of one that cannot be undone, numbers that are not finite. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
	const area = a * d - b * c;
	return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}
