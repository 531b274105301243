import { convertValue } from '../../nodes/shared/values/convert.ts';
import type { ValueKind } from '../../nodes/shared/values/convert.ts';
import { dateOrderOf } from '../../nodes/shared/values/currency.ts';
import { readDate } from '../../nodes/shared/values/date.ts';
import { asId } from '../../nodes/shared/values/text.ts';

const unreadable = { value: null, problem: 'is not readable as returned' };

describe('figures at the edge of what is one', () => {
	it.each<[ValueKind, unknown, unknown]>([
		['amount', '-9007199254740993', unreadable],
		['amount', '1234\u00a0567.80', unreadable],
		['amount', '12\u2009345\u2009678.90', { value: 12345678.9 }],
		['amount', -0, { value: 0 }],
		['amount', ' - ', { value: null }],
		['quantity', ' 免税 ', { value: null }],
		['boolean', ' 是 ', { value: true }],
		['documentNumber', '2.44E+19', unreadable],
		['documentNumber', 'SNNo.123', { value: 'SNNo.123' }],
	])('%s %p is %p', (kind, returned, expected) =>
		expect(convertValue(kind, returned)).toEqual(expected),
	);
});

describe('a value of 200 characters', () => {
	const figures = (length: number) => '5'.padStart(length, '0');

	it('is read, and of 201 is not of its kind', () => {
		expect(convertValue('amount', figures(200))).toEqual({ value: 5 });
		expect(convertValue('amount', figures(201))).toEqual(unreadable);
		expect(convertValue('code', figures(201))).toEqual(unreadable);
	});

	it('may be longer where it is free text', () => {
		expect(convertValue('text', figures(201))).toEqual({ value: figures(201) });
	});
});

describe('currencies', () => {
	it.each([
		['¥元', 'CNY'],
		['(¥)', 'CNY'],
		['$元', '$元'],
		['人民币(USD)', '人民币(USD)'],
		['新西兰元', '新西兰元'],
		[' 泰铢 ', '泰铢'],
	])('%p is %p: names that agree, and no part of a longer one', (text, value) =>
		expect(convertValue('currency', text)).toEqual({ value }),
	);

	it('tell of no place where two of them are named', () => {
		expect(dateOrderOf('人民币(USD)')).toBeUndefined();
		expect(dateOrderOf('港币(HKD)')).toBe('DMY');
	});
});

describe('dates', () => {
	const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`);
	const read = (text: string, currency = '', day = '2026-06-15') =>
		readDate(text, dateOrderOf(currency), noonOf(day));

	it.each([
		['22-JAN-2018', '2018-01-22'],
		['06 May 2024', '2024-05-06'],
		['31-december-23', '2023-12-31'],
		['Feb 5, 2024', '2024-02-05'],
		['SEPT 30 2019', '2019-09-30'],
		['2024-13-45 06-MAY-2024', '2024-05-06'],
	])('%p is %s: the month in letters', (text, iso) => expect(read(text)).toEqual({ iso }));

	it.each(['4-5-6', '1899年1月2日', '2023年2月29日', '2024年0月5日', '2024年5月0日', '5-0-2024'])(
		'%p is no day',
		(text) => expect(read(text)).toBeUndefined(),
	);

	it.each([
		['27年12月24日', { iso: '2027-12-24', doubt: 'is in the future' }],
		['28年12月24日', { iso: '1928-12-24', doubt: 'is before 1980' }],
		['1900年1月2日', { iso: '1900-01-02', doubt: 'is before 1980' }],
		['1980-01-01', { iso: '1980-01-01' }],
		['1979-12-31', { iso: '1979-12-31', doubt: 'is before 1980' }],
	])('%p read in 2026 is %p: a year of two figures, a year long ago', (text, reading) =>
		expect(read(text)).toEqual(reading),
	);

	it('takes an order of figures that lies less than ten years back for the likelier one', () => {
		expect(read('16-06-15', '', '2026-06-14')).toEqual({ iso: '2016-06-15' });
		expect(read('16-06-15', '', '2026-06-15')).toEqual({
			iso: '2016-06-15',
			doubt: 'may also be 2015-06-16: which figure is the day is not clear',
		});
	});

	it('takes tomorrow for possible, and the day after for none', () => {
		expect(read('26-06-16')).toEqual({
			iso: '2026-06-16',
			doubt: 'may also be 2016-06-26: which figure is the day is not clear',
		});
		expect(read('26-06-17')).toEqual({ iso: '2017-06-26' });
	});

	it('names the order of the currency where that one is only less likely', () => {
		expect(read('18/05/12', 'HKD')).toEqual({
			iso: '2018-05-12',
			doubt: 'may also be 2012-05-18: which figure is the day is not clear',
		});
	});

	it('counts a year of four figures from no other epoch, whatever the currency', () => {
		expect(read('2031-12-24', 'TWD')).toEqual({ iso: '2031-12-24', doubt: 'is in the future' });
	});

	it('say in a cell what is doubtful of them, and nothing where nothing is', () => {
		const surroundings = { now: noonOf('2026-06-15') };
		expect(convertValue('date', '2031-12-24', surroundings)).toEqual({
			value: '2031-12-24',
			problem: '2031-12-24 is in the future',
		});
		expect(convertValue('date', '2024-12-24', surroundings)).toEqual({ value: '2024-12-24' });
	});
});

describe('times', () => {
	it.each([
		['中午10:30', '10:30'],
		['中午9:30', '21:30'],
		['下午0:30', '00:30'],
		['夜里5:30', '05:30'],
		['夜里6:30', '18:30'],
		['23:59:59', '23:59:59'],
		['00:00', '00:00'],
	])('%p is %p', (text, value) => expect(convertValue('time', text)).toEqual({ value }));

	it.each(['24:00', '12:60', '12:30:60', '12:61:05'])('%p is none', (text) =>
		expect(convertValue('time', text)).toEqual(unreadable),
	);
});

it.each([
	[7, '7'],
	['id', 'id'],
	['', null],
	[null, null],
	[{}, null],
	[true, null],
])('the id %p is %p', (returned, id) => expect(asId(returned)).toBe(id));
