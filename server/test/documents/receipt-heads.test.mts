import { readReceipt } from '../../src/documents/receipt.mts';
import { joinSpaced } from '../../src/documents/text.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** What a slip with these lines above its goods is read as. */
const read = (...lines: string[]) =>
	readReceipt(
		pageOf(
			[
				'      佳乐家超市',
				...lines,
				'品名          数量   单价   金额',
				'洗洁精           1   12.50  12.50',
				'纸巾             2    3.00   6.00',
				'合计:18.50',
			].join('\n'),
		),
	);

describe('the cash register', () => {
	test.each([
		['收银机:3号', '3'],
		['03号机 收银员:李四', '03'],
		['第2收银台', '2'],
		['收银台:前台', '前台'],
		['终端:微信小程序', ''],
		['3号台  2人', ''],
		['总机:0872-2668306', ''],
		['机号/收银员:02/1008', '02'],
	])('%s', (line, number) => {
		expect(read(line).machine_num).toBe(number);
	});
});

describe('the number of the slip', () => {
	test.each([
		['小票号:20931', '20931'],
		['流水号：A-0931', 'A-0931'],
		['单号 W24030188 03号机 收银员:陈静', 'W24030188'],
		['RECEIPT NO: 20931', '20931'],
		['单 号: 20931', '20931'],
		['会员号:20931', ''],
		['20931', ''],
	])('%s', (line, number) => {
		expect(read(line).receipt_num).toBe(number);
	});
});

describe('the clerk', () => {
	test.each([
		['收银员:李四 3号收银机', '李四'],
		['结账:李四 2024-05-06 12:33', '李四'],
		['收银李娜', '李娜'],
		['店员:林 序号:0091', '林'],
		['收寄员:吴刚 (工号0215)', '0215'],
		['姓名:郑** 工号:A1027', ''],
		['乘务:0331', '0331'],
		['收银:自助收银', '自助收银'],
		['结账:微信', ''],
		['电话:13800138000', ''],
		['销 售 清 单', ''],
	])('%s', (line, name) => {
		expect(read(line).employee_num).toBe(name);
	});
});

describe('the time', () => {
	test.each([
		['人数:3  12:33', '12:33'],
		['2024-05-06 12:01 - 13:46', '13:46'],
		['营业 09:00-21:00', ''],
		['Date/日期: 2024-05-06  Time/时间: 12:33', '12:33'],
		['日期:20240506 时间:123305', '12:33:05'],
		['付款:2024-05-06 12:33', '12:33'],
		['时间:12-33-05', '12-33-05'],
		['有效期至:2024-05-06 12:33', ''],
		['备注:12:30前送到', ''],
	])('%s', (line, time) => {
		const slip = read(line);
		expect(slip.consumption_time).toBe(time);
		expect(slip.total_amount).toBe('18.50');
	});
});

test('a date between the goods and their sum', () => {
	const page = pageOf('   快印客\nA4彩页   86   0.20   17.20\n2024-12-05 10:48\n合计  17.20');
	expect(readReceipt(page)).toMatchObject({
		consumption_date: '2024-12-05',
		consumption_time: '10:48',
		table_row_num: 1,
	});
});

describe('the shop', () => {
	test.each([
		['S U JI A N', 'SUJIAN'],
		['苏 见 书 店', '苏见书店'],
		['A & B COFFEE', 'A & B COFFEE'],
	])('%s is %s', (printed, name) => {
		expect(joinSpaced(printed)).toBe(name);
	});

	test.each(['# A037', '【堂食】取茶号 0236', '# #17 点点外卖', '*在线支付(已支付)*'])(
		'%s above it',
		(line) => {
			const page = pageOf(
				`${line}\n   茶町小巷·财大店\n流水号 24091811380236\n绿茶   1   9.00   9.00`,
			);
			expect(readReceipt(page).shop_name).toBe('茶町小巷·财大店');
		},
	);
});

test('what a card reader prints below the total is what was paid', () => {
	const goods = '   丽姿妆品店\n面膜   3   89.00   267.00\n合计金额   267.00';
	const card = '--- POS 签购单 ---\n金额: RMB 267.00\n持卡人签名:';
	expect(readReceipt(pageOf(`${goods}\n${card}`)).paid_amount).toBe('267.00');
	expect(readReceipt(pageOf(goods)).paid_amount).toBe('');
});

test('the total stands beside its words', () => {
	const page = pageOf('   鑫隆五金\n螺丝   2   3.50   7.00\n合计(大写):柒元整   ￥7.00');
	expect(readReceipt(page).total_amount).toBe('7.00');
});

describe('the number of a register glued to that of the slip', () => {
	const text = `
某某超市
单据:W24030188 03号机
2024-03-01 18:05
苹果        2     3.50    7.00
合计                      7.00
`;

	test.each([
		['with the blank between them', false],
		['with the blank lost', true],
	])('is parted from it %s', (_name, losesBlanks) => {
		const { receipt_num, machine_num } = readReceipt(pageOf(text, { losesBlanks }));
		expect({ receipt_num, machine_num }).toEqual({ receipt_num: 'W24030188', machine_num: '03' });
	});

	test('is none where nothing parts its digits', () => {
		const { machine_num } = readReceipt(pageOf(text.replace('88 03号机', '8803号机')));
		expect(machine_num).toBe('');
	});
});
