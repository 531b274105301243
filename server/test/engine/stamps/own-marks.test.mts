import { cropInto } from '../../../src/engine/crop.mts';
import { stampInks } from '../../../src/engine/stamps/inks.mts';
import { ownMarksOf } from '../../../src/engine/stamps/own-marks.mts';
import { paperOf } from '../../../src/engine/stamps/paper.mts';
import type { Mark, Quad } from '../../../src/page/types.mts';
import { blue, drawn, red, type Color } from './drawn.mts';

const [width, height] = [240, 48];
const size = { width, height, rowSize: width };
const quad: Quad = [
	{ x: 0, y: 0 },
	{ x: width, y: 0 },
	{ x: width, y: height },
	{ x: 0, y: height },
];
const black: Color = [30, 30, 30];
const advance = 40;

/** Six characters in these colours with a stroke of a stamp through all, of which a stamp lies over those from `from` on. */
function ownOf(colors: readonly Color[], stamp: Color, { from = 0, hasColour = false } = {}) {
	const raster = drawn(width, height, (x, y) => {
		if (y < 12 || y > 36) return undefined;
		if (x % advance > 8 && x % advance < 32 && x % 6 < 3) return colors[Math.floor(x / advance)];
		return x > from * advance && y > 22 && y < 25 ? stamp : undefined;
	});
	const planes = new Float32Array(3 * width * height);
	cropInto(raster, quad, { values: planes, offset: 0, ...size });
	const [left, right] = [from * advance, width];
	const hull = [
		{ x: left, y: -20 },
		{ x: right, y: -20 },
		{ x: right, y: 80 },
		{ x: left, y: 80 },
	];
	const [ink, grey] = stamp === red ? [stampInks[0], 0.08] : [stampInks[1], 0.3];
	const isOwn = ownMarksOf({
		planes,
		size,
		quad,
		stamps: {
			stamps: [{ ink, grey, isWhole: true, hull }],
			hasColour,
			paper: paperOf(drawn(width, height, () => undefined)),
			scale: 1,
		},
	});
	const marks = colors.map(
		(_, i): Mark => ({
			char: '有',
			confidence: 1,
			left: i * advance + 8,
			right: i * advance + 32,
			afterBlank: false,
		}),
	);
	return isOwn(marks);
}

describe.each([
	['red', red],
	['blue', blue],
] as const)('characters of a %s stamp in a line of print', (_, color) => {
	it('are told before and behind it, not between its characters', () => {
		const colors = [color, black, color, black, color, color];
		expect(ownOf(colors, color)).toEqual([true, false, false, false, true, true]);
	});

	it('are told behind it alone on a page that is printed in colour', () => {
		const colors = [color, black, color, black, color, color];
		const told = ownOf(colors, color, { hasColour: true });
		expect(told).toEqual([false, false, false, false, true, true]);
	});

	it('are not told in a line that is all in its colour, in it or beyond', () => {
		expect(ownOf(Array<Color>(6).fill(color), color)).not.toContain(true);
		expect(ownOf(Array<Color>(6).fill(color), color, { from: 3 })).not.toContain(true);
	});

	it('are none beyond the stamp', () => {
		const colors = [color, black, black, black, black, black];
		expect(ownOf(colors, color, { from: 1 })).not.toContain(true);
	});
});
