import { PictureError } from './picture-error.mts';

/**
 * What a page may hold at most, by what it is called. The fullest of the documents of the tests has 196
 * pieces of text, 505 squares of text (as long as its line is high), 1,198 characters and 90 characters in one line;
 * receipts of 450 lines of goods and invoices of 220 lines with all columns are within. All work on a page is bounded
 * by these: recognition takes 3 to 4 ms of a core for each square; the steps of the rules take time with the page's
 * text, some with the square of one line's, and a few hold rows against one another by a comparison of two
 * numbers each.
 */
export const mostOnPage = {
	'pieces of text': 2000,
	'squares of text': 6000,
	characters: 20_000,
	'characters in one line': 1000,
} as const;

/** Lines under a seal are read three times, on pages of no more squares of text than this. */
export const mostUnderSeals = mostOnPage['squares of text'] / 3;

/** Throws PictureError where a page has more of something than any document. */
export function assertWithin(what: keyof typeof mostOnPage, count: number): void {
	const most = mostOnPage[what];
	if (count > most) {
		throw new PictureError(
			`the page has more than ${most} ${what}: no invoice or receipt has so many, send a picture of one document`,
		);
	}
}
