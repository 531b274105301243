import { dayFirstDate, findDate, findTime, hasUnclearOrder } from '../../src/documents/dates.mts';

/** Dates are read at noon of a day: which of two is likelier depends on it. */
const readOn = (day: string) => jest.useFakeTimers({ now: Date.parse(`${day}T12:00:00Z`) });
beforeEach(() => void readOn('2026-06-15'));
afterEach(() => void jest.useRealTimers());

describe('dates', () => {
	test.each([
		['1990-01-01', '1990-01-01'],
		['2099-12-31', '2099-12-31'],
		['2024-02-29', '2024-02-29'],
		['24年5月6日', '2024-05-06'],
		['2024 05 06', '2024-05-06'],
		['2024.5.6', '2024-05-06'],
		['2024 - 05 - 06', '2024-05-06'],
		['2024-05--06', '2024-05-06'],
		['Jan 22, 2018', '2018-01-22'],
		['22 january 2018', '2018-01-22'],
		['05-DEC-24', '2024-12-05'],
		['20240506', '2024-05-06'],
		['20240506235959', '2024-05-06'],
		['240506-24-05-06', '2024-05-06'],
		['No.77720-2024-05-06', '2024-05-06'],
	])('%s is %s', (printed, iso) => expect(findDate(printed)?.iso).toBe(iso));

	test.each([
		'1989-12-31',
		'2100-01-01',
		'2023-02-29',
		'2024-00-10',
		'2024-13-10',
		'2024-06-31',
		'2024-06-00',
		'20241301',
		'1.24.05.06',
	])('%s is none', (printed) => expect(findDate(printed)).toBeUndefined());

	test('one that is none lets a form further down find another', () => {
		expect(findDate('2024-13-10 22-JAN-2018')?.iso).toBe('2018-01-22');
	});

	test('say what was printed, and where', () => {
		expect(findDate('日期 2024-05-06 12:30')).toEqual({
			text: '2024-05-06',
			iso: '2024-05-06',
			index: 3,
		});
	});
});

describe('the order of the figures', () => {
	test.each([
		['05/11/2024', '2024-05-11'],
		['05-11-2024', '2024-11-05'],
		['05.11.2024', '2024-11-05'],
		['13/05/2024', '2024-05-13'],
		['05-13-2024', '2024-05-13'],
		['05/11-2024', '2024-05-11'],
		['5/11/24', '2024-11-05'],
		['24-05-11', '2024-05-11'],
		['31-12-24', '2024-12-31'],
		['12/05/2026', '2026-05-12'],
		['26-06-16', '2026-06-16'],
		['26-06-17', '2017-06-26'],
	])('%s is %s: the usual one that gives a day of the past', (printed, iso) =>
		expect(findDate(printed)?.iso).toBe(iso),
	);

	test('a day of the last ten years is likelier than an older one', () => {
		readOn('2026-06-14');
		expect(findDate('15-06-16')?.iso).toBe('2016-06-15');
		readOn('2026-06-15');
		expect(findDate('15-06-16')?.iso).toBe('2015-06-16');
	});

	test.each([
		['05/11/2024', '2024-11-05'],
		['5-11-24', '2024-11-05'],
		['15/06/2026', '2026-06-15'],
		['16/06/2026', '2026-06-16'],
		['17/06/2026', undefined],
		['31/02/2024', undefined],
		['2024/05/11', undefined],
	])('%s with the day first is %s', (printed, iso) => expect(dayFirstDate(printed)).toBe(iso));

	test.each([
		['05/11/2024', true],
		['12/11/24', true],
		['11/12/24', true],
		['11/11/2024', false],
		['13/11/2024', false],
		['11/13/2024', false],
		['2024-05-11', false],
	])('%s leaves open which is the day: %p', (printed, unclear) =>
		expect(hasUnclearOrder(printed)).toBe(unclear),
	);
});

describe('times', () => {
	test.each([
		['23:59', '23:59'],
		['0:00', '0:00'],
		['12:30:59', '12:30:59'],
		['12 : 30', '12:30'],
		['5:23 PM', '5:23PM'],
		['5:23 P.M.', '5:23P.M.'],
		['PM 5:23', 'PM5:23'],
		['凌晨 1:05', '凌晨1:05'],
		['2024-05-06 晚上5:30', '晚上5:30'],
		['2024-05-06晚5:30', '晚5:30'],
		['傍晚 6:20', '傍晚6:20'],
		['夜裡11:20:05', '夜裡11:20:05'],
		['P.M. 5:30', 'P.M.5:30'],
		['5:30:20pm', '5:30:20pm'],
		['正午12:00', '正午12:00'],
		['晚8点30分', '晚8点30分'],
		['20:30 晚餐', '20:30'],
		['18点42分', '18点42分'],
		['18时4分7秒', '18时4分7秒'],
		['l2:3O', '12:30'],
		['20240506123305', '12:33:05'],
		['20240506 12:33', '12:33'],
		['2024-05-06 12.33.05', '12.33.05'],
		['2024-05-06 12-33-05', '12-33-05'],
		['05-0612:33', '12:33'],
		['2024-05-0612:33', '12:33'],
	])('%s has the time %s', (printed, time) => expect(findTime(printed)?.text).toBe(time));

	test.each([
		'24:00',
		'12:60',
		'123:45',
		'12:345',
		'12.33.05',
		'2024-05-06 12.33-05',
		'24点10分',
		'1分',
	])('%s has none', (printed) => expect(findTime(printed)).toBeUndefined());

	test('say where they stand', () => {
		expect(findTime('2024-05-06 12:33')?.index).toBe(11);
		expect(findTime('20240506123305')).toEqual({ text: '12:33:05', index: 8 });
		expect(findTime('2024-05-06 12.33.05')?.index).toBe(11);
		expect(findTime('05-0612:33')?.index).toBe(5);
	});
});
