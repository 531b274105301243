import { stampInks } from '../../../src/engine/stamps/inks.mts';
import { isUnder, sortBoxes } from '../../../src/engine/stamps/sort.mts';
import { corners, type TurnedRect } from '../../../src/page/geometry.mts';

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
	const placesOf = (boxes: ReturnType<typeof sortBoxes>) => boxes.map(({ box }) => box);

	it('takes what is found without the ink under a stamp, and what only the page as it is shows', () => {
		const [print, ring, far] = [boxAt(150, 200), boxAt(200, 120), boxAt(600, 200)];
		const plain = [boxAt(155, 202), ring, far];
		const boxes = sortBoxes(plain, [print, boxAt(604, 202)], [stamp(true)]);
		expect(placesOf(boxes)).toEqual([print, ring, far]);
	});

	it('takes a line once that is in one piece only without the ink', () => {
		const whole = boxAt(100, 200, 200);
		const boxes = sortBoxes([boxAt(40, 200), boxAt(160, 200)], [whole], [stamp(true)]);
		expect(placesOf(boxes)).toEqual([whole]);
	});

	it('leaves out a higher box that holds a line found without the ink, and the ring beside it', () => {
		const line = boxAt(150, 200, 100);
		const merged = { ...boxAt(180, 195, 200), height: 34 };
		expect(placesOf(sortBoxes([merged], [line], [stamp(true)]))).toEqual([line]);
	});

	it('keeps a line in which only a speck was found without the ink', () => {
		const [speck, line] = [{ ...boxAt(150, 200, 12), height: 10 }, boxAt(150, 200, 100)];
		expect(placesOf(sortBoxes([line], [speck], [stamp(true)]))).toEqual([speck, line]);
	});

	it('says what lies under a stamp, and what in it', () => {
		const under = [boxAt(200, 200), boxAt(100, 240, 160)];
		expect(sortBoxes([boxAt(600, 200)], under, [stamp(true)])).toMatchObject([
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

it('says over which other places stamps lie', () => {
	const quads = [boxAt(150, 200), boxAt(600, 200)].map(corners);
	expect(quads.map((quad) => isUnder(quad, [stamp(true)]))).toEqual([true, false]);
});
