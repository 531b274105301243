/** The middle value (the lower one of two), or undefined of an empty list. */
export function median(values: readonly number[]): number | undefined {
	return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1];
}

/** The mean, 0 of an empty list. */
export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
