import type { PdfGlyph } from '../../image/pdf/glyphs.mts';
import { apply, times, type Matrix } from '../../image/pdf/matrix.mts';
import { childrenOf, numbersOf, type XmlElement } from '../xml.mts';

/** A text object of a page (GB/T 33190, 11.2). */
export interface OfdText {
	/** By which tags refer to it; '' where it has none. */
	id: string;
	text: string;
	glyphs: PdfGlyph[];
}

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;
/** The advance of a character, in sizes of its font, where a file says none. */
const advanceOf = (char: string): number => (wide.test(char) ? 1 : 0.5);
const quarter = Math.PI / 2;
/** In millimetres, where an object says none; what the standard sets for a font's size. */
const usualSize = 4.2333;

/** A font that is larger shows nothing that is read. */
const mostPixels = 10_000;

/** The matrix of an object: its own, then its box's corner, then that of what it is in. */
export function objectMatrix({ attributes }: XmlElement, outer: Matrix): Matrix {
	const own = numbersOf(attributes.CTM);
	const [x = 0, y = 0] = numbersOf(attributes.Boundary);
	const inBox = times(own.length === 6 ? own : [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, x, y]);
	return times(inBox, outer);
}

/**
 * The distances between characters, one by one: `g 3 1.5` is 1.5 three times. The last one goes on where there are too
 * few, as viewers have it; none is undefined.
 */
export function* distances(list: string | undefined): Generator<number | undefined> {
	const words = (list ?? '').trim().split(/\s+/u);
	let last: number | undefined;
	for (let i = 0; i < words.length; i++) {
		const isRun = words[i] === 'g';
		const times = isRun ? Math.min(Number(words[i + 1]) || 0, Number.MAX_SAFE_INTEGER) : 1;
		if (isRun) i += 2;
		const distance = Number(words[i] || NaN);
		if (!Number.isFinite(distance)) continue;
		for (let n = 0; n < times; n++) yield (last = distance);
	}
	while (true) yield last;
}

/** What a text object shows, in pixels of the drawn page; undefined where it is not shown. */
export function readText(element: XmlElement, outer: Matrix): OfdText | undefined {
	const { attributes } = element;
	if (attributes.Visible === 'false' || attributes.Alpha === '0') return undefined;
	const matrix = objectMatrix(element, outer);
	const size = Number(attributes.Size) || usualSize;
	const stretch = Number(attributes.HScale) || 1;
	const [a, b, c, d] = matrix;
	const em = size * Math.hypot(c, d);
	if (!(em > 0 && em < mostPixels)) return undefined;
	const turned = (Number(attributes.CharDirection) || 0) / 90;
	const angle = Math.atan2(b, a) + turned * quarter;
	const glyphs: PdfGlyph[] = [];
	let text = '';
	let [x, y] = [0, 0];
	for (const code of childrenOf(element, 'TextCode')) {
		x = Number(code.attributes.X ?? x) || 0;
		y = Number(code.attributes.Y ?? y) || 0;
		text += code.text;
		const { DeltaX, DeltaY } = code.attributes;
		const across = distances(DeltaX);
		const down = distances(DeltaY);
		let [left, base] = [x, y];
		for (const char of code.text) {
			const [px, py] = apply(matrix, left, base);
			glyphs.push({ char, x: px, y: py, angle, em, ink: [px, py, px, py], isMapped: true });
			const isFree = DeltaX === undefined && DeltaY === undefined;
			left += across.next().value ?? (isFree ? size * stretch * advanceOf(char) : 0);
			base += down.next().value ?? 0;
		}
	}
	return { id: attributes.ID ?? '', text, glyphs };
}

/** The box of a text in pixels: left, top, right, bottom. */
export function boxOf({ glyphs }: OfdText): [number, number, number, number] {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { char, x, y, em } of glyphs) {
		if (char.trim() === '') continue;
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y - 0.88 * em);
		box[2] = Math.max(box[2], x + em * advanceOf(char));
		box[3] = Math.max(box[3], y + 0.12 * em);
	}
	return box;
}
