import { inkInGaps } from '../../../src/engine/second-look/gaps.mts';
import { boxAt, pageWith, printIn, type Patch } from './drawn.mts';

const [left, right] = [boxAt(70, 100), boxAt(500, 100)];
const print = [left, right].flatMap(printIn);
const one: Patch = { left: 300, top: 92, width: 4, height: 16 };
const placesOn = (patches: Patch[], boxes = [left, right]) =>
	inkInGaps(pageWith(...print, ...patches), boxes);

describe('inkInGaps', () => {
	it('finds ink like a character between two boxes of a row, with room about it', () => {
		const [{ quad }, ...others] = placesOn([one]);
		expect(others).toEqual([]);
		expect(quad[0].x).toBeLessThan(295);
		expect(quad[1].x).toBeGreaterThan(309);
		expect([quad[0].y, quad[3].y]).toEqual([85, 115]);
	});

	it('finds a character beside a rule', () => {
		expect(placesOn([one, { left: 312, top: 0, width: 2, height: 200 }])).toHaveLength(1);
	});

	it.each<[what: string, patch: Patch]>([
		['a rule across', { left: 130, top: 99, width: 320, height: 2 }],
		['a rule down', { left: 300, top: 0, width: 3, height: 200 }],
		['a speck', { left: 300, top: 98, width: 4, height: 4 }],
		['a long piece of ink', { left: 200, top: 92, width: 200, height: 16 }],
		['what hangs from the row above', { left: 300, top: 70, width: 4, height: 24 }],
		['what stands off the middle of the row', { left: 300, top: 103, width: 4, height: 11 }],
		['ink much paler than the print', { left: 300, top: 92, width: 4, height: 16, level: 190 }],
		['what belongs to the box beside it', { left: 122, top: 92, width: 4, height: 16 }],
	])('takes no %s', (_, patch) => {
		expect(placesOn([patch])).toEqual([]);
	});

	it('takes nothing that has a box, of whatever height', () => {
		expect(placesOn([one], [left, boxAt(302, 100, 14, 60), right])).toEqual([]);
	});

	it('looks in no row of one box, and not beyond the boxes', () => {
		expect(placesOn([one], [left])).toEqual([]);
		expect(placesOn([{ ...one, left: 580 }])).toEqual([]);
	});
});
