import { convertValue } from '../../nodes/shared/values/convert.ts';
import type { ValueKind } from '../../nodes/shared/values/convert.ts';

const unreadable = Symbol('unreadable');

function cell(kind: ValueKind, text: unknown) {
	const { value, unreadable: isUnreadable } = convertValue(kind, text);
	return isUnreadable ? unreadable : value;
}

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
		['2x3', unreadable],
	])('%p is %p', (text, expected) => expect(cell('quantity', text)).toBe(expected));
});

describe('dates', () => {
	it.each([
		['2018年1月22日', '2018-01-22'],
		['2018年01月22日', '2018-01-22'],
		['2018.03.16', '2018-03-16'],
		['2020/11/19', '2020-11-19'],
		['20-11-19', '2020-11-19'],
		['20201119', '2020-11-19'],
		['２０２０年１１月１９日', '2020-11-19'],
		['2020-11-19 17:23', '2020-11-19'],
		['2020-11-1917:23:01', '2020-11-19'],
		['日期:2020-11-19', '2020-11-19'],
		['2020-02-30', unreadable],
		['2020-13-01', unreadable],
		['17:23', unreadable],
	])('%p is %p', (text, expected) => expect(cell('date', text)).toBe(expected));
});

describe('times', () => {
	it.each([
		['17:23', '17:23'],
		['13:26:03', '13:26:03'],
		['9:05', '09:05'],
		['下午5:23', '17:23'],
		['上午12:05', '00:05'],
		['中午12:30', '12:30'],
		['5:23 PM', '17:23'],
		['17时23分', '17:23'],
		['17：23', '17:23'],
		['2020-11-19 17:23', '17:23'],
		['25:00', unreadable],
		['12:61', unreadable],
	])('%p is %p', (text, expected) => expect(cell('time', text)).toBe(expected));
});

describe('codes and texts', () => {
	it.each<[ValueKind, string, unknown]>([
		['documentNumber', 'No01648000', '01648000'],
		['documentNumber', '№ 01648000', '01648000'],
		['documentNumber', 'No.01648000', '01648000'],
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
