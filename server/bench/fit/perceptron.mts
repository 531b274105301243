import { featuresOf, Weights, type Describe } from '../../src/documents/score/weights.mts';

/** The sum of the weights is taken once in so many examples. */
const sampleEvery = 7;

/**
 * Learns weights from pairs of what was to be chosen and what was chosen instead: an averaged perceptron that
 * changes as little as parts the two by a margin. Source: K. Crammer et al., Online Passive-Aggressive
 * Algorithms, JMLR 7 (2006), 551-585 (PA-I); M. Collins, EMNLP 2002, for the average.
 */
export class Perceptron {
	readonly weights: Weights;
	/** What a weight changes by at most for one pair. */
	mostChange = 0.15;
	readonly #worth: Map<string, number>;
	readonly #sums = new Map<string, number>();
	#examples = 0;
	#samples = 0;

	/** @param start the weights to begin with */
	constructor(start: ReadonlyMap<string, number>) {
		this.#worth = new Map(start);
		this.weights = new Weights(this.#worth);
	}

	/** Makes what was to be chosen worth more than what was chosen instead, by a margin. */
	learn(wanted: Describe, chosen: Describe, margin: number): void {
		const difference = featuresOf(wanted);
		for (const [feature, strength] of featuresOf(chosen)) {
			difference.set(feature, (difference.get(feature) ?? 0) - strength);
		}
		let ahead = 0;
		let norm = 0;
		for (const [feature, strength] of difference) {
			ahead += strength * (this.#worth.get(feature) ?? 0);
			norm += strength * strength;
		}
		const step = Math.min(this.mostChange, (margin - ahead) / Math.max(1, norm));
		if (step <= 0) return;
		for (const [feature, strength] of difference) {
			if (strength !== 0)
				this.#worth.set(feature, (this.#worth.get(feature) ?? 0) + step * strength);
		}
	}

	/** Forgets what was noted for the average: what is learned first is far from where it ends. */
	startAverage(): void {
		this.#sums.clear();
		this.#samples = 0;
	}

	/** Notes that an example was looked at. */
	count(): void {
		this.#examples++;
		if (this.#examples % sampleEvery !== 0) return;
		this.#samples++;
		for (const [feature, worth] of this.#worth) {
			this.#sums.set(feature, (this.#sums.get(feature) ?? 0) + worth);
		}
	}

	/** The mean of the weights over all examples. */
	average(): Map<string, number> {
		return new Map(Array.from(this.#sums, ([feature, sum]) => [feature, sum / this.#samples]));
	}
}
