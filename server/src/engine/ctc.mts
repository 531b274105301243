import type { OtherForms } from './forms.mts';

/** A character as CTC found it, before its extent along the box is known. */
export interface Peak {
	char: string;
	/** That it is this character, in whatever form. */
	confidence: number;
	/** The same character in its other form, where the model could not tell which one it is. */
	otherForm?: string;
	/** The digit that it is most probably, if it is one, and how probable that is; undefined for digits. */
	digit?: { char: string; confidence: number };
	/** Centre of the time steps that show it, in steps from the left edge of the first one. */
	center: number;
}

/** No other class of a step can be as probable as one that is more so than this. */
const half = 0.5;

/** A form that is at least as probable as this was not told from the other. */
const leastForm = 0.05;

/**
 * Greedy CTC decoding (Graves et al., Connectionist Temporal Classification, 2006): the best class
 * of each step, repeats merged, blanks (class 0) dropped.
 * A character has one confidence for all its forms.
 * @param probabilities `steps` rows of `dictionary.length` probabilities
 * @param digits the classes of the digits
 */
export function decodeCtc(
	probabilities: Float32Array,
	steps: number,
	dictionary: readonly string[],
	forms: OtherForms = new Map(),
	digits: readonly number[] = digitsIn(dictionary),
): Peak[] {
	const classes = dictionary.length;
	const peaks: Peak[] = [];
	let previous = 0;
	let weight = 0;
	let moment = 0;

	for (let step = 0; step < steps; step++) {
		const best = bestClass(probabilities, step * classes, classes);
		const probability = probabilities[step * classes + best];
		if (best !== 0) {
			if (best !== previous) {
				weight = 0;
				moment = 0;
				peaks.push({ char: dictionary[best], confidence: 0, center: 0 });
			}
			weight += probability;
			moment += probability * (step + 0.5);
			const peak = peaks[peaks.length - 1];
			const { total, other } = formsAt(probabilities, step * classes, best, forms);
			if (total > peak.confidence) {
				peak.confidence = total;
				peak.otherForm = dictionary[other];
				peak.digit = digits.includes(best)
					? undefined
					: digitAt(probabilities, step * classes, dictionary, digits);
			}
			peak.center = moment / weight;
		}
		previous = best;
	}
	return peaks;
}

function bestClass(values: Float32Array, from: number, count: number): number {
	let best = 0;
	let most = values[from];
	for (let i = 1; i < count && most <= half; i++) {
		const value = values[from + i];
		if (value > most) [best, most] = [i, value];
	}
	return best;
}

/** How probable a character is in all its forms, and the class of another one that is probable too, -1 for none. */
function formsAt(
	values: Float32Array,
	from: number,
	best: number,
	forms: OtherForms,
): { total: number; other: number } {
	let total = values[from + best];
	let other = -1;
	for (const form of forms.get(best) ?? []) {
		const probability = values[from + form];
		total += probability;
		if (probability >= (other < 0 ? leastForm : values[from + other])) other = form;
	}
	return { total, other };
}

/** The classes of a dictionary that are digits. */
export const digitsIn = (dictionary: readonly string[]): number[] =>
	Array.from('0123456789', (digit) => dictionary.indexOf(digit)).filter((at) => at >= 0);

function digitAt(
	values: Float32Array,
	from: number,
	dictionary: readonly string[],
	digits: readonly number[],
): Peak['digit'] {
	let best = digits[0];
	for (const digit of digits) if (values[from + digit] > values[from + best]) best = digit;
	return best === undefined
		? undefined
		: { char: dictionary[best], confidence: values[from + best] };
}
