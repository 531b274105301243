import {
	findCapital,
	findDamagedCapital,
	formatCapital,
	parseCapital,
	withSignsReplaced,
} from '../../src/documents/invoice/capital.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import { settle, settleBySum } from '../../src/documents/invoice/settle.mts';
import { pageOf } from '../../testing/documents/page.mts';

describe('capital amounts', () => {
	test.each([
		['玖仟元整', 900000],
		['捌佰贰拾伍圆壹角伍分', 82515],
		['柒佰伍拾柒元壹角贰分', 75712],
		['壹万零贰佰叁拾柒元零柒分', 1023707],
		['壹拾贰万叁仟元正', 12300000],
		['贰亿零伍万元整', 20005000000],
		['零佰零拾伍元整', 500],
		['伍角', 50],
		['拾元整', 1000],
	])('%s', (capital, cents) => {
		expect(parseCapital(capital)).toBe(cents);
	});

	test.each(['元整', '佰元', '壹贰元', '合计'])('%s is none', (text) => {
		expect(parseCapital(text)).toBeUndefined();
	});

	test.each([
		[900000, '玖仟元整'],
		[1023707, '壹万零贰佰叁拾柒元零柒分'],
		[82510, '捌佰贰拾伍元壹角整'],
		[100500, '壹仟零伍元整'],
		[50, '伍角整'],
	])('%d is written %s', (cents, capital) => {
		expect(formatCapital(cents)).toBe(capital);
		expect(parseCapital(capital)).toBe(cents);
	});

	test('look-alikes are put right', () => {
		expect(findCapital('人民币:染佰玖抬伍园正')).toBe('柒佰玖拾伍圆正');
		expect(findCapital('⊗叁佰圆整 ¥300.00')).toBe('叁佰圆整');
		expect(findCapital('合计金额')).toBeUndefined();
	});

	test('other signs among those of an amount are kept, so that they can be replaced', () => {
		expect(findDamagedCapital('⊗柒佰宋拾伍圆整(小写)¥795.00')).toBe('柒佰宋拾伍圆整');
		expect(findDamagedCapital('柒佰玖拾伍圆整')).toBeUndefined();
		expect(findDamagedCapital('柒宋某拾圆整')).toBeUndefined();
	});

	test.each([
		['柒佰宋拾伍圆整', 79500, '柒佰玖拾伍圆整'],
		['柒佰玖拾陆元整', 79500, '柒佰玖拾伍元整'],
		['壹仟零伍元宋', 100500, '壹仟零伍元整'],
		['壹仟零伍贸整', 100500, '壹仟零伍圆整'],
		['柒佰玖拾陆元整', 81200, undefined],
		['柒佰元整', 79500, undefined],
	])('%s is mended towards %d', (capital, amount, mended) => {
		expect(withSignsReplaced(capital, amount, 1)).toBe(mended);
	});
});

const sure = (value: string) => ({ value, confidence: 0.99 });
const doubtful = (value: string) => ({ value, confidence: 0.5 });

describe('figures and words of the total', () => {
	test.each([
		['a doubtful digit by the words', doubtful('195.00'), '柒佰玖拾伍元整', [], '795.00'],
		['a lost point by the words', sure('79500'), '柒佰玖拾伍元整', [], '795.00'],
		['words and sum against the figures', sure('7198.00'), '柒佰玖拾伍元整', [79500], '795.00'],
		[
			'figures and sum against hidden words',
			sure('4146.00'),
			'壹佰肆拾陆元整',
			[414600],
			'4146.00',
		],
		['words that only lost signs, without a sum', sure('4146.00'), '壹佰肆拾陆元整', [], '4146.00'],
		['a digit too many that is doubtful', doubtful('4146.00'), '壹佰肆拾陆元整', [], '146.00'],
		['nothing where none is near', sure('12.00'), '柒佰玖拾伍元整', [], '12.00'],
	])('settle %s', (_, figures, words, sums, total) => {
		expect(settle(figures, sure(words), sums)).toEqual({ total, capital: words });
	});

	test('words are mended by the figures, and dropped where they stay no amount', () => {
		const mended = { total: '795.00', capital: '柒佰玖拾伍元整' };
		expect(settle(sure('795.00'), doubtful('柒佰玖拾陆元整'), [79500])).toEqual(mended);
		expect(settle(sure('795.00'), doubtful('柒佰宋拾伍元整'), [])).toEqual(mended);
		expect(settle(sure('888.00'), doubtful('柒佰宋拾伍元整'), []).capital).toBeUndefined();
	});

	test('a total without words follows the sum where a digit is doubtful', () => {
		expect(settleBySum(doubtful('795.00'), [79600])).toBe('796.00');
		expect(settleBySum(sure('795.00'), [79600])).toBe('795.00');
		expect(settleBySum(doubtful('795.00'), [81600])).toBe('795.00');
	});

	test('a covered part of the words changes neither the total nor what is served of the words', () => {
		const read = readInvoice(
			pageOf(`
四川省国家税务局通用机打发票
项目      数量    单价      金额
水泥        10    414.60   4146.00
合计(大写):    壹佰肆拾陆元整    (小写):¥4146.00
`),
		);
		expect(Object.fromEntries(read.map(({ name, value }) => [name, value]))).toMatchObject({
			'合计金额(大写)': '壹佰肆拾陆元整',
			'合计金额(小写)': '4146.00',
		});
	});

	test('the row 合计 is mended where the lines prove one of its two amounts', () => {
		const text = (before: string) => `
上海增值税普通发票
货物或应税劳务、服务名称  规格型号  单位  数量   单价    金额   税率  税额
*餐饮服务*餐费                      次     1     283.02   283.02   6%   16.98
合     计                                              ¥${before}      ¥16.98
价税合计(大写)  ⊗叁佰圆整          (小写) ¥300.00
`;
		const before = (printed: string) =>
			readInvoice(pageOf(text(printed))).find(({ name }) => name === '合计金额')?.value;
		expect(before('288.02')).toBe('283.02');
		expect(before('999.99')).toBeUndefined();
		expect(before('半')).toBe('283.02');
	});

	const table = `
上海通用机打发票
品名        数量    单价      金额
玉米           2    50.00    100.00
`;
	const totalIn = (text: string) =>
		readInvoice(pageOf(table + text)).find(({ name }) => name === '合计金额(小写)')?.value;

	test('figures that were printed and not read follow the words that the lines prove', () => {
		expect(totalIn('合计(大写):壹佰元整    (小写):到1O0.0O.8')).toBe('100.00');
		expect(totalIn('合计(大写):贰佰元整    (小写):到1O0.0O.8')).toBe('');
		expect(totalIn('合计(大写):壹佰元整')).toBe('');
	});

	test('exempt goods have no tax although the asterisks of the sum were not read', () => {
		const read = readInvoice(
			pageOf(`
项目名称            单位    数量      单价         金额    税率      税额
*蔬菜*白菜          千克     120      2.50       300.00    免税      ***
合  计                                          ¥300.00
价税合计(大写)  叁佰圆整        (小写)¥300.00
`),
		);
		expect(Object.fromEntries(read.map(({ name, value }) => [name, value]))).toMatchObject({
			合计金额: '300.00',
			合计税额: '***',
		});
	});
});
