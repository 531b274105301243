import type { Mark } from './types.mts';
import { median } from './statistics.mts';

/** What stands between a character and the one before it. */
export type Break = 'none' | 'blank' | 'cell';

/** Distances beyond the usual advance, and gaps without ink, in widths of a Chinese character. */
const blankExcess = 0.13;
const blankGap = 0.23;
const cellExcess = 0.5;
const cellGap = 0.55;
/** Names and labels are printed with a full-width blank between two characters: `合　计`. */
const hanCellExcess = 1.2;
/** Fewer neighbouring letters than these do not show that a line prints its letters spaced: `S H O P`. */
const leastSpaced = 3;
/** A letter or digit where a line shows no two of them, in widths of a Chinese character. */
const usualNarrow = 0.55;

const han = /\p{Script=Han}/u;
const digit = /\d/;
const letter = /[A-Za-z]/;
/** Other characters may be printed half or full width: a gap beside them need not be a blank. */
const plain = /[\p{Script=Han}A-Za-z\d]/u;

const center = ({ left, right }: Mark) => (left + right) / 2;

/**
 * Tells blanks and columns from the usual space between the characters of a line: by the distance of
 * their centres against the line's own advance widths, and by the gap without ink between them.
 * @param usualWidth advance of a Chinese character in pixels, for lines that do not show it
 * @returns for each mark what stands before it
 */
export function findBreaks(marks: readonly Mark[], usualWidth: number): Break[] {
	const wide = advanceOf(han, marks);
	const narrow = advanceOf(digit, marks);
	const width = wide ?? Math.max(usualWidth, (narrow ?? 0) / usualNarrow);
	const spaced = letterSpace(marks, width);
	const advance = ({ char }: Mark) => (han.test(char) ? width : (narrow ?? width * usualNarrow));

	return marks.map((mark, i) => {
		if (i === 0) return 'none';
		const before = marks[i - 1];
		const expected = (advance(before) + advance(mark)) / 2;
		const usual = letter.test(before.char) && letter.test(mark.char) ? spaced : 0;
		const excess = (center(mark) - center(before) - expected) / width - usual;
		const gap = (mark.left - before.right) / width - usual;
		const bothHan = han.test(before.char) && han.test(mark.char);
		if (excess > (bothHan ? hanCellExcess : cellExcess) && gap > cellGap) return 'cell';
		if (mark.afterBlank) return 'blank';
		const bothPlain = plain.test(before.char) && plain.test(mark.char);
		return bothPlain && excess > blankExcess && gap > blankGap ? 'blank' : 'none';
	});
}

/** The median distance between the centres of neighbours that are both of a kind. */
function advanceOf(kind: RegExp, marks: readonly Mark[]): number | undefined {
	return median(
		marks.flatMap((mark, i) =>
			i > 0 && kind.test(mark.char) && kind.test(marks[i - 1].char)
				? center(mark) - center(marks[i - 1])
				: [],
		),
	);
}

/** The usual gap between two letters, in widths of a Chinese character, where letters are printed spaced, or 0. */
function letterSpace(marks: readonly Mark[], width: number): number {
	const gaps = marks.flatMap((mark, i) =>
		i > 0 && letter.test(mark.char) && letter.test(marks[i - 1].char)
			? (mark.left - marks[i - 1].right) / width
			: [],
	);
	const usual = median(gaps) ?? 0;
	return gaps.length >= leastSpaced && usual > blankGap ? usual : 0;
}
