/** The middle value (the lower one of two), or undefined of an empty list. */
export const median = (values: readonly number[]): number | undefined => quantile(values, 0.5);

/** The value that a quarter of the values do not exceed, or undefined of an empty list. */
export const lowerQuartile = (values: readonly number[]): number | undefined =>
	quantile(values, 0.25);

const quantile = (values: readonly number[], share: number) =>
	[...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)];

/** The mean, 0 of an empty list. */
export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
