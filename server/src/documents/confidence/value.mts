import type { Evidence } from './evidence.mts';

/** What the rules know of a value besides how it was read. */
export type Knowledge = 'proved' | 'plain' | 'unproved' | 'contradicted';

/** What that does to the doubt that reading left, and the most confidence that is left of it. */
const effects: Readonly<Record<Knowledge, { doubt: number; most: number }>> = {
	proved: { doubt: 1, most: 1 },
	plain: { doubt: 3, most: 1 },
	unproved: { doubt: 3, most: 0.75 },
	contradicted: { doubt: 3, most: 0.6 },
};

/** The share of the doubt in the least sure character that is a doubt in the value. */
const leastWeight = 0.6;
/** How much a part that was repaired or put together takes off. */
const repairWeight = 2;

/** The confidence in a value, 0 to 1, to two decimals. */
export function confidenceOf(
	{ least, mean, repaired }: Pick<Evidence, 'least' | 'mean' | 'repaired'>,
	known: Knowledge,
): number {
	const { doubt, most } = effects[known];
	const read = leastWeight * (1 - least) + (1 - leastWeight) * (1 - mean);
	const left = Math.min(most, 1 - doubt * (read + repairWeight * repaired));
	return Math.round(100 * Math.max(0, left)) / 100;
}
