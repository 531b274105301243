import { rowsOf } from '../../src/documents/layout/rows.mts';
import type { Page } from '../../src/page/types.mts';
import { comparable, noSuchRow, rowMissing, type Miss } from '../../testing/accuracy/compare.mts';

/** Why a value was missed: a row too many or too few, or what the engine's text has of the value. */
export const causes = [
	'row not printed',
	'row not served',
	'not placed',
	'in pieces',
	'misread',
	'absent',
] as const;
export type Cause = (typeof causes)[number];

/** Pieces of a value that broke over rows are at least this long. */
const leastPiece = 3;
/** The share of signs that may differ in a value that was misread. */
const misreadShare = 0.25;

/** The fewest edits that turn `value` into some part of `text` (Sellers' algorithm). */
export function editsWithin(text: string, value: string): number {
	let row = Array.from({ length: value.length + 1 }, (_, i) => i);
	let best = value.length;
	for (const char of text) {
		const next = [0];
		for (let i = 1; i <= value.length; i++) {
			const change = row[i - 1] + (value[i - 1] === char ? 0 : 1);
			next.push(Math.min(change, row[i] + 1, next[i - 1] + 1));
		}
		row = next;
		best = Math.min(best, row[value.length]);
	}
	return best;
}

/** Whether a value stands in the rows in pieces of some length, in order. */
function standsInPieces(rows: readonly string[], value: string): boolean {
	let rest = value;
	while (rest !== '') {
		let length = rest.length;
		while (length > 0 && !rows.some((row) => row.includes(rest.slice(0, length)))) length--;
		if (length < Math.min(leastPiece, rest.length)) return false;
		rest = rest.slice(length);
	}
	return true;
}

/** What the page has of a value that was missed. */
export function causeOf({ field, expected, got }: Miss, page: Page): Cause {
	if (expected === noSuchRow) return 'row not printed';
	if (got === rowMissing) return 'row not served';
	const rows = rowsOf(page).map(({ text }) => comparable(field, text));
	const value = comparable(field, expected);
	if (value === '') return 'absent';
	if (rows.some((row) => row.includes(value))) return 'not placed';
	if (standsInPieces(rows, value)) return 'in pieces';
	const edits = Math.min(...rows.map((row) => editsWithin(row, value)));
	return edits <= Math.max(1, value.length * misreadShare) && value.length > 1
		? 'misread'
		: 'absent';
}
