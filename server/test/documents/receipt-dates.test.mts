import { readReceipt } from '../../src/documents/receipt.mts';
import { pageOf } from '../../testing/documents/page.mts';

const slip = (date: string, sign: string) =>
	readReceipt(
		pageOf(`
# 大興小食店
日期: ${date}   18:20
魚蛋          ${sign}20.00
合計          ${sign}20.00
`),
	);

describe('a date whose year stands last', () => {
	test.each([
		['05/11/24', '2024-11-05'],
		['05/11/2024', '2024-11-05'],
		['20/11/24', '2024-11-20'],
		['05-11-24', '2024-11-05'],
		['31/12/23', '2023-12-31'],
	])('has its day first in Hong Kong, and is sure: %s', (printed, date) => {
		const { consumption_date, confidence } = slip(printed, 'HK$');
		expect(consumption_date).toBe(date);
		expect(confidence.consumption_date).toBeGreaterThan(0.8);
	});

	test('is doubted where no currency tells which figure is the day', () => {
		const { consumption_date, confidence } = slip('05/11/2024', '¥');
		expect(consumption_date).toBe('2024-05-11');
		expect(confidence.consumption_date).toBeLessThan(0.8);
	});

	test('is sure where only one figure can be the day', () => {
		expect(slip('25/11/2024', '¥').confidence.consumption_date).toBeGreaterThan(0.8);
	});
});

describe('a time with the part of the day before it', () => {
	test.each([
		['晚上5:30', '晚上5:30'],
		['下午 5:30', '下午5:30'],
		['PM 5:30', 'PM5:30'],
		['5:30 PM', '5:30PM'],
		['晚12:10', '晚12:10'],
	])('keeps it, and no clerk beside it has it: %s', (printed, time) => {
		const { consumption_time, employee_num } = readReceipt(
			pageOf(`
# 大兴小吃店
日期:2024-05-06
收银员:王小明 ${printed}
鱼蛋          20.00
合计          20.00
`),
		);
		expect({ consumption_time, employee_num }).toEqual({
			consumption_time: time,
			employee_num: '王小明',
		});
	});
});
