import { closerScale, firstScale } from '../src/engine/detection-scale.mts';

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
