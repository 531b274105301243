import type { Char } from './chars.mts';

/** A blank narrower than this (in full-width characters) behind a point can be the point's own room. */
const widestPoint = 0.9;

const isDigit = (char: Char | undefined): boolean => /\d/u.test(char?.char ?? '');

/** Whether a figure goes on behind its point at `at`: with two digits, which end it. */
function goesOn(chars: readonly Char[], at: number): boolean {
	const [point, first, second, next] = [at - 1, at, at + 1, at + 2].map((i) => chars[i]);
	return (
		point?.char === '.' &&
		point.gap === 0 &&
		isDigit(chars[at - 2]) &&
		isDigit(first) &&
		isDigit(second) &&
		second.gap === 0 &&
		first.gap < widestPoint &&
		(!next || next.gap > 0)
	);
}

/** Figures without the blank that a point as wide as a digit leaves behind it: `7. 30` is 7.30. */
export const withClosedPoints = (chars: readonly Char[]): Char[] =>
	chars.map((char, i) => (char.gap > 0 && goesOn(chars, i) ? { ...char, gap: 0 } : char));
