/** A character as CTC found it, before its extent along the box is known. */
export interface Peak {
	char: string;
	confidence: number;
	/** Centre of the time steps that show it, in steps from the left edge of the first one. */
	center: number;
}

/**
 * Greedy CTC decoding (Graves et al., Connectionist Temporal Classification, 2006): the best class
 * of each step, repeats merged, blanks (class 0) dropped.
 * @param probabilities `steps` rows of `dictionary.length` probabilities
 */
export function decodeCtc(
	probabilities: Float32Array,
	steps: number,
	dictionary: readonly string[],
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
			peak.confidence = Math.max(peak.confidence, probability);
			peak.center = moment / weight;
		}
		previous = best;
	}
	return peaks;
}

function bestClass(values: Float32Array, from: number, count: number): number {
	let best = 0;
	for (let i = 1; i < count; i++) if (values[from + i] > values[from + best]) best = i;
	return best;
}
