/** The two columns that say whether a person should look at a row, and why. */
export interface ReviewColumns {
	needsReview: boolean | null;
	reviewReasons: string | null;
}

/**
 * Puts the reasons into columns.
 *
 * @param reasons undefined where Review Checks are off: then nothing was checked and both columns are empty
 */
export function reviewColumns(reasons: readonly string[] | undefined): ReviewColumns {
	if (!reasons) return { needsReview: null, reviewReasons: null };
	return {
		needsReview: reasons.length > 0,
		reviewReasons: reasons.length > 0 ? reasons.join('; ') : null,
	};
}

/** A reason for each value that was printed but is not of its column's kind. */
export function unreadableReasons(keys: readonly string[], prefix = ''): string[] {
	return keys.map((key) => `${prefix}${key} is not readable as returned`);
}
