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

/**
 * Weights by which right ones are told from others: logistic regression by stochastic gradient descent.
 * @param wrongCounts a wrong one counts as so many right ones
 */
export function learnLogistic(
	all: readonly Judged[],
	epochs: number,
	wrongCounts: number,
): Map<string, number> {
	const weights = new Map<string, number>();
	for (let epoch = 0; epoch < epochs; epoch++) {
		const step = rate / (1 + epoch / 10);
		for (const { features, isRight } of all) {
			const off = (isRight ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(features, weights)));
			const pull = step * off * (isRight ? 1 : wrongCounts);
			for (const [name, strength] of features) {
				const worth = weights.get(name) ?? 0;
				weights.set(name, worth + pull * strength - step * decay * worth);
			}
		}
	}
	return weights;
}
