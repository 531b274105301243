/** The next number of a row of numbers from 0 to 1 that is the same each time. */
export type Random = () => number;
/** One of some values, by chance. */
export const oneOf = <Value,>(random: Random, values: readonly Value[]) =>
	values[Math.floor(random() * values.length)];
