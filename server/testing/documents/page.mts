import type { Glyph, Page, Point, Quad, TextBox } from '../../src/page/types.mts';

/** How a printed page lies before the camera. */
export interface View {
	/** Clockwise, in degrees. */
	tilt?: number;
	/** How much smaller the far side is, as a share: [towards the right, towards the bottom]. */
	perspective?: readonly [right: number, bottom: number];
	/** Whether single blanks are lost, as the recogniser loses them. */
	losesBlanks?: boolean;
}

/** How much larger a line that begins with `# ` is printed. */
export const headingScale = 1.6;

const em = 24;
const lineHeight = 38;
const margin = 60;
/** A detected box is this much taller than the characters' width. */
const boxHeight = 1.35 * em;

/** Whether a character takes two columns of a fixture. */
export const isWide = (char: string): boolean =>
	/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/u.test(char);
const advance = (char: string): number => (isWide(char) ? em : em / 2);

function camera({ tilt = 0, perspective = [0, 0] }: View, width: number, height: number) {
	const angle = (tilt * Math.PI) / 180;
	return ({ x, y }: Point): Point => {
		const depth = 1 + (perspective[0] * x) / width + (perspective[1] * y) / height;
		const near = { x: (x - width / 2) / depth, y: (y - height / 2) / depth };
		return {
			x: width / 2 + near.x * Math.cos(angle) - near.y * Math.sin(angle),
			y: height / 2 + near.x * Math.sin(angle) + near.y * Math.cos(angle),
		};
	};
}

/**
 * A page as the engine would recognise it, from lines of text as they stand on paper: a Chinese
 * character is two columns wide, another one; two blanks or more part boxes, one stays in its box.
 * A line that begins with `# ` is printed larger.
 */
export function pageOf(text: string, view: View = {}): Page {
	const lines = text.replace(/^\n|\n\s*$/gu, '').split('\n');
	const size = (line: string) => Array.from(line).reduce((sum, char) => sum + advance(char), 0);
	const width = Math.max(...lines.map(size)) + 2 * margin;
	const height = lines.length * lineHeight + 2 * margin;
	const place = camera(view, width, height);
	const boxes = lines.flatMap((line, i) =>
		boxesOf(line, margin + (i + 0.5) * lineHeight, place, view),
	);
	return { width, height, boxes };
}

function boxesOf(line: string, y: number, place: (point: Point) => Point, view: View): TextBox[] {
	const scale = line.startsWith('# ') ? headingScale : 1;
	const printed = line.replace(/^# /u, '');
	const boxes: TextBox[] = [];
	for (const match of printed.matchAll(/\S+(?: \S+)*/gu)) {
		const left = margin + widthOf(printed.slice(0, match.index), 1);
		boxes.push(boxOf(match[0], left, y, scale, place, view));
	}
	return boxes;
}

const widthOf = (text: string, scale: number): number =>
	Array.from(text).reduce((sum, char) => sum + advance(char) * scale, 0);

function boxOf(
	text: string,
	left: number,
	y: number,
	scale: number,
	place: (point: Point) => Point,
	{ losesBlanks = false }: View,
): TextBox {
	const length = widthOf(text, scale);
	const glyphs: Glyph[] = [];
	let at = 0;
	for (const char of text) {
		const next = at + advance(char) * scale;
		if (char !== ' ' || !losesBlanks) {
			glyphs.push({ char, confidence: 0.99, from: at / length, to: next / length });
		}
		at = next;
	}
	const half = (boxHeight * scale) / 2;
	const quad: Quad = [
		place({ x: left, y: y - half }),
		place({ x: left + length, y: y - half }),
		place({ x: left + length, y: y + half }),
		place({ x: left, y: y + half }),
	];
	return { text: glyphs.map(({ char }) => char).join(''), confidence: 0.99, quad, glyphs };
}
