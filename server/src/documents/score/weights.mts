/** Takes note of a feature of something that is scored, and of how strong it is. */
export type Add = (feature: string, strength?: number) => void;

/** Tells the features of something that is scored. */
export type Describe = (add: Add) => void;

/** The features of something with their strengths, the strengths of a feature that comes again added up. */
export function featuresOf(describe: Describe): Map<string, number> {
	const features = new Map<string, number>();
	describe((feature, strength = 1) =>
		features.set(feature, (features.get(feature) ?? 0) + strength),
	);
	return features;
}

/** What each feature is worth in a sum of scores; one that is not among them is worth nothing. */
export class Weights {
	readonly #worth: ReadonlyMap<string, number>;

	constructor(worth: ReadonlyMap<string, number>) {
		this.#worth = worth;
	}

	/** The sum of what the features of something are worth. */
	score(describe: Describe): number {
		let sum = 0;
		describe((feature, strength = 1) => {
			const worth = this.#worth.get(feature);
			if (worth !== undefined) sum += worth * strength;
		});
		return sum;
	}
}

/** How likely something of a score is, 0 to 1, by weights that were learned for it (logistic regression). */
export const likelihood = (score: number): number => 1 / (1 + Math.exp(-score));
