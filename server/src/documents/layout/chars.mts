import { areaOf, sliceQuad } from '../../page/geometry.mts';
import type { Area, Glyph } from '../../page/types.mts';
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
	/** Where it stands on the page. */
	area: Area;
}

/** How wide a printed character is, as a share of a full-width one. */
const advance = (char: string): number => (isWide(char) ? 1 : /[mwMW@%]/u.test(char) ? 0.75 : 0.52);

/** The width of a full-width character in heights of a box, which is that much taller than its text. */
const widthOfHeight = 0.72;
/** A blank is at least this wide, in full-width characters. */
const leastBlank = 0.3;
/** From this much room on there is a blank even where the recogniser saw none. */
const sureBlank = 1;
/** Room between boxes that is no blank: detection cuts some words in two. */
const boxBlank = 0.12;

interface Placed {
	char: string;
	confidence: number;
	/** Pixels along the levelled row. */
	left: number;
	right: number;
	hasBlank: boolean;
	area: Area;
}

const median = (values: number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The width of a full-width character of a box, in pixels, by the distances of its glyphs. */
function emOf(glyphs: readonly Glyph[], width: number, height: number): number {
	const usual = height * widthOfHeight;
	const steps = glyphs.slice(1).map((glyph, i) => {
		const before = glyphs[i];
		const step = ((glyph.from + glyph.to - before.from - before.to) / 2) * width;
		return (step * 2) / (advance(glyph.char) + advance(before.char));
	});
	if (steps.length < 2) return usual;
	return Math.min(usual * 1.4, Math.max(usual * 0.7, median(steps)));
}

/** Where a glyph stands: as measured, but no wider than printed (the ends of a box are uncertain). */
function extent(glyph: Glyph, isFirst: boolean, isLast: boolean, em: number, width: number) {
	const most = (advance(glyph.char) * em) / width;
	const { from, to } = glyph;
	if (to - from <= most) return { from, to };
	if (isFirst) return { from: to - most, to };
	if (isLast) return { from, to: from + most };
	const center = (from + to) / 2;
	return { from: center - most / 2, to: center + most / 2 };
}

function placedOf({ box, left, right, height }: Baseline): { placed: Placed[]; em: number } {
	const width = Math.max(1, right - left);
	const glyphs = box.glyphs.filter(({ char }) => char.trim() !== '');
	const blankBefore = new Set(
		box.glyphs.flatMap(({ char }, i) => (char.trim() === '' ? [box.glyphs[i + 1]] : [])),
	);
	const em = emOf(glyphs, width, height);
	const placed = glyphs.flatMap((glyph, i) => {
		const { from, to } = extent(glyph, i === 0, i === glyphs.length - 1, em, width);
		const parts = Array.from(normalize(glyph.char).replace(/\s+/gu, ''));
		const share = (to - from) / Math.max(1, parts.length);
		return parts.map((char, k) => {
			const [starts, ends] = [from + k * share, from + (k + 1) * share];
			return {
				char,
				confidence: glyph.confidence,
				left: left + starts * width,
				right: left + ends * width,
				hasBlank: k === 0 && blankBefore.has(glyph),
				area: areaOf(sliceQuad(box.quad, starts, ends)),
			};
		});
	});
	return { placed, em };
}

/** Of two readings of a place, one less sure than this gives way to one that is surer than the other bound. */
const unsure = 0.6;
const sure = 0.9;

/** Whether two characters stand at the same place: boxes that overlap show what lies between them twice. */
function overlaps(a: Placed, b: Placed): boolean {
	const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	return shared > Math.min(a.right - a.left, b.right - b.left) / 2;
}

/**
 * The characters of two neighbouring boxes without one that both show: the last of the one is the first
 * of the other, or one of the two was hardly read.
 */
function withoutDouble(before: Placed[], after: Placed[]): [Placed[], Placed[]] {
	const [last, first] = [before.at(-1), after.at(0)];
	if (!last || !first || !overlaps(last, first)) return [before, after];
	const [less, more] = [last, first].map(({ confidence }) => confidence).sort((a, b) => a - b);
	if (last.char !== first.char && (less > unsure || more < sure)) return [before, after];
	return last.confidence < first.confidence
		? [before.slice(0, -1), after]
		: [before, after.slice(1)];
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
	const lines = row.map(placedOf);
	const ems = lines.map(({ em }) => em);
	for (let i = 1; i < lines.length; i++) {
		const [before, after] = withoutDouble(lines[i - 1].placed, lines[i].placed);
		[lines[i - 1].placed, lines[i].placed] = [before, after];
	}
	let end = -Infinity;
	for (const { placed, em } of lines) {
		placed.forEach(({ char, confidence, left, right, hasBlank, area }, i) => {
			const room = (left - end) / em;
			const isBlank = hasBlank || room > (i === 0 ? boxBlank : sureBlank);
			chars.push({
				char,
				confidence,
				left: place(left),
				right: place(right),
				gap: chars.length > 0 && isBlank ? Math.max(room, leastBlank) : 0,
				area,
			});
			end = right;
		});
	}
	return { chars, em: median(ems) * scale };
}
