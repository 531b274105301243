import { withLostDigit } from '../src/documents/invoice/lost-digit.mts';
import { hasValidCheckDigit, readTaxId } from '../src/documents/invoice/tax-id.mts';
import { readInvoice } from '../src/documents/invoice.mts';
import type { Char } from '../src/documents/layout/rows.mts';
import { pageOf, type View } from './documents-page.mts';

interface Sheet {
	kind: string;
	text: string;
	/** Names to values without blanks; of line items the first one's. */
	fields: Record<string, string>;
}

const sheets: readonly Sheet[] = [
	{
		kind: 'VAT sheet: parties in blocks with signs written downwards, tax columns',
		text: `
        上海增值税普通发票
                          No 12345678
发票联          开票日期:2018年03月05日
购  名    称:上海明珠贸易有限公司
买  纳税人识别号:91310115MA1K3L4M5N
方  地 址、电 话:上海市浦东新区张江路88号 021-58880000
    开户行及账号:工商银行张江支行 1001234509001234567
货物或应税劳务、服务名称  规格型号  单位  数量   单价    金额   税率  税额
*餐饮服务*餐费                      次     1     283.02   283.02   6%   16.98
合     计                                              ¥283.02      ¥16.98
价税合计(大写)  ⊗叁佰圆整          (小写) ¥300.00
销  名    称:上海浦江酒家有限公司
售  纳税人识别号:91310104132245678X
方  地 址、电 话:上海市徐汇区漕溪路1号 021-64380000
    开户行及账号:建设银行徐汇支行 31001502500050012345
收款人:陈红    复核:李军    开票人:王芳    销售方:(章)
`,
		fields: {
			发票代码: '',
			发票号码: '12345678',
			日期: '2018年03月05日',
			校验码: '',
			购买方名称: '上海明珠贸易有限公司',
			购买方识别号: '91310115MA1K3L4M5N',
			销售方名称: '上海浦江酒家有限公司',
			销售方识别号: '91310104132245678X',
			'合计金额(大写)': '叁佰圆整',
			'合计金额(小写)': '300.00',
			发票名称: '上海增值税普通发票',
			种类: '增值税普通发票',
			合计金额: '283.02',
			合计税额: '16.98',
			购买方开户行及账号: '工商银行张江支行1001234509001234567',
			'销售方地址、电话': '上海市徐汇区漕溪路1号021-64380000',
			收款人: '陈红',
			复核: '李军',
			开票人: '王芳',
			'货物或应税劳务、服务名称': '*餐饮服务*餐费',
			税率: '6%',
			税额: '16.98',
		},
	},
	{
		kind: 'roll: 收款单位 and 付款单位, title on two rows',
		text: `
   国家税务总局北京市税务局
      通用机打发票
        发票联
发票代码 111001771011
发票号码 05671234
机打号码 05671234
机器编号 499000123456
收款单位 北京稻香村食品有限责任公司
税    号 911101027733838123
开票日期 2019-05-20    收款员 01
付款单位 个人
项目        单价    数量    金额
糕点        35.00    2      70.00
月饼        88.00    1      88.00
小写合计 ¥158.00
大写合计 壹佰伍拾捌圆整
税控码 0123 4567 8901 2345
`,
		fields: {
			发票代码: '111001771011',
			发票号码: '05671234',
			日期: '2019-05-20',
			购买方名称: '个人',
			购买方识别号: '',
			销售方名称: '北京稻香村食品有限责任公司',
			销售方识别号: '911101027733838123',
			'合计金额(大写)': '壹佰伍拾捌圆整',
			'合计金额(小写)': '158.00',
			校验码: '',
			发票名称: '国家税务总局北京市税务局通用机打发票',
			省: '北京',
			'货物或应税劳务、服务名称': '糕点',
			数量: '2',
		},
	},
	{
		kind: 'sheet: two parties, figures behind the capitals without a label',
		text: `
   河南省国家税务局通用机打发票
发票代码:141001620011      发票号码:00112233
开票日期:2016-11-11      行业分类:交通运输业
付款方名称:郑州宇航汽车配件有限公司
付款方识别号:410105757123456
收款方名称:河南顺达物流有限公司     收款方识别号:91410100MA3X7P8Q9R
品名    规格    单位    数量    单价    金额    备注
运输费         车      2      1500.00  3000.00
装卸费         次      1       200.50   200.50
合计人民币(大写):叁仟贰佰元伍角整   ¥3200.50
开票单位(盖章):河南顺达物流有限公司   开票人:赵六
`,
		fields: {
			购买方名称: '郑州宇航汽车配件有限公司',
			购买方识别号: '410105757123456',
			销售方名称: '河南顺达物流有限公司',
			销售方识别号: '91410100MA3X7P8Q9R',
			'合计金额(大写)': '叁仟贰佰元伍角整',
			'合计金额(小写)': '3200.50',
			行业分类: '交通运输业',
			开票人: '赵六',
			单位: '车',
		},
	},
	{
		kind: 'digital e-invoice: parties side by side, a number of 20 digits',
		text: `
  电子发票(普通发票)   发票号码:24312000000012345678
                    开票日期:2024年01月15日
购  名称:北京云图科技有限公司      销  名称:上海极光信息技术有限公司
买                                 售
方  统一社会信用代码/纳税人识别号:91110108MA01ABCD2E   方  统一社会信用代码/纳税人识别号:91310110MA1G8XYZ3F
项目名称   规格型号  单位  数量   单价   金额   税率/征收率  税额
*信息技术服务*软件服务费   项  1  943.40  943.40   6%   56.60
合    计                        ¥943.40         ¥56.60
价税合计(大写)  壹仟圆整      (小写) ¥1000.00
备注  订单号:JG20240115001
开票人:刘洋
`,
		fields: {
			发票代码: '',
			发票号码: '24312000000012345678',
			日期: '2024年01月15日',
			购买方名称: '北京云图科技有限公司',
			购买方识别号: '91110108MA01ABCD2E',
			销售方名称: '上海极光信息技术有限公司',
			'合计金额(大写)': '壹仟圆整',
			'合计金额(小写)': '1000.00',
			合计金额: '943.40',
			合计税额: '56.60',
			备注: '订单号:JG20240115001',
			种类: '电子发票(普通发票)',
		},
	},
	{
		kind: 'roll: 收款方 and 付款方, an empty tax id, two columns',
		text: `
   重庆市地方税务局通用机打发票(卷式)
发票代码:250011503311
发票号码:03456789
密码:
机打号码:03456789
机器号:2500123
收款方:重庆洪崖洞大酒店
收款方税号:500103203456789
日期:2015/10/03
收款员:admin
付款方:重庆长安汽车股份有限公司
付款方税号:
项目                    金额
住宿费                588.00
餐费                  312.00
合计:900.00
大写:玖佰元整
`,
		fields: {
			发票代码: '250011503311',
			发票号码: '03456789',
			日期: '2015/10/03',
			购买方名称: '重庆长安汽车股份有限公司',
			购买方识别号: '',
			销售方名称: '重庆洪崖洞大酒店',
			销售方识别号: '500103203456789',
			'合计金额(大写)': '玖佰元整',
			'合计金额(小写)': '900.00',
			校验码: '',
		},
	},
];

const views: ReadonlyArray<readonly [string, View]> = [
	['lies flat', {}],
	[
		'is tilted, in perspective, with its blanks lost',
		{ tilt: 3, perspective: [0.1, -0.08], losesBlanks: true },
	],
];

describe.each(views)('an invoice that %s', (_, view) => {
	test.each(sheets)('$kind', ({ text, fields }) => {
		const read = readInvoice(pageOf(text, view));
		const got = Object.keys(fields).map((name) => {
			const value = read.find((field) => field.name === name)?.value;
			return [name, value?.replace(/\s+/gu, '')];
		});
		expect(Object.fromEntries(got)).toEqual(fields);
	});
});

describe('an invoice', () => {
	test('without anything readable has the documented names, empty', () => {
		const read = readInvoice({ width: 10, height: 10, boxes: [] });
		expect(read).toHaveLength(10);
		expect(read.every(({ value }) => value === '')).toBe(true);
	});

	test('serves every column of its table for every line item', () => {
		const read = readInvoice(
			pageOf(`
江苏省通用机打发票
项目      规格    数量    单价    金额
纸张      A4        2    20.00   40.00
胶水                1     5.00    5.00
合计(小写):45.00
`),
		);
		expect(read.filter(({ name }) => name === '规格型号').map(({ value }) => value)).toEqual([
			'A4',
			'',
		]);
		expect(read.filter(({ name }) => name === '金额').map(({ value }) => value)).toEqual([
			'40.00',
			'5.00',
		]);
	});

	test('has labels in one row and their values in the next', () => {
		const read = readInvoice(
			pageOf(`
深圳市国家税务局通用机打发票
 发票代码        发票号码      开票日期
144031709110    15542067    2018年01月22日
   购买方名称                     销售方名称
深圳前湾智造股份有限公司    深圳南山码力软件有限公司
`),
		);
		expect(Object.fromEntries(read.map(({ name, value }) => [name, value]))).toMatchObject({
			发票代码: '144031709110',
			发票号码: '15542067',
			日期: '2018年01月22日',
			购买方名称: '深圳前湾智造股份有限公司',
			销售方名称: '深圳南山码力软件有限公司',
			市: '深圳市',
		});
	});
});

describe('tax ids', () => {
	test('a sign read twice is dropped where the check digit says so', () => {
		const chars = Array.from('992410105386364412M', (char, i) => ({
			char,
			confidence: 0.99,
			left: 10 * i,
			right: 10 * i + 10,
			gap: 0,
		}));
		expect(readTaxId(chars)).toBe('92410105386364412M');
	});

	const valid = '91350100M000100Y43';
	const charsOf = (text: string, doubtful?: number): Char[] =>
		Array.from(text, (char, i) => ({
			char,
			confidence: i === doubtful ? 0.5 : 0.99,
			left: i,
			right: i + 1,
			gap: 0,
		}));

	test('the check digit of GB 32100', () => {
		expect(hasValidCheckDigit(valid)).toBe(true);
		expect(hasValidCheckDigit('91350100M000100Y44')).toBe(false);
	});

	test('letters that cannot stand in an id become digits', () => {
		expect(readTaxId(charsOf('9135O100MOOO1O0Y43'))).toBe(valid);
	});

	test('a doubtful sign is replaced where one usual confusion makes the check digit right', () => {
		expect(readTaxId(charsOf('91350100M000100Y48', 17))).toBe('91350100M000100Y43');
		expect(readTaxId(charsOf('91350100M000100Y48'))).toBe('91350100M000100Y48');
	});

	test('an old id of 15 digits stays as it is, a short number is none', () => {
		expect(readTaxId(charsOf('410105757123456'))).toBe('410105757123456');
		expect(readTaxId(charsOf('0755-88886666'))).toBeUndefined();
	});
});

describe('a digit lost in a run of equal ones', () => {
	/** Digits with their places in widths of a digit. */
	const at = (digits: string, places: readonly number[]): Char[] =>
		Array.from(digits, (char, i) => ({
			char,
			confidence: 0.99,
			left: 10 * places[i],
			right: 10 * places[i] + 10,
			gap: 0,
		}));

	test('is put back where the run has its room', () => {
		expect(withLostDigit(at('2400051', [0, 1, 2, 3.5, 5, 6, 7]))).toBe('24000051');
	});

	test('is not put back into a number that stands evenly or has two wide runs', () => {
		expect(withLostDigit(at('2400051', [0, 1, 2, 3, 4, 5, 6]))).toBeUndefined();
		expect(withLostDigit(at('2400551', [0, 1, 2.5, 4, 5.5, 7, 8]))).toBeUndefined();
	});
});
