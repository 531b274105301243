import type { Doubt } from '../review';

/** A value that is less sure than this is named to a person. Source: the server's calibration, `npm run bench:accuracy`. */
const DOUBTFUL_BELOW = 0.8;

type Values = Readonly<Record<string, unknown>>;

/**
 * Names the values that a server was not sure of. The paid service says nothing of that: then there is
 * nothing to name.
 *
 * @param values by column key
 * @param confidences by column key, as a server returned them beside the values; unknown ones are left out
 * @param proven the keys of values that other values of the document prove: they are not named
 */
export function doubtfulValues(
	values: Values,
	confidences: Values,
	proven: ReadonlySet<string>,
): Doubt[] {
	return Object.entries(confidences).flatMap(([key, confidence]) => {
		const isRead = values[key] !== undefined && values[key] !== null && values[key] !== '';
		const isDoubtful =
			typeof confidence === 'number' && confidence >= 0 && confidence < DOUBTFUL_BELOW;
		return isRead && isDoubtful && !proven.has(key)
			? [{ about: key, text: `${key} ${confidence.toFixed(2)}`, confidence }]
			: [];
	});
}
