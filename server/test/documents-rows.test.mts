import { rowsOf } from '../src/documents/layout/rows.mts';
import { pageOf, type View } from './documents-page.mts';

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
