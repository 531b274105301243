import { featuresOf, type Describe, type Weights } from '../../src/documents/score/weights.mts';

/** What a field can be, and what speaks for that. */
export interface Option {
	text: string;
	row: number | undefined;
	describe: Describe;
}

const figure = (value: number): string => value.toFixed(2).padStart(7);

/** The options of a field, the best first, each with what its features are worth, the weightiest first. */
export function whyText(options: readonly Option[], weights: Weights): string {
	return options
		.map((option) => ({ ...option, score: weights.score(option.describe) }))
		.sort((a, b) => b.score - a.score)
		.map(({ text, row, score, describe }) => {
			const worths = Array.from(featuresOf(describe), ([feature, strength]) => ({
				feature,
				worth: weights.score((add) => add(feature, strength)),
			})).sort((a, b) => Math.abs(b.worth) - Math.abs(a.worth));
			return [
				`${figure(score)}  ${text}${row === undefined ? '' : `  (row ${row + 1})`}`,
				...worths.map(({ feature, worth }) => `    ${figure(worth)}  ${feature}`),
			].join('\n');
		})
		.join('\n');
}
