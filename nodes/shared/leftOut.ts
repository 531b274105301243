import type { Reason } from './review';

type Values = Readonly<Record<string, unknown>>;

/** What a self-hosted server says of the parts of a file that it did not read, or found no document on. */
export const leftOutFields = ['documentsLeftOut', 'pagesLeftOut', 'leftOut', 'emptyPages'] as const;

/** What of a file is in no row. */
export interface LeftOut {
	documents: number;
	pages: number;
	/** Why, in the server's words. */
	reasons: string[];
	/** Numbers of pages that were read and on which no document was found. */
	emptyPages: number[];
}

/** Words of a server's own; anything else is not shown. */
const PLAIN_WORDS = /^[\p{L}\p{N} .,;:'"()（）《》_/+=-]{1,200}$/u;
const MOST_REASONS = 3;
const MOST_PAGES = 20;

/** A number that counts something, from 1. */
export const isCount = (value: unknown): value is number =>
	Number.isSafeInteger(value) && (value as number) > 0;

const countOf = (value: unknown) => (isCount(value) ? value : 0);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Reads what was left out of a file.
 *
 * @param values what a server said of its last document, or of the whole file
 */
export function leftOutOf(values: unknown): LeftOut {
	const said: Values = typeof values === 'object' && values !== null ? (values as Values) : {};
	const isShown = (reason: unknown): reason is string =>
		typeof reason === 'string' && PLAIN_WORDS.test(reason);
	return {
		documents: countOf(said.documentsLeftOut),
		pages: countOf(said.pagesLeftOut),
		reasons: listOf(said.leftOut).filter(isShown).slice(0, MOST_REASONS),
		emptyPages: listOf(said.emptyPages).filter(isCount).slice(0, MOST_PAGES),
	};
}

/** How much was left out, and why: `2 page(s) and 7 document(s), because …`; empty where nothing was. */
export function describeLeftOut({ pages, documents, reasons }: LeftOut): string {
	const parts = [
		...(pages > 0 ? [`${pages} page(s)`] : []),
		...(documents > 0 ? [`${documents} more document(s)`] : []),
	].join(' and ');
	if (parts === '' || reasons.length === 0) return parts;
	return `${parts} (${reasons.join('; ')})`;
}

/** What a person should know of a file that was not read to its end. */
export function leftOutProblems(leftOut: LeftOut): Reason[] {
	const what = describeLeftOut(leftOut);
	if (what === '') return [];
	const remedy = 'send it in parts, or read the rest with a range in Pages';
	return [{ about: 'documents', text: `${what} of this file were not read: ${remedy}` }];
}
