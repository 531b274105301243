import {
	convexHull,
	corners,
	minimumAreaRect,
	rectAtAngle,
	sliceQuad,
	unclip,
} from '../../src/page/geometry.mts';

const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Points on the outline of a rectangle around (50, 40), turned by `angle` degrees. */
function outline(width: number, height: number, angle: number) {
	const turn = (angle * Math.PI) / 180;
	const points = [];
	for (let t = -1; t <= 1; t += 0.125) {
		for (const [u, v] of [
			[t, -1],
			[t, 1],
			[-1, t],
			[1, t],
		]) {
			const x = (u * width) / 2;
			const y = (v * height) / 2;
			points.push({
				x: 50 + x * Math.cos(turn) - y * Math.sin(turn),
				y: 40 + x * Math.sin(turn) + y * Math.cos(turn),
			});
		}
	}
	return points;
}

describe('convexHull', () => {
	it('keeps the corners and drops what lies between and inside', () => {
		const hull = convexHull([...outline(20, 10, 0), { x: 50, y: 40 }]);
		expect(hull).toHaveLength(4);
		expect(hull).toEqual(
			expect.arrayContaining([
				{ x: 40, y: 35 },
				{ x: 60, y: 35 },
				{ x: 60, y: 45 },
				{ x: 40, y: 45 },
			]),
		);
	});

	it('returns a single point and a line as they are', () => {
		expect(convexHull([{ x: 1, y: 2 }])).toEqual([{ x: 1, y: 2 }]);
		expect(
			convexHull([
				{ x: 3, y: 3 },
				{ x: 1, y: 1 },
				{ x: 2, y: 2 },
			]),
		).toHaveLength(2);
	});
});

describe('minimumAreaRect', () => {
	it.each([0, 7, -7, 30, -44])('finds a rectangle turned by %d degrees', (angle) => {
		const rect = minimumAreaRect(convexHull(outline(80, 12, angle)));
		expect(rect.center.x).toBeCloseTo(50);
		expect(rect.center.y).toBeCloseTo(40);
		expect(rect.width).toBeCloseTo(80);
		expect(rect.height).toBeCloseTo(12);
		expect(degrees(rect.angle)).toBeCloseTo(angle);
	});

	it('describes a steep rectangle as a high one that is turned little', () => {
		const rect = minimumAreaRect(convexHull(outline(80, 12, 80)));
		expect(rect.width).toBeCloseTo(12);
		expect(rect.height).toBeCloseTo(80);
		expect(degrees(rect.angle)).toBeCloseTo(-10);
	});
});

describe('rectAtAngle', () => {
	it('holds the points of a slanted line upright when asked to', () => {
		expect(
			rectAtAngle(
				[
					{ x: 0, y: 0 },
					{ x: 4, y: 2 },
				],
				0,
			),
		).toEqual({
			center: { x: 2, y: 1 },
			width: 4,
			height: 2,
			angle: 0,
		});
	});
});

describe('unclip', () => {
	it('grows each side by area times ratio over perimeter', () => {
		const grown = unclip({ center: { x: 0, y: 0 }, width: 30, height: 10, angle: 0.1 }, 1.6);
		expect(grown.width).toBeCloseTo(30 + 2 * ((300 * 1.6) / 80));
		expect(grown.height).toBeCloseTo(10 + 2 * ((300 * 1.6) / 80));
		expect(grown.angle).toBe(0.1);
	});
});

describe('corners', () => {
	it('begins at the top left and goes clockwise', () => {
		expect(corners({ center: { x: 10, y: 5 }, width: 8, height: 2, angle: 0 })).toEqual([
			{ x: 6, y: 4 },
			{ x: 14, y: 4 },
			{ x: 14, y: 6 },
			{ x: 6, y: 6 },
		]);
	});

	it('descends to the right at a positive angle', () => {
		const [topLeft, topRight] = corners({
			center: { x: 0, y: 0 },
			width: 10,
			height: 2,
			angle: 0.3,
		});
		expect(topRight.y).toBeGreaterThan(topLeft.y);
	});
});

describe('sliceQuad', () => {
	it('cuts a part out along the baseline', () => {
		const quad = corners({ center: { x: 50, y: 10 }, width: 100, height: 20, angle: 0 });
		expect(sliceQuad(quad, 0.25, 0.5)).toEqual([
			{ x: 25, y: 0 },
			{ x: 50, y: 0 },
			{ x: 50, y: 20 },
			{ x: 25, y: 20 },
		]);
	});
});
