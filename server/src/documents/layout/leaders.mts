import { withChars, type Row } from './rows.mts';

/** Signs that lead the eye from a word to its figure, as many as make no number or ellipsis. */
const leaders = /(?<=[^.·…_=~-])[.·…_=~-]{3,}(?=[^.·…_=~-])/gu;
/** What they leave is as wide as the gap between two columns, in full-width characters. */
const leftGap = 2.5;

/** A row with a gap in place of the dots or dashes between a word and its figure. */
export function withoutLeaders(row: Row): Row {
	const spelling = row.chars.map(({ char }) => char.slice(0, 1)).join('');
	const runs = Array.from(spelling.matchAll(leaders), ({ 0: run, index }) => ({
		from: index,
		to: index + run.length,
	}));
	if (runs.length === 0) return row;
	const chars = row.chars.map((char, i) =>
		runs.some(({ to }) => to === i) ? { ...char, gap: Math.max(char.gap, leftGap) } : char,
	);
	return withChars(
		row,
		chars.filter((_, i) => !runs.some(({ from, to }) => i >= from && i < to)),
	);
}
