import { rowsOf } from '../../src/documents/layout/rows.mts';
import type { TextBox } from '../../src/page/types.mts';
import { pageOf, type View } from '../../testing/documents/page.mts';

const slip = `
        永辉超市
小票号:0023180745
机号:0312            收银员:8806
品名        数量   单价     金额
海天生抽500ml   2   8.50    17.00
红富士苹果  1.256  11.80    14.82
心相印抽纸      3   5.90    17.70
应收合计:                  49.52
实收金额:                 100.00
找零:                      50.48
`;

const wanted = slip
	.trim()
	.split('\n')
	.map((line) => line.trim().replace(/\s+/gu, ' '));

const views: ReadonlyArray<readonly [string, View]> = [
	['upright', {}],
	['tilted by 3 degrees', { tilt: 3 }],
	['tilted by -8 degrees', { tilt: -8 }],
	['tilted by 14 degrees', { tilt: 14 }],
	['in perspective', { perspective: [0.25, 0] }],
	['tilted and in perspective', { tilt: 5, perspective: [-0.15, 0.2] }],
];

describe('rows', () => {
	test.each(views)('are chained on a page that is %s', (_, view) => {
		expect(rowsOf(pageOf(slip, view)).map(({ text }) => text)).toEqual(wanted);
	});

	test.each(views)('share their columns on a page that is %s', (_, view) => {
		const rows = rowsOf(pageOf(slip, view)).slice(2);
		const rights = rows.map(({ right }) => right);
		expect(Math.max(...rights) - Math.min(...rights)).toBeLessThan(40);
		for (const { left } of rows) expect(Math.abs(left)).toBeLessThan(30);
	});

	test('a page without text has none', () => {
		expect(rowsOf({ width: 100, height: 100, boxes: [] })).toEqual([]);
	});

	test('what stands on end is no part of a row', () => {
		const page = pageOf('名称:某某公司');
		const [box] = page.boxes;
		const upright = box.quad.map(({ x, y }) => ({ x: y, y: x }));
		page.boxes.push({
			...box,
			text: '购买方',
			quad: [upright[0], upright[3], upright[2], upright[1]],
		});
		expect(rowsOf(page).map(({ text }) => text)).toEqual(['名称:某某公司']);
	});
});

describe('boxes that overlap', () => {
	const glyph = (char: string, from: number, to: number, confidence = 0.99) => ({
		char,
		confidence,
		from,
		to,
	});
	const box = (left: number, right: number, glyphs: ReturnType<typeof glyph>[]): TextBox => ({
		text: glyphs.map(({ char }) => char).join(''),
		confidence: 0.9,
		quad: [
			{ x: left, y: 0 },
			{ x: right, y: 0 },
			{ x: right, y: 30 },
			{ x: left, y: 30 },
		],
		glyphs,
	});
	const textIn = (...boxes: TextBox[]) => rowsOf({ width: 400, height: 30, boxes })[0].text;
	const price = box(140, 200, [glyph('5', 0, 0.3), glyph('6', 0.33, 0.63), glyph('7', 0.66, 0.96)]);

	test('show the character between them once', () => {
		const quantity = box(20, 155, [glyph('1', 0.02, 0.1), glyph('5', 0.94, 1, 0.4)]);
		expect(textIn(quantity, price)).toBe('1 567');
	});

	test('keep a character that stands beside the other', () => {
		const quantity = box(20, 138, [glyph('1', 0.02, 0.1), glyph('5', 0.84, 1, 0.4)]);
		expect(textIn(quantity, price)).toBe('1 5 567');
	});

	test('keep two that were surely read', () => {
		const other = box(20, 155, [glyph('1', 0.02, 0.1), glyph('8', 0.9, 1)]);
		expect(textIn(other, price)).toBe('1 8567');
	});
});

describe('text of stamps', () => {
	it('stands in no row', () => {
		const page = pageOf(slip, {});
		const [box] = page.boxes;
		const ring: TextBox = { ...box, text: '发票专用章', stamp: true };
		const textsOf = (boxes: TextBox[]) => rowsOf({ ...page, boxes }).map(({ text }) => text);
		expect(textsOf([...page.boxes, ring])).toEqual(textsOf(page.boxes));
	});
});
