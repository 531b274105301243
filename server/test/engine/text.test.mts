import { toTextBoxes } from '../../src/page/cells.mts';
import { decodeCtc } from '../../src/engine/ctc.mts';
import { inkColumns } from '../../src/engine/ink.mts';
import { placeMarks } from '../../src/engine/marks.mts';
import type { Mark } from '../../src/page/types.mts';
import { findBreaks } from '../../src/page/spacing.mts';
import type { Quad } from '../../src/page/types.mts';

describe('decodeCtc', () => {
	const dictionary = ['', 'a', 'b'];
	/** One row of probabilities a step, for the class and probability given. */
	const steps = (...best: Array<[number, number]>) =>
		Float32Array.from(
			best.flatMap(([type, p]) => [0, 1, 2].map((i) => (i === type ? p : (1 - p) / 2))),
		);

	it('merges repeats, drops blanks and keeps repeats that a blank separates', () => {
		const peaks = decodeCtc(
			steps([1, 0.9], [1, 0.7], [0, 0.9], [1, 0.8], [2, 0.6], [0, 0.9]),
			6,
			dictionary,
		);
		expect(peaks.map(({ char }) => char).join('')).toBe('aab');
		expect(peaks.map(({ confidence }) => confidence)).toEqual([
			expect.closeTo(0.9),
			expect.closeTo(0.8),
			expect.closeTo(0.6),
		]);
	});

	it('takes the most probable class, be it one of many that are not likely', () => {
		const rows = [
			[0.2, 0.3, 0.5],
			[0.4, 0.35, 0.25],
			[0.1, 0.6, 0.3],
		];
		const peaks = decodeCtc(Float32Array.from(rows.flat()), 3, dictionary);
		expect(peaks.map(({ char }) => char)).toEqual(['b', 'a']);
	});

	it('places a character in the weighted middle of its steps', () => {
		const [first, second] = decodeCtc(
			steps([0, 0.9], [1, 0.8], [1, 0.8], [0, 0.9], [2, 0.9]),
			5,
			dictionary,
		);
		expect(first.center).toBeCloseTo(2);
		expect(second.center).toBeCloseTo(4.5);
	});

	it('finds nothing among blanks only', () => {
		expect(decodeCtc(steps([0, 0.9], [0, 0.9]), 2, dictionary)).toEqual([]);
	});
});

describe('inkColumns', () => {
	const width = 30;
	const height = 20;
	const plane = (paper: number, paint: (x: number, y: number) => number | undefined) =>
		Float32Array.from(
			{ length: width * height },
			(_, i) => paint(i % width, Math.floor(i / width)) ?? paper,
		);
	const stroke = (x: number, y: number) => x >= 10 && x < 14 && y >= 5 && y < 15;

	it('counts the dark pixels of a column', () => {
		const ink = inkColumns(
			plane(1, (x, y) => (stroke(x, y) ? -1 : undefined)),
			width,
			height,
			width,
		);
		expect(ink[9]).toBe(0);
		expect(ink[10]).toBe(10);
		expect(ink[14]).toBe(0);
	});

	it('counts light text on dark paper too', () => {
		const ink = inkColumns(
			plane(-1, (x, y) => (stroke(x, y) ? 1 : undefined)),
			width,
			height,
			width,
		);
		expect([ink[9], ink[10], ink[14]]).toEqual([0, 10, 0]);
	});

	it('overlooks rules in both directions and a shadow', () => {
		const ink = inkColumns(
			plane(1, (x, y) => (stroke(x, y) || y === 16 || x === 20 ? -1 : 1 - x * 0.02)),
			width,
			height,
			width,
		);
		expect([ink[5], ink[12], ink[20], ink[29]]).toEqual([0, 10, 0, 0]);
	});
});

describe('placeMarks', () => {
	const ink = Uint8Array.from('005550000055500000555000', Number);
	const peak = (char: string, center: number) => ({ char, confidence: 0.9, center });

	it('gives each character its ink', () => {
		const marks = placeMarks([peak('a', 1), peak('b', 3), peak('c', 5)], ink, 4);
		expect(marks.map(({ left, right }) => [left, right])).toEqual([
			[2, 5],
			[10, 13],
			[18, 21],
		]);
	});

	it('drops the blanks of the model and remembers where they were', () => {
		const marks = placeMarks([peak('a', 1), peak(' ', 2), peak('b', 3)], ink, 4);
		expect(marks.map(({ char, afterBlank }) => [char, afterBlank])).toEqual([
			['a', false],
			['b', true],
		]);
	});

	it('keeps the peak where a character shows no ink', () => {
		const [mark] = placeMarks([peak('a', 1.2)], new Uint8Array(24), 4);
		expect([mark.left, mark.right]).toEqual([4, 5]);
	});
});

/** Characters of 0.8 of their advance width, Chinese ones 20 wide, others 10; a number moves on by so much. */
function line(...parts: Array<string | number>): Mark[] {
	const marks: Mark[] = [];
	let at = 10;
	for (const part of parts) {
		if (typeof part === 'number') {
			at += part;
			continue;
		}
		for (const char of part) {
			const advance = /\p{Script=Han}/u.test(char) ? 20 : 10;
			marks.push({
				char,
				confidence: 0.9,
				left: at + advance * 0.1,
				right: at + advance * 0.9,
				afterBlank: false,
			});
			at += advance;
		}
	}
	return marks;
}

const spaced = (marks: Mark[]) => {
	const between = { none: '', blank: ' ', cell: '|' };
	const breaks = findBreaks(marks, 20);
	return marks.map(({ char }, i) => between[breaks[i]] + char).join('');
};

describe('findBreaks', () => {
	it.each([
		['a date and a time', line('2024-04-10', 5, '19:09:40'), '2024-04-10 19:09:40'],
		['words', line('多谢惠顾', 10, '请保留小票'), '多谢惠顾 请保留小票'],
		['a label and a number', line('服务热线', 5, '400-060'), '服务热线 400-060'],
		['columns', line('1', 20, '69.90', 16, '169.90'), '1|69.90|169.90'],
		['a name and its column', line('苹果', 30, '12.50'), '苹果|12.50'],
		['a name with a full-width blank', line('店员王', 20, '敏'), '店员王 敏'],
		['words in spaced letters', line('N', 7, 'E', 7, 'W', 20, 'S', 7, 'U', 7, 'N'), 'NEW SUN'],
		['two headers', line('单价', 30, '金额'), '单价|金额'],
	])('tells %s apart', (_, marks, expected) => {
		expect(spaced(marks)).toBe(expected);
	});

	it.each([
		['narrow and wide characters side by side', line('永辉5L超市12')],
		['full-width punctuation', line('合计：', 6, '12')],
		['letters that are spaced out evenly', line('发', 10, '票', 10, '联')],
		['a name in spaced letters', line('S', 7, 'U', 6, 'J', 6, 'I', 7, 'A', 7, 'N')],
	])('leaves %s alone', (_, marks) => {
		expect(spaced(marks)).not.toMatch(/[ |]/);
	});

	it('trusts a blank that the model saw', () => {
		const marks = line('ab');
		marks[1].afterBlank = true;
		expect(spaced(marks)).toBe('a b');
	});
});

describe('toTextBoxes', () => {
	const quad: Quad = [
		{ x: 100, y: 50 },
		{ x: 300, y: 50 },
		{ x: 300, y: 80 },
		{ x: 100, y: 80 },
	];

	it('makes one box a column, which together cover the line', () => {
		const boxes = toTextBoxes(line('苹果', 30, '12'), { width: 120, height: 30 }, quad);
		expect(boxes.map(({ text }) => text)).toEqual(['苹果', '12']);
		expect(boxes[0].quad[0]).toEqual(quad[0]);
		expect(boxes[0].quad[1].x).toBeCloseTo(boxes[1].quad[0].x);
		expect(boxes[1].quad[2]).toEqual(quad[2]);
	});

	it('gives every character of the text a glyph inside its box, blanks too', () => {
		const [box] = toTextBoxes(line('苹果', 10, '汁'), { width: 120, height: 30 }, quad);
		expect(box.text).toBe('苹果 汁');
		expect(box.glyphs.map(({ char }) => char).join('')).toBe(box.text);
		for (const { from, to } of box.glyphs) {
			expect(from).toBeGreaterThanOrEqual(0);
			expect(to).toBeGreaterThan(from);
			expect(to).toBeLessThanOrEqual(1);
		}
		expect(box.confidence).toBeCloseTo(0.9);
	});

	it('makes no box of a speck, but one of a digit that was hard to read', () => {
		const sureAs = (confidence: number) => line('5').map((mark) => ({ ...mark, confidence }));
		const size = { width: 30, height: 30 };
		expect(toTextBoxes(sureAs(0.2), size, quad)).toEqual([]);
		expect(toTextBoxes(sureAs(0.43), size, quad).map(({ text }) => text)).toEqual(['5']);
	});

	it('makes no box of nothing', () => {
		expect(toTextBoxes([], { width: 120, height: 30 }, quad)).toEqual([]);
	});
});
