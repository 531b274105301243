import { toTextBoxes } from '../../page/cells.mts';
import type { Mark, Page, Quad, TextBox } from '../../page/types.mts';
import type { PdfGlyph } from './glyphs.mts';
import { LineIndex, type Line } from './line-index.mts';
import { turnUpright } from './upright.mts';

/** The same character this near, in its widths, is a shadow of it: bold print by printing twice. */
const shadowReach = 0.15;
/** Characters farther apart, in their widths, do not belong together; words of letters in wide print do. */
const partReach = 2.5;
/** Boxes of recognised lines are this much taller than their text (see widthOfHeight in cells.mts). */
const heightOfEm = 1 / 0.66;
/** How far the middle of a character stands above its baseline, in its widths. */
const middleAbove = 0.36;
/** Advance of letters and digits, where a font that is not in the file leaves no ink to measure. */
const narrow = 0.5;

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;

/**
 * The page that recognition would give for a text layer, as sure as can be: lines of characters by their
 * place (not by their order in the file, which is any), blanks and columns by the room between them.
 * @param glyphs in pixels of the drawn page
 */
export function toPage(glyphs: readonly PdfGlyph[], size: { width: number; height: number }): Page {
	const { glyphs: upright, ...sides } = turnUpright(glyphs, size);
	const boxes = linesOf(upright).flatMap((line) =>
		partsOf(line).flatMap((marks) => toBoxes(line, marks)),
	);
	return { ...sides, boxes };
}

/** The lines of text, in the order of their first characters. */
export function linesOf(glyphs: readonly PdfGlyph[]): Line[] {
	const lines: Line[] = [];
	const known = new LineIndex();
	for (const glyph of glyphs) {
		const { y, em } = glyph;
		const line = known.find(y, em);
		if (line) line.glyphs.push(glyph);
		else {
			const begun = { y, em, glyphs: [glyph] };
			lines.push(begun);
			known.add(begun, lines.length);
		}
	}
	return lines;
}

/** The characters of a line, cut where so much room is between them that they stand in different places. */
function partsOf({ em, glyphs }: Line): Mark[][] {
	const parts: Mark[][] = [];
	for (const mark of marksOf(glyphs, em)) {
		const part = parts.at(-1);
		const before = part?.at(-1);
		if (part && before && mark.left - before.right < partReach * em) part.push(mark);
		else parts.push([mark]);
	}
	return parts;
}

function toBoxes({ y, em }: Line, marks: readonly Mark[]): TextBox[] {
	const left = marks[0].left;
	const right = Math.max(...marks.map((mark) => mark.right));
	const size = { width: right - left, height: em * heightOfEm };
	const middle = y - middleAbove * em;
	const [top, bottom] = [middle - size.height / 2, middle + size.height / 2];
	const quad: Quad = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
	const onCrop = marks.map((mark) => ({
		...mark,
		left: mark.left - left,
		right: mark.right - left,
	}));
	return toTextBoxes(onCrop, size, quad);
}

/** The characters from left to right with their ink, without blanks and shadows. */
function marksOf(glyphs: readonly PdfGlyph[], em: number): Mark[] {
	const sorted = [...glyphs].sort((a, b) => a.x - b.x);
	const marks: Mark[] = [];
	let afterBlank = false;
	for (const { char, x, ink } of sorted) {
		if (char.trim() === '') {
			afterBlank = true;
			continue;
		}
		const hasInk = ink[2] > ink[0];
		const left = hasInk ? ink[0] : x;
		const right = hasInk ? ink[2] : x + em * (wide.test(char) ? 1 : narrow);
		const before = marks.at(-1);
		if (before?.char === char && Math.abs(before.left - left) < shadowReach * em) continue;
		marks.push({ char, confidence: 1, left, right, afterBlank: afterBlank && !!before });
		afterBlank = false;
	}
	return marks;
}
