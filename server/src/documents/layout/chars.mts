import { isWide, normalize } from '../text.mts';
import type { Baseline } from './lines.mts';

/** A character of a row. */
export interface Char {
	char: string;
	confidence: number;
	/** In the shared coordinates of the rows (see Row). */
	left: number;
	right: number;
	/** The blank before it, in widths of a full-width character; 0 when there is none. */
	gap: number;
}

/** How wide a printed character is, as a share of a full-width one. */
const advance = (char: string): number => (isWide(char) ? 1 : /[mwMW@%]/u.test(char) ? 0.75 : 0.52);

/** From this much empty room on (in full-width characters), two characters have a blank between them. */
const blankFrom = 0.3;
/** Room between boxes that is no blank: detection cuts some words in two. */
const boxBlankFrom = 0.12;

interface Placed {
	char: string;
	confidence: number;
	/** Pixels along the levelled row. */
	center: number;
	half: number;
	blank: boolean;
}

const median = (values: number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The width of a full-width character of a box, in pixels, by the distances of its glyphs. */
function emOf(centers: readonly number[], chars: readonly string[], height: number): number {
	const steps: number[] = [];
	for (let i = 1; i < chars.length; i++) {
		steps.push(((centers[i] - centers[i - 1]) * 2) / (advance(chars[i]) + advance(chars[i - 1])));
	}
	const typical = steps.length >= 2 ? median(steps) : height * 0.75;
	return Math.min(height * 1.1, Math.max(height * 0.45, typical));
}

/** Which glyphs of a box have a blank of its text before them. */
function blanksOf(text: string, glyphs: readonly string[]): boolean[] {
	const blanks: boolean[] = [];
	let at = 0;
	for (const glyph of glyphs) {
		const found = text.indexOf(glyph, at);
		blanks.push(found > at && /^\s+$/u.test(text.slice(at, found)));
		if (found >= 0) at = found + glyph.length;
	}
	return blanks;
}

function placedOf({ box, left, right, height }: Baseline): { placed: Placed[]; em: number } {
	const glyphs = box.glyphs.filter(({ char }) => char.trim() !== '');
	const width = right - left;
	const centers = glyphs.map(({ from, to }) => left + ((from + to) / 2) * width);
	const em = emOf(
		centers,
		glyphs.map(({ char }) => char),
		height,
	);
	const blanks = blanksOf(
		box.text,
		glyphs.map(({ char }) => char),
	);
	const placed = glyphs.flatMap(({ char, confidence }, i) =>
		Array.from(normalize(char).replace(/\s+/gu, ''), (normal, k) => ({
			char: normal,
			confidence,
			center: centers[i] + k * 0.25 * em,
			half: (advance(normal) * em) / 2,
			blank: blanks[i] && k === 0,
		})),
	);
	return { placed, em };
}

/**
 * The characters of a chained row.
 * @param place from pixels along the levelled row to the shared coordinates
 * @param scale shared coordinates per pixel
 */
export function charsOf(
	row: readonly Baseline[],
	place: (x: number) => number,
	scale: number,
): { chars: Char[]; em: number } {
	const chars: Char[] = [];
	const ems: number[] = [];
	let end = -Infinity;
	for (const line of row) {
		const { placed, em } = placedOf(line);
		ems.push(em);
		placed.forEach(({ char, confidence, center, half, blank }, i) => {
			const room = (center - half - end) / em;
			const isBlank = blank || room > (i === 0 ? boxBlankFrom : blankFrom);
			chars.push({
				char,
				confidence,
				left: place(center - half),
				right: place(center + half),
				gap: chars.length > 0 && isBlank ? Math.max(room, blankFrom) : 0,
			});
			end = center + half;
		});
	}
	return { chars, em: median(ems) * scale };
}
