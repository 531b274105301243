import type { Char } from '../../src/documents/layout/rows.mts';
import type { Line } from '../../src/documents/propose/lines.mts';
import type { Figure } from '../../src/documents/table/tokens.mts';

/** Characters side by side from a place on. */
export const charsAt = (text: string, left = 0, confidence = 1): Char[] =>
	Array.from(text, (char, i) => ({
		char,
		confidence,
		left: left + i,
		right: left + i + 1,
		gap: 0,
		area: { left: 0, top: 0, right: 0, bottom: 0 },
	}));

/** A figure of a line, as it was read. */
export const figureOf = (value: string, confidence = 1, right = 0): Figure => ({
	value,
	left: 0,
	right,
	confidence,
	isMoney: false,
	isRate: false,
	chars: charsAt(value, 0, confidence),
});

/** A line of a table of which only some things matter. */
export function lineOf({
	name = '',
	nameLeft = 0,
	roles = {},
	order = 'quantity price amount',
	...more
}: Partial<Omit<Line, 'reading'>> & {
	name?: string;
	nameLeft?: number;
	roles?: Line['reading']['roles'];
	order?: string;
}): Line {
	const names = name === '' ? [] : [{ name: charsAt(name, nameLeft) }];
	const line = { from: 0, to: 1, pattern: 'B', leads: 'none', names, reading: { roles, order } };
	return { ...line, ...more } as unknown as Line;
}
