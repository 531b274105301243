import { findDate, findTime } from '../../src/documents/dates.mts';
import { figure, multiplies, parseAmount } from '../../src/documents/numbers.mts';
import { rowsOf } from '../../src/documents/layout/rows.mts';
import { normalize, withinOneEdit } from '../../src/documents/text.mts';
import {
	codeReadings,
	labelledMomentReading,
	personReadings,
} from '../../src/documents/lex/texts.mts';
import { readAmount } from '../../src/documents/values.mts';
import { pageOf } from '../../testing/documents/page.mts';

describe('amounts', () => {
	test.each([
		['￥1,234.50', '1234.50'],
		['¥-0.10', '-0.10'],
		['-¥5.00', '-5.00'],
		['5.00元', '5.00'],
		['１６２．２２', '162.22'],
		['RMB 88', '88'],
		['(12.00)', '-12.00'],
		['l2.5O', '12.50'],
		['12,50', '12.50'],
		['1.234.50', '1234.50'],
		[':2', '2'],
	])('%s is %s', (printed, plain) => {
		expect(parseAmount(printed)).toBe(plain);
	});

	test.each(['¥*', '*', '', '优惠', '12-05', '7.8015.60'])('%s is none', (printed) => {
		expect(parseAmount(printed)).toBeUndefined();
	});

	test('a figure keeps its zeros and loses its commas', () => {
		expect(figure('12,345.00')).toBe('12345.00');
	});

	test('a product may differ by the rounding of the subtotal', () => {
		expect(multiplies(1.256, 11.8, 14.82)).toBe(true);
		expect(multiplies(2, 8.5, 17.5)).toBe(false);
	});
});

describe('dates and times', () => {
	test.each([
		['2018年1月22日', '2018-01-22'],
		['2018 年 06 月 21 日', '2018-06-21'],
		['2018.03.16', '2018-03-16'],
		['2020/11/19', '2020-11-19'],
		['20-11-19', '2020-11-19'],
		['20201119', '2020-11-19'],
		['2024-04-1019:09:40', '2024-04-10'],
		['2024/5/69:05', '2024-05-06'],
		['2024050612:33:05', '2024-05-06'],
		['机号022024-05-06', '2024-05-06'],
		['03/15/2024', '2024-03-15'],
		['25/03/2024', '2024-03-25'],
		['22-JAN-2018', '2018-01-22'],
		['日期：２０２３－０８－１５', '2023-08-15'],
	])('%s is %s', (printed, iso) => {
		expect(findDate(printed)?.iso).toBe(iso);
	});

	test.each(['2023-13-40', '400-060-1933', '123456', '58.00'])('%s is no date', (printed) => {
		expect(findDate(printed)).toBeUndefined();
	});

	test.each([
		['2024-04-1019:09:40', '19:09:40'],
		['17:23', '17:23'],
		['2024/5/69:05', '9:05'],
		['2024050612:33:05', '12:33:05'],
		['下午5:23', '下午5:23'],
		['下午 5:23', '下午5:23'],
		['18时42分07秒', '18时42分07秒'],
		['2023-08-15 18:42:07', '18:42:07'],
	])('%s has the time %s', (printed, time) => {
		expect(findTime(printed)?.text).toBe(time);
	});

	test('a ratio or an amount is no time', () => {
		expect(findTime('27.50')).toBeUndefined();
		expect(findTime('1:75')).toBeUndefined();
	});
});

describe('texts', () => {
	test('NFKC and one sign for each kind of colon, dash and cross', () => {
		expect(normalize('金额：￥１２（元）—✕')).toBe('金额:¥12(元)-×');
	});

	test('one edit is one sign lost, doubled or misread', () => {
		expect(withinOneEdit('实收金额', '实收全额')).toBe(true);
		expect(withinOneEdit('实收金额', '实收额')).toBe(true);
		expect(withinOneEdit('实收金额', '实收金金额')).toBe(true);
		expect(withinOneEdit('实收金额', '应付金额')).toBe(false);
	});
});

describe('values behind a label', () => {
	const charsOf = (text: string) => rowsOf(pageOf(text))[0].chars;

	test.each([
		['2024-05-06 12:33', undefined],
		['36.50 2024-05-06 12:33:05', '36.50'],
		['HK$ 129.80', '129.80'],
		['2件 18.50', '18.50'],
	])('the amount in %s is %s', (text, amount) => {
		expect(readAmount(charsOf(text))).toBe(amount);
	});

	test.each([
		['02 TRN 0034', '02'],
		['1203 3381 0029', '120333810029'],
		['AB 1234', 'AB1234'],
		['8024    4', '8024'],
		['NO.:000123', '000123'],
		['000123 05-06 12:33', '000123'],
		['022024-05-06', '02'],
	])('the code in %s is %s', (text, code) => {
		expect(codeReadings(charsOf(text)).map((reading) => reading.text)).toEqual([code]);
	});

	test('a telephone number is no clerk', () => {
		expect(personReadings(charsOf('13800138000'))).toEqual([]);
		expect(personReadings(charsOf('1001 张三'))[0].text).toBe('1001张三');
	});

	test.each([
		['123305', '12:33:05'],
		['1233', '12:33'],
		['2024-05-06 12:33', '12:33'],
		['2575', undefined],
	])('the time in %s is %s', (text, time) => {
		expect(labelledMomentReading(charsOf(text)).time?.text).toBe(time);
	});
});
