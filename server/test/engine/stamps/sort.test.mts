import { stampInks } from '../../../src/engine/stamps/inks.mts';
import { sortBoxes } from '../../../src/engine/stamps/sort.mts';
import type { TurnedRect } from '../../../src/page/geometry.mts';

const boxAt = (x: number, y: number, width = 60): TurnedRect => ({
	center: { x, y },
	width,
	height: 20,
	angle: 0,
});
const stamp = (isWhole: boolean) => ({
	ink: stampInks[0],
	grey: 0.1,
	isWhole,
	hull: [
		{ x: 100, y: 100 },
		{ x: 300, y: 100 },
		{ x: 300, y: 300 },
		{ x: 100, y: 300 },
	],
});

describe('sortBoxes', () => {
	it('adds what is found only with the ink of a stamp, about the stamp alone', () => {
		const [print, ring, far] = [boxAt(150, 200), boxAt(200, 120), boxAt(600, 200)];
		const boxes = sortBoxes([print, ring, far], [print], [stamp(true)]).map(({ box }) => box);
		expect(boxes).toEqual([print, ring]);
	});

	it('says what lies under a stamp, and what in it', () => {
		const boxes = [boxAt(200, 200), boxAt(100, 200, 160), boxAt(600, 200)];
		expect(sortBoxes([], boxes, [stamp(true)])).toMatchObject([
			{ isUnder: true, isIn: true },
			{ isUnder: true, isIn: false },
			{ isUnder: false, isIn: false },
		]);
	});

	it('has no text in a piece of a stamp: words in its colour may be print', () => {
		expect(sortBoxes([], [boxAt(200, 200)], [stamp(false)])).toMatchObject([
			{ isUnder: true, isIn: false },
		]);
	});
});
