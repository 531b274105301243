import { convertValue } from '../../nodes/shared/values/convert.ts';
import type { ValueKind } from '../../nodes/shared/values/convert.ts';
import { cell, unreadable } from '../support/cell.mts';

describe('amounts', () => {
	it.each([
		['单价:4.50', 4.5],
		['单价：4.50', 4.5],
		[':2', 2],
		['¥-0.10', -0.1],
		['-¥0.10', -0.1],
		['￥597.44', 597.44],
		['5.00元', 5],
		['人民币5.00元', 5],
		['1,234.50', 1234.5],
		['12,345,678.90', 12345678.9],
		['１２．５０', 12.5],
		['−3.50', -3.5],
		['+3.50', 3.5],
		['.5', 0.5],
		['-0', 0],
		['9000.00', 9000],
		[' 12 . 50 ', 12.5],
		['¥*', null],
		['*', null],
		['***', null],
		['', null],
		['  ', null],
		[undefined, null],
		[null, null],
		[12.5, 12.5],
		['abc', unreadable],
		['1.2.3', unreadable],
		['1,2', unreadable],
		['12-13', unreadable],
		['2018年', 2018],
	])('%p is %p', (text, expected) => expect(cell('amount', text)).toBe(expected));
});

describe('amounts with signs, currencies and units around them', () => {
	it.each([
		['HK$12.50', 12.5],
		['HK$ 1,234.50', 1234.5],
		['-HK$12.50', -12.5],
		['HK$-12.50', -12.5],
		['US$12.50', 12.5],
		['NT$120', 120],
		['12.50HKD', 12.5],
		['CNY 12.50', 12.5],
		['€12.50', 12.5],
		['(12.50)', -12.5],
		['（12.50）', -12.5],
		['(¥12.50)', -12.5],
		['¥(1,200.00)', -1200],
		['12.50-', -12.5],
		['¥12.50-', -12.5],
		['12.50 -', -12.5],
		['(-12.50)', -12.5],
		['12.50(负数)', -12.5],
		['¥12.50 （红字）', -12.5],
		['‐12.50', -12.5],
		['‑12.50', -12.5],
		['（小写）￥12.50', 12.5],
		['(小写)12.50', 12.5],
		['(¥)12.50', 12.5],
		['12.50\u200b', 12.5],
		['(负数)1200.00', -1200],
		['负1200.00', -1200],
		['（红字）¥1,200.00', -1200],
		['¥ 12.50', 12.5],
		['- 12.50', -12.5],
		['12.50 元', 12.5],
		['12.50元整', 12.5],
		['4.50/斤', 4.5],
		['4.50元/kg', 4.5],
		['12. 50', 12.5],
		['合计(小写):12.50', 12.5],
		['@4.50', 4.5],
		['\u00a51\u00a0234.50', 1234.5],
		['1 234 567.80', 1234567.8],
		['１，２３４．５０', 1234.5],
	])('%p is %p', (text, expected) => expect(cell('amount', text)).toBe(expected));

	it.each([
		'5O',
		'O.50',
		'l2.50',
		'1I.50',
		'12.5S',
		'12.B0',
		'12.50CR',
		'CR12.50',
		'12.50 13%',
		'13%',
		'12.50%',
		'1 2.50',
		'1 234.50',
		'100 200 300',
		'12.50 13.00',
		'3/5',
		'12.5.0',
		'1,23',
		'12,50',
		'0,368',
		'1,2345',
		'1,234,5',
		'12:50',
		'1.2E+05',
		'2.53E+19',
		'--12.50',
		'-(12.50)',
		'-12.50-',
		'-12.50(负数)',
		'(-12.50)-',
		'退款:12.50',
		'冲红:12.50',
		'+-12.50',
		'▲12.50',
		'△12.50',
		'12¥50',
		'5²',
		'½',
		'5①',
		'5万',
		'12.50万元',
		'5角',
		'5分',
		'8折',
		'红字:12.50',
		'5l',
		'5 l',
		'5G',
		'约12',
		'12\n50',
		'٣',
		'abc12',
	])('%p is unreadable', (text) => expect(cell('amount', text)).toBe(unreadable));
});

describe('any number of decimals, and no number that a double cannot hold', () => {
	it.each([
		['132.743362831858', 132.743362831858],
		['0.0000123456789012', 0.0000123456789012],
		['¥106.19469026549', 106.19469026549],
		['132.74336283185840707964601769911504', 132.7433628318584],
		['9007199254740991', 9007199254740991],
		['90071992547409.91', 90071992547409.91],
		['9007199254740993', unreadable],
		['24442000000012345678', unreadable],
		['999999999999999.99', unreadable],
	])('%s is %p', (text, expected) => {
		expect(cell('amount', text)).toBe(expected);
		expect(cell('quantity', text)).toBe(expected);
	});
});

describe('values that are no text', () => {
	it.each<[ValueKind, unknown, unknown]>([
		['amount', 0, 0],
		['amount', 1e-7, 1e-7],
		['amount', -12.5, -12.5],
		['amount', Infinity, unreadable],
		['code', 1440310000, '1440310000'],
		['code', 24442000000012345678, unreadable],
		['code', 1.1, unreadable],
		['documentNumber', 1648000, '1648000'],
		['code', '2.44E+19', unreadable],
		['date', 20201119, '2020-11-19'],
		['boolean', true, true],
		['boolean', 0, false],
		['text', 12, '12'],
		['text', false, 'false'],
		['text', { a: 1 }, unreadable],
		['amount', ['1'], unreadable],
	])('%s %p is %p', (kind, returned, expected) => expect(cell(kind, returned)).toBe(expected));
});

describe('quantities', () => {
	it.each([
		['x2', 2],
		['×2', 2],
		['*3', 3],
		['X 6', 6],
		['0.368kg', 0.368],
		['2瓶', 2],
		['-1', -1],
		['2', 2],
		['2x', 2],
		['2 ×', 2],
		['500ml', 500],
		['1.5L', 1.5],
		['3㎡', 3],
		['3m²', 3],
		['3笼', 3],
		['2(份)', 2],
		['2x3', unreadable],
		['(2)', unreadable],
		['2O', unreadable],
		['1l', unreadable],
		['2 3', unreadable],
		['5²', unreadable],
		['5千', unreadable],
		['5万', unreadable],
		['3号', unreadable],
		['50%', unreadable],
		['2*', unreadable],
	])('%p is %p', (text, expected) => expect(cell('quantity', text)).toBe(expected));
});

describe('what is printed where there is no value', () => {
	const kinds: ValueKind[] = ['amount', 'quantity', 'code', 'documentNumber', 'date', 'time'];
	it.each(['-', '--', '—', '——', '－', '/', '无', '無', '免税', '不征税', '免稅'])(
		'%p is null, without a problem',
		(text) => {
			for (const kind of kinds) expect(convertValue(kind, text)).toEqual({ value: null });
		},
	);

	it('stays where it is a text', () => expect(cell('text', '免税')).toBe('免税'));
});

describe('codes and texts', () => {
	it.each<[ValueKind, string, unknown]>([
		['documentNumber', 'No01648000', '01648000'],
		['documentNumber', '№ 01648000', '01648000'],
		['documentNumber', 'No.01648000', '01648000'],
		['documentNumber', '0164\u200b8000', '01648000'],
		['code', '2,44442E+19', unreadable],
		['currency', '人民币(元)', 'CNY'],
		['currency', 'RMB¥', 'CNY'],
		['currency', '美元(USD)', 'USD'],
		['currency', 'HKD$', 'HKD'],
		['currency', '元(港币)', 'HKD'],
		['currency', '人民币/美元', '人民币/美元'],
		['code', 'NO.01202011196374', 'NO.01202011196374'],
		['code', '05318 66429 73105 28846', '05318664297310528846'],
		['text', ' 多又好超市 ', '多又好超市'],
		['currency', '人民币', 'CNY'],
		['currency', 'RMB', 'CNY'],
		['currency', '￥', 'CNY'],
		['currency', '港币', 'HKD'],
		['currency', '美元', 'USD'],
		['currency', '泰铢', '泰铢'],
		['boolean', '1', true],
		['boolean', '0', false],
		['boolean', 'maybe', unreadable],
	])('%s %p is %p', (kind, text, expected) => expect(cell(kind, text)).toBe(expected));
});
