import { cropInto } from '../../../src/engine/crop.mts';
import { hasStampInk, isMostlyPrint } from '../../../src/engine/stamps/cover.mts';
import { stampInks } from '../../../src/engine/stamps/inks.mts';
import { bleach, lift, liftedCrop, type Stamps } from '../../../src/engine/stamps/lift.mts';
import { paperOf } from '../../../src/engine/stamps/paper.mts';
import type { Quad } from '../../../src/page/types.mts';
import { blue, drawn, red, type Color } from './drawn.mts';

const size = { width: 96, height: 48, rowSize: 96 };
const black: Color = [30, 30, 30];
const hull = [
	{ x: 0, y: 0 },
	{ x: 96, y: 0 },
	{ x: 96, y: 48 },
	{ x: 0, y: 48 },
];
const quad: Quad = [hull[0], hull[1], hull[2], hull[3]];

/** Strokes of print with a stroke of a stamp through them, or strokes in one colour alone. */
function cropOf(print: Color, stroke: Color | undefined, index: number) {
	const raster = drawn(96, 48, (x, y) => {
		if (y < 12 || y > 36) return undefined;
		if (x % 6 < 3) return print;
		return y > 20 && y < 24 ? stroke : undefined;
	});
	const planes = new Float32Array(3 * 96 * 48);
	cropInto(raster, quad, { values: planes, offset: 0, ...size });
	const page: Stamps = {
		stamps: [{ ink: stampInks[index], grey: index === 0 ? 0.08 : 0.3, isWhole: true, hull }],
		hasColour: false,
		paper: paperOf(drawn(96, 48, () => undefined)),
		scale: 1,
	};
	const without = (strength: typeof lift) => liftedCrop(planes, quad, size, page, strength);
	return { planes, lifted: without(lift), bleached: without(bleach) };
}

describe.each([
	['red', red, 0],
	['blue', blue, 1],
] as const)('a crop below a %s stamp', (_, color, index) => {
	it('has its ink where a stroke crosses the print', () => {
		const { planes, lifted } = cropOf(black, color, index);
		expect(hasStampInk(planes, lifted)).toBe(true);
	});

	it('has none where only the outline of the stamp reaches', () => {
		const { planes, lifted } = cropOf(black, undefined, index);
		expect(hasStampInk(planes, lifted)).toBe(false);
	});

	it('is mostly print where print is crossed, and not where all is in its ink', () => {
		const crossed = cropOf(black, color, index);
		expect(isMostlyPrint(crossed.planes, crossed.bleached, size)).toBe(true);
		const own = cropOf(color, color, index);
		expect(isMostlyPrint(own.planes, own.bleached, size)).toBe(false);
	});
});
