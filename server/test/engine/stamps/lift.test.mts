import { cropInto } from '../../../src/engine/crop.mts';
import { stampInks } from '../../../src/engine/stamps/inks.mts';
import { bleach, lift, liftedCrop, lifted, type Stamps } from '../../../src/engine/stamps/lift.mts';
import { paperOf } from '../../../src/engine/stamps/paper.mts';
import type { Quad } from '../../../src/page/types.mts';
import { blue, drawn, red, type Color } from './drawn.mts';

const width = 96;
const height = 48;
const black: Color = [30, 30, 30];
const hull = [
	{ x: 8, y: 4 },
	{ x: 88, y: 4 },
	{ x: 88, y: 44 },
	{ x: 8, y: 44 },
];
const quad: Quad = [
	{ x: 0, y: 0 },
	{ x: width, y: 0 },
	{ x: width, y: height },
	{ x: 0, y: height },
];

/** Print, and beside it strokes of a stamp, in and beyond where the stamp is. */
const page = (color: Color) =>
	drawn(width, height, (x) => (x % 16 < 3 ? black : x % 16 > 8 && x % 16 < 11 ? color : undefined));
const stampedBy = (index: number, grey: number, raster = page(red)): Stamps => ({
	stamps: [{ ink: stampInks[index], grey, isWhole: true, hull }],
	hasColour: false,
	paper: paperOf(raster),
	scale: 1,
});

describe.each([
	['red', red, 0, 0.08],
	['blue', blue, 1, 0.3],
] as const)('the ink of a %s stamp', (_, color, index, grey) => {
	it('is off a picture, where the stamp lies, and the print is not', () => {
		const raster = lifted(page(color), 1, stampedBy(index, grey, page(color)));
		const greenAt = (x: number) => raster.data[(20 * width + x) * 3 + 1];
		expect(greenAt(25)).toBeGreaterThan(225);
		expect(greenAt(32)).toBeLessThan(50);
		expect(greenAt(90)).toBe(color[1]);
	});

	it.each([lift, bleach])('is off a crop, and the print is not (%o)', (strength) => {
		const planes = new Float32Array(3 * width * height);
		const size = { width, height, rowSize: width };
		cropInto(page(color), quad, { values: planes, offset: 0, ...size });
		const lifted = liftedCrop(planes, quad, size, stampedBy(index, grey), strength);
		const greenAt = (x: number) => lifted[width * height + 20 * width + x];
		expect(greenAt(25)).toBeGreaterThan(0.75);
		expect(greenAt(32)).toBeLessThan(-0.6);
		expect(greenAt(90)).toBeCloseTo(color[1] / 127.5 - 1, 1);
	});
});
