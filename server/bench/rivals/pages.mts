import type { Glyph, Page, TextBox } from '../../src/page/types.mts';

/** A word as both tesseracts report it, in pixels. */
export interface Word {
	text: string;
	/** 0 to 100. */
	confidence: number;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/**
 * Words farther apart than this many heights of their line stand in different boxes. What the server's own detection
 * keeps apart; the extraction expects cells of a table as boxes of their own.
 */
const cellGap = 1;
/** Words farther apart than this many heights have a blank between them; Chinese ones are reported a few signs each. */
const blankGap = 0.3;

const heightOf = (words: readonly Word[]) =>
	Math.max(...words.map(({ bottom }) => bottom)) - Math.min(...words.map(({ top }) => top));

/** Cuts a line where the gap between two words is that of a table. */
function cellsOf(line: readonly Word[]): Word[][] {
	const words = line.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.left - b.left);
	const limit = cellGap * heightOf(words);
	const cells: Word[][] = [];
	for (const word of words) {
		const last = cells.at(-1)?.at(-1);
		if (last && word.left - last.right <= limit) cells.at(-1)!.push(word);
		else cells.push([word]);
	}
	return cells;
}

/** Signs share their word evenly. */
function glyphsOf(word: Word, from: number, width: number): Glyph[] {
	const chars = [...word.text.trim()];
	const each = (word.right - word.left) / chars.length;
	return chars.map((char, index) => ({
		char,
		confidence: word.confidence / 100,
		from: (word.left + index * each - from) / width,
		to: (word.left + (index + 1) * each - from) / width,
	}));
}

function boxOf(cell: readonly Word[]): TextBox {
	const left = cell[0].left;
	const right = Math.max(...cell.map((word) => word.right));
	const top = Math.min(...cell.map((word) => word.top));
	const bottom = Math.max(...cell.map((word) => word.bottom));
	const width = Math.max(1, right - left);
	const text = cell
		.map((word, index) => {
			const gap = index > 0 ? word.left - cell[index - 1].right : 0;
			return (gap > blankGap * (bottom - top) ? ' ' : '') + word.text.trim();
		})
		.join('');
	const glyphs = cell.flatMap((word) => glyphsOf(word, left, width));
	return {
		text,
		confidence: glyphs.reduce((sum, { confidence }) => sum + confidence, 0) / glyphs.length,
		quad: [
			{ x: left, y: top },
			{ x: right, y: top },
			{ x: right, y: bottom },
			{ x: left, y: bottom },
		],
		glyphs,
	};
}

/** A page as the server's extraction takes it, from lines of words with their positions. */
export function pageOf(width: number, height: number, lines: ReadonlyArray<readonly Word[]>): Page {
	return { width, height, boxes: lines.flatMap(cellsOf).map(boxOf) };
}
