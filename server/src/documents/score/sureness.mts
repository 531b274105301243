import type { Char } from '../layout/rows.mts';
import { leastConfidence } from '../lex/reading.mts';
import { likelihood, type Add, type Weights } from './weights.mts';

/** What is known of a value that was chosen. */
export interface Evidence {
	/** What sort of value it is. */
	kind: string;
	chars: readonly Char[];
	/** By how much it is ahead of the next best other value; Infinity where there is none. */
	margin: number;
	/** What speaks for it or against it. */
	signs: readonly string[];
	/** No value is surer, 0 to 1: what the page leaves open. */
	most?: number;
}

/** Steps of the confidence in the least sure character (1 in a file's own text), and of the score that a value is ahead by. */
const sureSteps = [0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.96, 0.985, 0.999];
const marginSteps = [0.25, 0.5, 1, 2, 3, 5, 8];

/** The least sure letter or digit: which colon, dash or bracket stands between them is often unsure, and the same to every reader. */
function leastTold(chars: readonly Char[]): number {
	const signs = chars.filter(({ char }) => /[\p{L}\p{N}]/u.test(char));
	return leastConfidence(signs.length > 0 ? signs : chars);
}

/** Tells the features by which right values are told from wrong ones. */
export function describeEvidence(add: Add, { kind, chars, margin, signs }: Evidence): void {
	add('sure');
	add(`sure ${kind}`);
	const least = leastTold(chars);
	for (const step of sureSteps) if (least > step) add(`sure above ${step}`);
	if (margin === Infinity) add('sure without a rival');
	else for (const step of marginSteps) if (margin > step) add(`sure ahead by ${step}`);
	for (const sign of signs) {
		add(`sure ${sign}`);
		add(`sure ${kind} ${sign}`);
	}
}

/** How likely a value is right, 0 to 1, to two decimals; 0 for one without characters. */
export function sureness(evidence: Evidence, weights: Weights): number {
	if (evidence.chars.length === 0) return 0;
	const score = weights.score((add) => describeEvidence(add, evidence));
	return Math.round(100 * Math.min(evidence.most ?? 1, likelihood(score))) / 100;
}
