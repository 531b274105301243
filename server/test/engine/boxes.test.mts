import { findBoxes, liesOnItsSide, turnHalf } from '../../src/engine/boxes.mts';
import { thresholdsOf } from '../../src/engine/families.mts';
import { findRegions, type TextMap } from '../../src/engine/regions.mts';

/** A map on which each of the given rectangles has one probability. */
function mapOf(
	width: number,
	height: number,
	rects: Array<{ x: number; y: number; width: number; height: number; value?: number }>,
): TextMap {
	const values = new Float32Array(width * height);
	for (const rect of rects) {
		for (let y = rect.y; y < rect.y + rect.height; y++) {
			values.fill(rect.value ?? 0.9, y * width + rect.x, y * width + rect.x + rect.width);
		}
	}
	return { width, height, values };
}

describe('findRegions', () => {
	it('separates what does not touch and joins what touches at a corner', () => {
		const regions = findRegions(
			mapOf(40, 20, [
				{ x: 2, y: 2, width: 10, height: 3 },
				{ x: 12, y: 5, width: 6, height: 3 },
				{ x: 25, y: 2, width: 10, height: 3 },
			]),
			0.3,
		);
		expect(regions).toHaveLength(2);
		expect(Math.max(...regions[0].hull.map(({ x }) => x))).toBe(18);
		expect(Math.max(...regions[0].hull.map(({ y }) => y))).toBe(8);
	});

	it('scores a region with the mean of its pixels and does not wrap around the edges', () => {
		const regions = findRegions(
			mapOf(10, 4, [
				{ x: 8, y: 0, width: 2, height: 1, value: 0.4 },
				{ x: 0, y: 2, width: 2, height: 1, value: 0.8 },
			]),
			0.3,
		);
		expect(regions.map(({ score }) => score)).toEqual([expect.closeTo(0.4), expect.closeTo(0.8)]);
	});
});

const thresholds = thresholdsOf('PP-OCRv4_mobile_det');

describe('findBoxes', () => {
	it('scales to the page, grows the boxes and drops faint and tiny ones', () => {
		const map = mapOf(96, 64, [
			{ x: 10, y: 10, width: 40, height: 6 },
			{ x: 10, y: 30, width: 40, height: 6, value: 0.5 },
			{ x: 10, y: 50, width: 40, height: 2 },
		]);
		const boxes = findBoxes(map, { width: 192, height: 128 }, thresholds);
		expect(boxes).toHaveLength(1);
		expect(boxes[0].center).toEqual({ x: 60, y: 26 });
		expect(boxes[0].width).toBeGreaterThan(80);
		expect(boxes[0].height).toBeGreaterThan(12 * 2);
		expect(boxes[0].height).toBeLessThan(12 * 3);
	});

	it('refuses a map with more pieces of text than a document has', () => {
		const specks = (count: number) =>
			mapOf(
				600,
				600,
				Array.from({ length: count }, (_, i) => ({
					x: 12 * (i % 50),
					y: 12 * Math.floor(i / 50),
					width: 6,
					height: 6,
				})),
			);
		expect(findBoxes(specks(2000), { width: 600, height: 600 }, thresholds)).toHaveLength(2000);
		expect(() => findBoxes(specks(2001), { width: 600, height: 600 }, thresholds)).toThrow(
			/more than 2000 pieces of text/,
		);
	});

	it('gives short regions the tilt of the long ones', () => {
		const map = mapOf(200, 100, [{ x: 150, y: 10, width: 9, height: 9 }]);
		for (let line = 0; line < 3; line++) {
			for (let x = 10; x < 130; x++) {
				const y = 20 + line * 20 + Math.round(x * 0.1);
				for (let dy = 0; dy < 6; dy++) map.values[(y + dy) * 200 + x] = 0.9;
			}
		}
		const boxes = findBoxes(map, map, thresholds);
		expect(boxes).toHaveLength(4);
		for (const { angle } of boxes) expect(angle).toBeCloseTo(Math.atan(0.1), 1);
	});
});

describe('liesOnItsSide', () => {
	const box = (width: number, height: number) => ({
		center: { x: 0, y: 0 },
		width,
		height,
		angle: 0,
	});

	it('goes by the majority of the long boxes', () => {
		expect(liesOnItsSide([box(10, 90), box(10, 80), box(70, 10)])).toBe(true);
		expect(liesOnItsSide([box(90, 10), box(10, 80), box(70, 10)])).toBe(false);
	});

	it('does not go by single characters', () => {
		expect(liesOnItsSide([box(10, 15), box(10, 15), box(70, 10)])).toBe(false);
		expect(liesOnItsSide([])).toBe(false);
	});
});

describe('turnHalf', () => {
	it('moves a box to the opposite corner of the page', () => {
		const [turned] = turnHalf([{ center: { x: 10, y: 20 }, width: 8, height: 2, angle: 0.1 }], {
			width: 100,
			height: 50,
		});
		expect(turned).toEqual({ center: { x: 90, y: 30 }, width: 8, height: 2, angle: 0.1 });
	});
});
