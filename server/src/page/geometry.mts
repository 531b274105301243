import type { Area, Point, Quad } from './types.mts';

/** A rectangle turned by `angle` radians (clockwise on the screen, -45° to 45°); `width` runs along that angle. */
export interface TurnedRect {
	center: Point;
	width: number;
	height: number;
	angle: number;
}

const cross = (o: Point, a: Point, b: Point) =>
	(a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

function halfHull(sorted: Point[]): Point[] {
	const hull: Point[] = [];
	for (const point of sorted) {
		while (hull.length >= 2 && cross(hull[hull.length - 2], hull[hull.length - 1], point) <= 0) {
			hull.pop();
		}
		hull.push(point);
	}
	hull.pop();
	return hull;
}

/** The convex hull of the points (Andrew's monotone chain), without collinear points. */
export function convexHull(points: Point[]): Point[] {
	const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
	if (sorted.length < 3) return sorted;
	return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

/** The smallest rectangle with its width along `angle` (radians) that holds all points. */
export function rectAtAngle(points: Point[], angle: number): TurnedRect {
	const cos = Math.cos(angle);
	const sin = Math.sin(angle);
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const { x, y } of points) {
		const along = x * cos + y * sin;
		const across = y * cos - x * sin;
		left = Math.min(left, along);
		right = Math.max(right, along);
		top = Math.min(top, across);
		bottom = Math.max(bottom, across);
	}
	const along = (left + right) / 2;
	const across = (top + bottom) / 2;
	return {
		center: { x: along * cos - across * sin, y: along * sin + across * cos },
		width: right - left,
		height: bottom - top,
		angle,
	};
}

/** Folds a direction into -45° to 45°, the angles a TurnedRect may have. */
function foldAngle(angle: number): number {
	const quarter = Math.PI / 2;
	return angle - quarter * Math.round(angle / quarter);
}

/** The rectangle of least area around a convex hull: one of its sides lies on a side of the hull. */
export function minimumAreaRect(hull: Point[]): TurnedRect {
	let best = rectAtAngle(hull, 0);
	for (let i = 0; i < hull.length; i++) {
		const a = hull[i];
		const b = hull[(i + 1) % hull.length];
		const rect = rectAtAngle(hull, foldAngle(Math.atan2(b.y - a.y, b.x - a.x)));
		if (rect.width * rect.height < best.width * best.height) best = rect;
	}
	return best;
}

/**
 * Grows a rectangle by the distance `area * ratio / perimeter` on each side, the inverse of the
 * shrinking that DB was trained with (Liao et al., Real-time Scene Text Detection with
 * Differentiable Binarization, section 3.4).
 */
export function unclip(rect: TurnedRect, ratio: number): TurnedRect {
	const distance = (rect.width * rect.height * ratio) / (2 * (rect.width + rect.height));
	return { ...rect, width: rect.width + 2 * distance, height: rect.height + 2 * distance };
}

/** The corners of a rectangle, from its top-left one clockwise. */
export function corners({ center, width, height, angle }: TurnedRect): Quad {
	const along = { x: (Math.cos(angle) * width) / 2, y: (Math.sin(angle) * width) / 2 };
	const down = { x: (-Math.sin(angle) * height) / 2, y: (Math.cos(angle) * height) / 2 };
	return [
		{ x: center.x - along.x - down.x, y: center.y - along.y - down.y },
		{ x: center.x + along.x - down.x, y: center.y + along.y - down.y },
		{ x: center.x + along.x + down.x, y: center.y + along.y + down.y },
		{ x: center.x - along.x + down.x, y: center.y - along.y + down.y },
	];
}

/** The distance between two points. */
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** The place at shares of a quad's width and height, from its top-left corner; its sides are taken as parallel. */
export const placeIn = ([topLeft, topRight, , bottomLeft]: Quad, u: number, v: number): Point => ({
	x: topLeft.x + (topRight.x - topLeft.x) * u + (bottomLeft.x - topLeft.x) * v,
	y: topLeft.y + (topRight.y - topLeft.y) * u + (bottomLeft.y - topLeft.y) * v,
});

/** The part of a quad between two positions along its baseline (0 is its left edge, 1 its right). */
export function sliceQuad(
	[topLeft, topRight, bottomRight, bottomLeft]: Quad,
	from: number,
	to: number,
): Quad {
	const between = (a: Point, b: Point, at: number) => ({
		x: a.x + (b.x - a.x) * at,
		y: a.y + (b.y - a.y) * at,
	});
	return [
		between(topLeft, topRight, from),
		between(topLeft, topRight, to),
		between(bottomLeft, bottomRight, to),
		between(bottomLeft, bottomRight, from),
	];
}

/** The smallest area that holds all points; they are at least one. */
export function areaOf(points: readonly Point[]): Area {
	const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
	return {
		left: Math.min(...xs),
		top: Math.min(...ys),
		right: Math.max(...xs),
		bottom: Math.max(...ys),
	};
}
