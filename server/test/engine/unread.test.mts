import { doubtBesideUnread } from '../../src/engine/unread.mts';
import type { Mark } from '../../src/page/types.mts';

const height = 48;
const markOf = (char: string, left: number, right: number): Mark => ({
	char,
	confidence: 0.99,
	left,
	right,
	afterBlank: false,
});
/** Ink in all columns but some. */
const inkBut = (from: number, to: number) => new Uint8Array(400).fill(9).fill(0, from, to);
const confidences = (marks: readonly Mark[], ink = inkBut(58, 61)) =>
	doubtBesideUnread(marks, ink, height).map(({ confidence }) => confidence);

describe('doubtBesideUnread', () => {
	it('doubts a character in whose place two stand', () => {
		expect(confidences([markOf('陈', 0, 28), markOf('瑄', 30, 90)])).toEqual([0.99, 0.45]);
		expect(confidences([markOf('王', 30, 90)])).toEqual([0.45]);
	});

	it('holds a character against the others of its line', () => {
		const line = [0, 1, 2, 3].map((i) => markOf('牛', 62 * i, 62 * i + 60));
		expect(confidences(line)).toEqual([0.99, 0.99, 0.99, 0.99]);
	});

	it('leaves what a gap parts from the ink beside it', () => {
		expect(confidences([markOf('王', 30, 90)], inkBut(50, 66))).toEqual([0.99]);
	});

	it('leaves numbers, and amounts in words, before which a sign stands', () => {
		expect(confidences([markOf('8', 30, 90), markOf('壹', 100, 160)])).toEqual([0.99, 0.99]);
	});
});
