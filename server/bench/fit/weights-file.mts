import type { WeightsFile } from '../../src/documents/score/learned.mts';

/** The text of a file of weights, by their names; those of nothing are left out. */
export function weightsFileOf(learned: ReadonlyMap<string, number>, documents: number): string {
	const file: WeightsFile = {
		learned: new Date().toISOString().slice(0, 10),
		documents,
		weights: Object.fromEntries(
			[...learned]
				.map(([feature, worth]) => [feature, Math.round(worth * 1000) / 1000] as const)
				.filter(([, worth]) => worth !== 0)
				.sort(([a], [b]) => (a < b ? -1 : 1)),
		),
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}
