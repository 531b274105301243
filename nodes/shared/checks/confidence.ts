/** A value that is less sure than this is named to a person. Source: the server's calibration, `npm run bench:accuracy`. */
const DOUBTFUL_BELOW = 0.8;

/** Confidences by column key, as a server returned them beside the values; unknown ones are left out. */
export type Confidences = Readonly<Record<string, unknown>>;

function doubts(values: Confidences, confidences: Confidences, prefix: string): string[] {
	return Object.entries(confidences).flatMap(([key, confidence]) => {
		const isRead = values[key] !== undefined && values[key] !== null && values[key] !== '';
		const isDoubtful = typeof confidence === 'number' && confidence < DOUBTFUL_BELOW;
		return isRead && isDoubtful ? [`${prefix}${key} ${confidence.toFixed(2)}`] : [];
	});
}

/** What a document's values are, by column key, and how sure they are said to be. */
export interface Certainty {
	header: { values: Confidences; confidences: Confidences };
	rows: ReadonlyArray<{ values: Confidences; confidences: Confidences }>;
}

/**
 * Names the values that a server was not sure of. The paid service says nothing of that: then there is
 * nothing to name.
 *
 * @param row the index of the only row that is meant, for the item of a line; all of them without it. A long receipt
 *   with one doubtful name has one item to look at, not all.
 * @returns one reason with all of them, or none
 */
export function doubtfulReasons({ header, rows }: Certainty, row?: number): string[] {
	const named = [
		...doubts(header.values, header.confidences, ''),
		...rows.flatMap(({ values, confidences }, index) =>
			row === undefined || row === index ? doubts(values, confidences, `row ${index + 1} `) : [],
		),
	];
	return named.length > 0 ? [`Doubtful: ${named.join(', ')}`] : [];
}
