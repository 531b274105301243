import { likelihood } from '../../src/documents/score/weights.mts';

/** Something that was judged: what is known of it, and whether it is as asked. */
export interface Judged {
	features: ReadonlyMap<string, number>;
	isRight: boolean;
}

const rate = 0.05;
/** How strongly weights are drawn to zero. */
const decay = 1e-3;

/** The sum of what some features are worth. */
export const scoreOf = (
	features: Judged['features'],
	weights: ReadonlyMap<string, number>,
): number =>
	[...features].reduce((sum, [name, strength]) => sum + strength * (weights.get(name) ?? 0), 0);

export interface Options {
	/** How often all are gone through. */
	epochs: number;
	/** One that is not right counts as so many right ones; 1 if left out. */
	wrongCounts?: number;
	/** Whether a feature can never speak against: those that do by chance in a few examples are worth nothing. */
	isProof?: (feature: string) => boolean;
}

/** Weights by which right ones are told from others: logistic regression by stochastic gradient descent. */
export function learnLogistic(
	all: readonly Judged[],
	{ epochs, wrongCounts = 1, isProof = () => false }: Options,
): Map<string, number> {
	const weights = new Map<string, number>();
	for (let epoch = 0; epoch < epochs; epoch++) {
		const step = rate / (1 + epoch / 10);
		for (const { features, isRight } of all) {
			const off = (isRight ? 1 : 0) - likelihood(scoreOf(features, weights));
			const pull = step * off * (isRight ? 1 : wrongCounts);
			for (const [name, strength] of features) {
				const worth = weights.get(name) ?? 0;
				const next = worth + pull * strength - step * decay * worth;
				weights.set(name, isProof(name) ? Math.max(0, next) : next);
			}
		}
	}
	return weights;
}
