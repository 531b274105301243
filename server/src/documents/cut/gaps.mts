import { median } from '../../page/statistics.mts';
import type { Point, TextBox } from '../../page/types.mts';

/** Boxes in order across a line, and how many of them are before it. */
export interface Gap {
	order: readonly number[];
	before: number;
	/** How wide the empty band along the line is, in heights of the usual line of text. */
	width: number;
}

/** Directions of lines that are tried, in degrees: papers of one photo lie at different angles. */
const angles = Array.from({ length: 17 }, (_, i) => 2 * (i - 8));
/** What a line loses of its width for each degree that it leans. */
const costOfAngle = 0.02;
/** Boxes are taller than their text: so much is taken off at their top and their bottom. */
const airOfBox = 0.18;
/** A band narrower than this, in lines of text, is no gap between two papers. */
const leastWidth = 0.6;

/**
 * The straight lines with nothing on them that part some boxes in two, above and below or left and right, the widest
 * bands first; of lines that part them alike only the best.
 */
export function gapsOf(boxes: readonly TextBox[]): Gap[] {
	const outlines = boxes.map(({ quad }) => inner(quad));
	const unit = median(boxes.map(({ quad: [a, , , d] }) => Math.hypot(d.x - a.x, d.y - a.y))) || 1;
	const signs = boxes.map((_, i) => signOf(i));
	const best = new Map<number, Gap>();
	for (const angle of angles) {
		const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
		const scale = (1 - costOfAngle * Math.abs(angle)) / unit;
		const ways = [({ x, y }: Point) => y * cos - x * sin, ({ x, y }: Point) => x * cos + y * sin];
		for (const across of ways) addGaps(best, outlines, signs, { across, scale });
	}
	return [...best.values()].sort((a, b) => b.width - a.width);
}

/** The outline of a box's text. */
function inner([a, b, c, d]: TextBox['quad']): Point[] {
	const between = (from: Point, to: Point, at: number) => ({
		x: from.x + (to.x - from.x) * at,
		y: from.y + (to.y - from.y) * at,
	});
	return [
		between(a, d, airOfBox),
		between(b, c, airOfBox),
		between(c, b, airOfBox),
		between(d, a, airOfBox),
	];
}

/** A number whose sums tell sets of boxes apart. */
const signOf = (index: number): number => {
	const mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(index + 7, 0x85ebca6b);
	return (mixed >>> 0) * 1_000_003 + index;
};

/** Adds the empty bands between outlines, seen along one direction. */
function addGaps(
	best: Map<number, Gap>,
	outlines: readonly Point[][],
	signs: readonly number[],
	{ across, scale }: { across: (point: Point) => number; scale: number },
): void {
	const spans = outlines
		.map((points, index) => {
			const at = points.map(across);
			return { index, from: Math.min(...at), to: Math.max(...at) };
		})
		.sort((a, b) => a.from - b.from);
	const order = spans.map(({ index }) => index);
	let end = -Infinity;
	let sign = 0;
	spans.forEach(({ index, from, to }, before) => {
		const width = (from - end) * scale;
		if (before > 0 && width > leastWidth && width > (best.get(sign)?.width ?? 0)) {
			best.set(sign, { order, before, width });
		}
		end = Math.max(end, to);
		sign += signs[index];
	});
}
