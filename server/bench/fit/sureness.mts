import { describeEvidence, type Evidence } from '../../src/documents/score/sureness.mts';
import { featuresOf } from '../../src/documents/score/weights.mts';
import { same } from '../../testing/accuracy/compare.mts';

/** A value as it was chosen, and whether it is right. */
export interface Judgement {
	kind: string;
	features: ReadonlyMap<string, number>;
	isRight: boolean;
}

/** What is learned from a value. */
export const judgement = (evidence: Evidence, isRight: boolean): Judgement => ({
	kind: evidence.kind,
	features: featuresOf((add) => describeEvidence(add, evidence)),
	isRight,
});

/** The row of the truth that most of a line's cells are those of, by the names of the columns. */
export function rowOf(
	rows: readonly string[][],
	columns: readonly string[],
	cells: readonly string[],
): readonly string[] {
	const equal = (row: readonly string[]) =>
		columns.filter((name, i) => cells[i] !== '' && same(name, row[i] ?? '', cells[i])).length;
	return rows.reduce<readonly string[]>((best, row) => (equal(row) > equal(best) ? row : best), []);
}

const epochs = 40;
const rate = 0.05;
/** How strongly weights are drawn to zero. */
const decay = 1e-3;
/** A wrong value counts as so many right ones: a wrong one that is sure of itself harms more. */
const wrongCounts = 20;

/** No more than this share of the right values of a kind may be doubted: below 0.8 a person is asked. */
const mostDoubted = 0.06;
const doubtedBelow = Math.log(0.8 / 0.2);

type Features = Judgement['features'];

const scoreOf = (features: Features, weights: ReadonlyMap<string, number>): number =>
	[...features].reduce((sum, [name, strength]) => sum + strength * (weights.get(name) ?? 0), 0);

/** Raises the worth of kinds of which too many right values are doubted: those that nothing else on a page proves. */
function raiseKinds(all: readonly Judgement[], weights: Map<string, number>): void {
	for (const kind of new Set(all.map((one) => one.kind))) {
		const scores = all
			.filter((one) => one.kind === kind && one.isRight)
			.map(({ features }) => scoreOf(features, weights))
			.sort((a, b) => a - b);
		const least = scores[Math.floor(mostDoubted * scores.length)] ?? doubtedBelow;
		const name = `sure ${kind}`;
		weights.set(name, (weights.get(name) ?? 0) + Math.max(0, doubtedBelow - least));
	}
}

/** Weights by which right values are told from wrong ones: logistic regression by stochastic gradient descent. */
export function learnSureness(all: readonly Judgement[]): Map<string, number> {
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
	raiseKinds(all, weights);
	return weights;
}
