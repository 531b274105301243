import {
	asDigits,
	figure,
	isMisread,
	multiplies,
	parseAmount,
	sameAmount,
	toNumber,
} from '../../src/documents/numbers.mts';

describe('an amount', () => {
	test.each([
		['¥(12.00)', '-12.00'],
		['(¥12.00)', '-12.00'],
		['+5.00', '5.00'],
		['¥+5.00', '5.00'],
		['-¥5.00', '-5.00'],
		['¥-5.00', '-5.00'],
		['=5.00', '5.00'],
		[':=5.00', '5.00'],
		['5.00元整', '5.00'],
		['5.00圆整', '5.00'],
		['5.00圆', '5.00'],
		['5.00RMB', '5.00'],
		['5.00¥', '5.00'],
		['5.00/斤', '5.00'],
		['5.00*', '5.00'],
		['5.00#', '5.00'],
		['5.00T', '5.00'],
		['Y5.00', '5.00'],
		['HK$5.00', '5.00'],
		['HKD5.00', '5.00'],
		['MOP5.00', '5.00'],
		['MOP$5.00', '5.00'],
		['US$5.00', '5.00'],
		['$5.00', '5.00'],
		['CN¥5.00', '5.00'],
		['人民币:5.00', '5.00'],
		['-5', '-5'],
	])('%s is %s', (printed, plain) => expect(parseAmount(printed)).toBe(plain));

	test.each(['***', 'x', '××', '5.00斤', '5.00/', '元', '5x00', '-', '5-00', '(5.00', '5.00公斤'])(
		'%s is none',
		(printed) => expect(parseAmount(printed)).toBeUndefined(),
	);
});

describe('a figure', () => {
	test.each([
		['l', '1'],
		['I', '1'],
		['|', '1'],
		['1O.5S', '10.55'],
		['12..50', '12.50'],
		['12,.50', '12.50'],
		['12,5', '12.5'],
		['12,50', '12.50'],
		['1,234', '1234'],
		['1.234.5', '1234.5'],
		['-1.234.50', '-1234.50'],
		['12,345,678.90', '12345678.90'],
		['.5', '0.5'],
		['-.5', '-0.5'],
		['5.', '5'],
		['5,', '5'],
		['+5', '5'],
		['0.123456789012345', '0.123456789012345'],
	])('%s is %s', (printed, plain) => expect(figure(printed)).toBe(plain));

	test.each([
		'',
		'O',
		'S',
		'll',
		'1234,567',
		'12,34,567',
		'0.1234567890123456',
		'5-',
		'1.2.3',
		'1,2345',
	])('%s is none', (printed) => expect(figure(printed)).toBeUndefined());

	test('letters and signs that are read for digits are digits', () => {
		expect(asDigits('OoDQlI|!iZzSsB')).toBe('00001111122558');
		expect(asDigits("1。2·3’4'5`6")).toBe('1.2.3.4.5.6');
		expect(asDigits('AX7元')).toBe('AX7元');
	});

	test('that is missing is no number, and nought is one', () => {
		expect([undefined, '', '0', '-1.50'].map(toNumber)).toEqual([NaN, NaN, 0, -1.5]);
	});
});

describe('quantity times price', () => {
	test.each([
		['a rounded amount', 1, 1, 1.01, 1.02],
		['half a cent for each piece', 10, 33.33, 333.36, 333.37],
		['a costly piece', 1, 9999, 9999.01, 9999.02],
		['some costly pieces', 3, 3000, 9000.02, 9000.03],
		['half a gram of what is cheap', 1.256, 118, 148.24, 148.25],
		['half a gram of what is dear', 1.5, 3000, 4500.9, 4500.92],
		['many cheap ones', 100.5, 0.3, 30.16, 30.17],
		['a return', -2, 30, -60.01, -60.03],
		['a price below nothing', 1.5, -30, -45.01, -45.02],
		['less than it is', 2, 30, 59.99, 59.97],
	])('up to %s: %d x %d is %d and not %d', (_, quantity, price, amount, other) => {
		expect(multiplies(quantity, price, amount)).toBe(true);
		expect(multiplies(quantity, price, other)).toBe(false);
	});

	test('is nothing where one of them is missing', () => {
		expect(multiplies(NaN, 1, 1)).toBe(false);
		expect(multiplies(1, 1, NaN)).toBe(false);
	});
});

test('amounts a cent apart are two', () => {
	expect(sameAmount(1, 1.004)).toBe(true);
	expect(sameAmount(1.004, 1)).toBe(true);
	expect(sameAmount(1, 1.01)).toBe(false);
	expect(sameAmount(0, 0.005)).toBe(false);
	expect(sameAmount(-5, 5)).toBe(false);
});

test.each([
	['12.50', '12.60', true],
	['12.60', '12.50', true],
	['12.50', '12.50', false],
	['12.50', '12.40', false],
	['12.50', '12,50', false],
	['52.50', '62.60', false],
	['12.50', '112.50', false],
	['3', '9', true],
	['9', '3', false],
])('%s is %s with a single digit misread: %p', (read, printed, expected) =>
	expect(isMisread(read, printed)).toBe(expected),
);
