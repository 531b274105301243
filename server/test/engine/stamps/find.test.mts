import { findStamps } from '../../../src/engine/stamps/find.mts';
import { paperOf } from '../../../src/engine/stamps/paper.mts';
import { blue, brown, drawn, red, type Color } from './drawn.mts';

const width = 400;
const height = 300;

type Paint = (x: number, y: number) => Color | undefined;

function stampsOn(paint: Paint, paper?: Color) {
	const raster = drawn(width, height, paint, paper);
	return findStamps(raster, paperOf(raster));
}

const ring =
	(color: Color, middleX = 200, middleY = 150, radius = 60): Paint =>
	(x, y) =>
		Math.abs(Math.hypot(x - middleX, (y - middleY) * 1.4) - radius) < 2.5 ? color : undefined;
const frame =
	(color: Color): Paint =>
	(x, y) =>
		Math.abs(Math.max(Math.abs(x - 100), Math.abs(y - 100)) - 40) < 3 ? color : undefined;
/** Strokes as far apart as those of text. */
const words =
	(color: Color, top: number, bottom: number): Paint =>
	(x, y) =>
		y > top && y < bottom && x > 40 && x < 360 && x % 6 < 2 ? color : undefined;
const both =
	(...paints: Paint[]): Paint =>
	(x, y) =>
		paints.map((paint) => paint(x, y)).find((color) => color);

describe('findStamps', () => {
	it.each([
		['a red ring', ring(red), 0],
		['a blue ring', ring(blue), 2],
		['a red frame', frame(red), 0],
		['a blue frame', frame(blue), 2],
		['a ring cut off by the edge of the picture', ring(red, 370), 0],
	])('finds %s', (_, paint, channel) => {
		const stamps = stampsOn(paint);
		expect(stamps).toMatchObject([{ isWhole: true, ink: { channel } }]);
	});

	it('finds a ring that lies over black print', () => {
		const black: Color = [30, 30, 30];
		const stamps = stampsOn(both(words(black, 140, 160), ring(red)));
		expect(stamps).toMatchObject([{ isWhole: true, ink: { channel: 0 } }]);
	});

	it('finds a ring on a form that is printed in brown', () => {
		const form: Paint = (x, y) => (x % 80 < 2 || y % 50 < 2 ? brown : undefined);
		expect(stampsOn(both(ring(red), form)).filter(({ isWhole }) => isWhole)).toHaveLength(1);
	});

	it('finds a ring in dim and yellow light', () => {
		expect(stampsOn(ring([120, 35, 20]), [140, 125, 90])).toMatchObject([{ isWhole: true }]);
	});

	it('finds a fine ring in blue that is hardly more than grey', () => {
		const stamps = stampsOn(ring([150, 155, 185]), [200, 205, 210]);
		expect(stamps).toMatchObject([{ isWhole: true, ink: { channel: 2 } }]);
	});

	it('finds two rings of one colour apart', () => {
		expect(stampsOn(both(ring(red, 90), ring(red, 300)))).toHaveLength(2);
	});

	it('finds two rings of one colour that overlap, the paler one too', () => {
		const stamps = stampsOn(both(ring(red, 160), ring([205, 120, 120], 240, 170)));
		const reach = stamps
			.filter(({ isWhole }) => isWhole)
			.map(({ hull }) => Math.max(...hull.map(({ x }) => x)))
			.sort((a, b) => a - b);
		expect(reach).toHaveLength(2);
		expect(reach[0]).toBeCloseTo(222, -1);
		expect(reach[1]).toBeCloseTo(302, -1);
	});

	it.each<[string, Paint]>([
		['empty paper', () => undefined],
		['black print', words([30, 30, 30], 100, 200)],
		['a ring in black', ring([30, 30, 30])],
		['a frame in grey with a tinge of blue', frame([90, 92, 110])],
		['words that are hardly more than grey', words([150, 155, 185], 140, 156)],
		['a line of red words', words(red, 140, 156)],
		['a patch of red', (x, y) => (x > 100 && x < 180 && y > 80 && y < 160 ? red : undefined)],
		['a speck', (x, y) => (Math.hypot(x - 50, y - 50) < 6 ? red : undefined)],
		['a whole page of red', () => red],
		['a table as wide as the page', (x, y) => (x % 79 < 2 || y % 49 < 2 ? red : undefined)],
	])('takes %s for none', (_, paint) => {
		expect(stampsOn(paint)).toEqual([]);
	});

	it('keeps no more stamps than a page has', () => {
		const tiled: Paint = (x, y) => ring(red, 25, 25, 18)(x % 50, y % 50);
		expect(stampsOn(tiled).length).toBeLessThanOrEqual(12);
	});
});
