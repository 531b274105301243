import { closerScale, firstScale, mapSize } from '../../src/engine/detection-scale.mts';

const boxes = (...heights: number[]) =>
	heights.map((height) => ({ center: { x: 0, y: 0 }, width: 100, height, angle: 0 }));

describe('firstScale', () => {
	it('brings the longer side to 800 pixels', () => {
		expect(firstScale({ width: 1600, height: 1200 })).toBeCloseTo(0.5);
	});

	it('keeps long receipts at least 400 pixels wide', () => {
		expect(firstScale({ width: 800, height: 4000 })).toBeCloseTo(0.5);
	});

	it('never enlarges and bounds the pixels', () => {
		expect(firstScale({ width: 300, height: 200 })).toBe(1);
		const strip = { width: 400, height: 16_000 };
		expect(strip.width * strip.height * firstScale(strip) ** 2).toBeLessThanOrEqual(2_000_001);
	});
});

describe('closerScale', () => {
	const page = { width: 2000, height: 1500 };

	it('is not asked for where text is large enough', () => {
		expect(closerScale(page, 0.4, boxes(50, 60, 70))).toBeUndefined();
		expect(closerScale(page, 0.4, [])).toBeUndefined();
	});

	it('enlarges small text to boxes of 24 pixels', () => {
		expect(closerScale(page, 0.4, boxes(30, 30, 30))).toBeCloseTo(0.8);
	});

	it('minds a quarter of small boxes among large ones', () => {
		expect(closerScale(page, 0.4, boxes(30, 30, 60, 60, 60))).toBeCloseTo(0.8);
	});

	it('does not look again where the picture has no more to show', () => {
		expect(closerScale(page, 1, boxes(10, 10))).toBeUndefined();
	});
});

describe('mapSize', () => {
	/** The longest strips that are decoded, the thinnest ones, and what lies between. */
	const sides = [1, 2, 15, 31, 33, 100, 112, 173, 327, 400, 1000, 2449, 10_000, 34_600, 65_500];
	const pages = sides
		.flatMap((width) => sides.map((height) => ({ width, height })))
		.filter(({ width, height }) => width * height <= 6.1e6)
		.filter(({ width, height }) => Math.max(width, height) <= 200 * Math.min(width, height));

	it('stays below 2.4 million pixels, whatever page and scale', () => {
		const sizes = pages.flatMap((page) => {
			const first = firstScale(page);
			const closer = closerScale(page, first, boxes(1)) ?? first;
			return [mapSize(page, first), mapSize(page, closer)];
		});
		expect(sizes.length).toBeGreaterThan(200);
		for (const { width, height } of sizes) {
			expect([width % 32, height % 32]).toEqual([0, 0]);
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(32);
			expect(width * height).toBeLessThan(2.4e6);
		}
	});
});
