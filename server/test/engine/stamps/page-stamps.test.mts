import { stampsOf } from '../../../src/engine/stamps/page-stamps.mts';
import { brown, drawn, red, type Color } from './drawn.mts';

const ring = (x: number, y: number) => Math.abs(Math.hypot(x - 200, y - 150) - 60) < 2.5;

/** Whether a page is taken for one that is printed in colour, with labels in one along its upper edge. */
function hasColour(labels: Color) {
	const raster = drawn(400, 300, (x, y) => {
		if (ring(x, y)) return red;
		return y > 20 && y < 36 && x % 6 < 2 ? labels : undefined;
	});
	return stampsOf(raster, raster)?.hasColour;
}

describe('a page with a stamp', () => {
	it('is printed in colour where its labels are', () => {
		expect(hasColour(brown)).toBe(true);
		expect(hasColour(red)).toBe(true);
	});

	it('is not where the stamp alone is coloured', () => {
		expect(hasColour([30, 30, 30])).toBe(false);
	});
});
