import { describeEvidence, type Evidence } from '../../src/documents/score/sureness.mts';
import { featuresOf } from '../../src/documents/score/weights.mts';
import { same } from '../../testing/accuracy/compare.mts';
import { learnLogistic, scoreOf, type Judged } from './logistic.mts';

/** A value as it was chosen, and whether it is right. */
export interface Judgement extends Judged {
	kind: string;
	/** Which document it stands on, by the id of its truth. */
	document: string;
}

/** What is learned from a value. */
export const judgement = (evidence: Evidence, isRight: boolean, document: string): Judgement => ({
	kind: evidence.kind,
	document,
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
/** A wrong value counts as so many right ones: a wrong one that is sure of itself harms more. */
const wrongCounts = 20;

/** More confidence, a wider margin and what fits never make a value less likely. */
const isProof = (feature: string): boolean =>
	/^sure (?:\S+ )?(?:above .+|ahead by .+|without a rival|.+ holds|sum is printed(?: as due)?|checked|(?:ends as a )?company|usual (?:heading|length))$/u.test(
		feature,
	);

/** No more than this share of the right values of a kind may be doubted: below 0.8 a person is asked. */
const mostDoubted = 0.06;
const doubtedBelow = Math.log(0.8 / 0.2);

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

/** What is wrong on fewer documents than this, where a feature is told, may be wrong for another reason. */
const leastDocuments = 4;

/** On how many documents a value that has a feature is wrong. */
function documentsWrong(all: readonly Judgement[]): Map<string, Set<string>> {
	const documents = new Map<string, Set<string>>();
	for (const { features, document, isRight } of all) {
		if (isRight) continue;
		for (const feature of features.keys())
			documents.set(feature, (documents.get(feature) ?? new Set()).add(document));
	}
	return documents;
}

/** Weights by which right values are told from wrong ones. */
export function learnSureness(all: readonly Judgement[]): Map<string, number> {
	const documents = documentsWrong(all);
	const speaksForOnly = (feature: string) =>
		isProof(feature) || (documents.get(feature)?.size ?? 0) < leastDocuments;
	const weights = learnLogistic(all, { epochs, wrongCounts, isProof: speaksForOnly });
	raiseKinds(all, weights);
	return weights;
}
