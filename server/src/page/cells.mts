import { sliceQuad } from './geometry.mts';
import { findBreaks } from './spacing.mts';
import { mean } from './statistics.mts';
import type { Glyph, Mark, Quad, TextBox } from './types.mts';

/** The advance of a Chinese character in heights of a box: boxes are that much taller than their text. */
const widthOfHeight = 0.66;
/**
 * A line read with less confidence than this on average is no text but a speck, a fold or a rule. Of 7,800
 * lines of drawn documents all 8 below it were; asterisks taken for Chinese characters begin at 0.3, lone
 * digits at 0.43.
 */
export const leastConfidence = 0.28;

/**
 * Turns the characters of a line into text boxes: blanks are put back, and a line that runs over
 * several columns is cut into one box a column. A line that is hardly text at all gives none.
 * @param crop the size, in the unit of the marks, of what `quad` outlines on the page
 */
export function toTextBoxes(
	marks: readonly Mark[],
	crop: { width: number; height: number },
	quad: Quad,
): TextBox[] {
	if (mean(marks.map(({ confidence }) => confidence)) < leastConfidence) return [];
	const breaks = findBreaks(marks, crop.height * widthOfHeight);
	const starts = marks.flatMap((_, i) => (i === 0 || breaks[i] === 'cell' ? i : []));
	const cut = (start: number) => (marks[start - 1].right + marks[start].left) / 2;

	return starts.map((start, i) => {
		const end = starts[i + 1] ?? marks.length;
		const from = i === 0 ? 0 : cut(start);
		const to = end === marks.length ? crop.width : cut(end);
		const position = (x: number) => (x - from) / (to - from);
		const cell = marks.slice(start, end);
		const glyphs = cell.flatMap((mark, j): Glyph[] => {
			const { char, confidence } = mark;
			const glyph = { char, confidence, from: position(mark.left), to: position(mark.right) };
			if (j === 0 || breaks[start + j] !== 'blank') return [glyph];
			const blank = { char: ' ', confidence, from: position(cell[j - 1].right), to: glyph.from };
			return [blank, glyph];
		});
		return {
			text: glyphs.map(({ char }) => char).join(''),
			confidence: mean(cell.map(({ confidence }) => confidence)),
			quad: sliceQuad(quad, from / crop.width, to / crop.width),
			glyphs,
		};
	});
}
