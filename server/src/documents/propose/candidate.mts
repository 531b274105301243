import { leastConfidence, type Reading } from '../lex/reading.mts';
import type { Add, Weights } from '../score/weights.mts';

/** A value that a field of a document can have. */
export interface Candidate<Value extends Reading = Reading> {
	field: string;
	reading: Value;
	row: number;
	score: number;
	describe: (add: Add) => void;
}

/** Below this confidence a value was hardly read. */
const doubtful = 0.7;

/** A candidate with what its proposer, its reading and its characters say of it. */
export function candidateOf<Value extends Reading>(
	field: string,
	reading: Value,
	row: number,
	signs: readonly string[],
	weights: Weights,
): Candidate<Value> {
	const describe = (add: Add) => {
		add(`${field}`);
		for (const sign of signs) add(`${field}: ${sign}`);
		for (const sign of reading.signs) add(`${field}: ${sign}`);
		if (leastConfidence(reading.chars) < doubtful) add(`${field}: doubtful`);
	};
	return { field, reading, row, score: weights.score(describe), describe };
}

/** The best of some candidates; undefined where a field is better left empty. */
export const bestOf = <Value extends Reading>(
	candidates: ReadonlyArray<Candidate<Value>>,
): Candidate<Value> | undefined =>
	candidates.reduce<Candidate<Value> | undefined>(
		(best, one) => (one.score > Math.max(0, best?.score ?? 0) ? one : best),
		undefined,
	);

/** By how much a candidate is ahead of the best other value, be it none. */
export const marginOf = (candidates: readonly Candidate[], best: Candidate): number =>
	best.score -
	candidates.reduce(
		(most, { reading, score }) =>
			reading.text === best.reading.text ? most : Math.max(most, score),
		0,
	);
