import type { Point } from '../../page/types.mts';
import { convexHull } from '../../page/geometry.mts';

/** Ink this near to the hull, in pixels, lies on it. */
const near = 3;
/** The share of a hull that lies on ink or on the edge of the picture: that of a stamp, and of a piece of one. */
const stampShare = 0.65;
const pieceShare = 0.4;
/** A stamp's sides, in shares of the picture's shorter one. */
const leastSide = 0.07;
const mostSide = 0.6;
/** Its longer side by its shorter one, at most. */
const longest = 3;
/** More ink than this in its hull is a patch of colour, less a few words. */
const mostFilled = 0.7;
const leastFilled = 0.03;

/** A shape of ink: its hull, and which pixels of the ink are its. */
export interface Outline {
	hull: Point[];
	/** Its ink goes around it: no words alone have that. */
	isClosed: boolean;
	/** Indexes of the list of pixels. */
	members: number[];
}

/**
 * Rings, ovals and frames, or pieces of them, among pixels of one colour.
 * @param reach how far apart pixels may lie that belong together, in pixels
 */
export function outlinesOf(
	pixels: readonly number[],
	{ width, height }: { width: number; height: number },
	reach: number,
): Outline[] {
	const side = Math.min(width, height);
	return clusters(pixels, width, height, reach).flatMap((members) => {
		const points = members.map((i) => ({
			x: pixels[i] % width,
			y: Math.floor(pixels[i] / width),
		}));
		const [w, h] = sidesOf(points);
		const [short, long] = [Math.min(w, h), Math.max(w, h)];
		if (short < leastSide * side || long > mostSide * side || long > longest * short) return [];
		const hull = convexHull(outermost(points));
		const filled = points.length / areaOf(hull);
		if (filled > mostFilled || filled < leastFilled) return [];
		const share = closedShare(hull, points, width, height);
		return share >= pieceShare ? [{ hull, members, isClosed: share >= stampShare }] : [];
	});
}

/** The outermost points of each row: a hull has no others. */
function outermost(points: readonly Point[]): Point[] {
	const rows = new Map<number, [left: Point, right: Point]>();
	for (const point of points) {
		const row = rows.get(point.y);
		if (!row) rows.set(point.y, [point, point]);
		else if (point.x < row[0].x) row[0] = point;
		else if (point.x > row[1].x) row[1] = point;
	}
	return [...rows.values()].flat();
}

function sidesOf(points: readonly Point[]): [width: number, height: number] {
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const { x, y } of points) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return [right - left + 1, bottom - top + 1];
}

function areaOf(hull: readonly Point[]): number {
	const twice = hull.reduce((sum, { x, y }, i) => {
		const next = hull[(i + 1) % hull.length];
		return sum + x * next.y - next.x * y;
	}, 0);
	return Math.max(1, Math.abs(twice) / 2);
}

/** The indexes of pixels that lie near one another, cluster by cluster. */
function clusters(
	pixels: readonly number[],
	width: number,
	height: number,
	cell: number,
): number[][] {
	const columns = Math.ceil(width / cell);
	const rows = Math.ceil(height / cell);
	const cellOf = pixels.map(
		(pixel) =>
			Math.floor(Math.floor(pixel / width) / cell) * columns + Math.floor((pixel % width) / cell),
	);
	const membersOf = new Map<number, number[]>();
	cellOf.forEach((at, i) => {
		const members = membersOf.get(at);
		if (members) members.push(i);
		else membersOf.set(at, [i]);
	});
	const found: number[][] = [];
	for (const start of membersOf.keys()) {
		const cluster: number[] = [];
		const stack = [start];
		for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
			const members = membersOf.get(at);
			if (!members) continue;
			membersOf.delete(at);
			for (const member of members) cluster.push(member);
			const [column, row] = [at % columns, Math.floor(at / columns)];
			for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
				for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
					stack.push(y * columns + x);
				}
			}
		}
		found.push(cluster);
	}
	return found;
}

/** The share of a hull, walked along, that has ink or the edge of the picture near it. */
function closedShare(
	hull: readonly Point[],
	points: readonly Point[],
	width: number,
	height: number,
): number {
	const inked = new Set(points.map(({ x, y }) => keyOf(x, y)));
	let steps = 0;
	let closed = 0;
	hull.forEach((from, i) => {
		const to = hull[(i + 1) % hull.length];
		const length = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / near));
		for (let step = 0; step < length; step++, steps++) {
			const x = from.x + ((to.x - from.x) * step) / length;
			const y = from.y + ((to.y - from.y) * step) / length;
			if (x < near || y < near || x >= width - near || y >= height - near || hasInk(inked, x, y))
				closed++;
		}
	});
	return closed / steps;
}

/** Cells of half that distance: ink is near where one of nine cells has some. */
const keyOf = (x: number, y: number) =>
	Math.floor((2 * x) / near) * 65536 + Math.floor((2 * y) / near);

function hasInk(inked: ReadonlySet<number>, x: number, y: number): boolean {
	for (let dy = -2; dy <= 2; dy++) {
		for (let dx = -2; dx <= 2; dx++) {
			if (inked.has(keyOf(x + (dx * near) / 2, y + (dy * near) / 2))) return true;
		}
	}
	return false;
}
