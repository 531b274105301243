import { withChars, type Char, type Row } from './rows.mts';

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
	const chars: Char[] = [];
	let at = 0;
	for (const { from, to } of runs) {
		const behind = row.chars[to];
		chars.push(...row.chars.slice(at, from), { ...behind, gap: Math.max(behind.gap, leftGap) });
		at = to + 1;
	}
	return withChars(row, [...chars, ...row.chars.slice(at)]);
}
