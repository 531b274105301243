import {
	findCapital,
	findDamagedCapital,
	formatCapital,
	parseCapital,
	withSignsReplaced,
} from '../../src/documents/invoice/capital.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import { doubting } from '../../testing/documents/doubting.mts';
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

describe('figures and words of the total', () => {
	const lines = '水泥        10    79.50   795.00';
	/** What is read of a total in words and figures below a line of goods, the figures with doubt. */
	const totals = (words: string, figures: string, confidence: number, goods = '') => {
		const page = pageOf(`
四川省国家税务局通用机打发票
项目      数量    单价      金额
${goods}
合计(大写):    ${words}    (小写):¥${figures}
`);
		const read = readInvoice(doubting(page, figures, confidence));
		const valueOf = (wanted: string) => read.find(({ name }) => name === wanted)?.value;
		return [valueOf('合计金额(小写)'), valueOf('合计金额(大写)')];
	};

	test.each([
		['a doubtful digit by the words', '柒佰玖拾伍元整', '195.00', 0.5, '', '795.00'],
		['a lost point by the words', '柒佰玖拾伍元整', '79500', 0.99, '', '795.00'],
		['a doubtful digit by words and lines', '柒佰玖拾伍元整', '798.00', 0.5, lines, '795.00'],
		['a sure digit by nothing', '柒佰玖拾伍元整', '798.00', 1, lines, '798.00'],
		['nothing where none is near', '柒佰玖拾伍元整', '12.00', 0.99, '', '12.00'],
	])('settle %s', (_, words, figures, confidence, goods, total) => {
		expect(totals(words, figures, confidence, goods)).toEqual([total, words]);
	});

	test.each([
		['柒佰玖拾陆元整', lines, '柒佰玖拾伍元整'],
		['柒佰宋拾伍元整', lines, '柒佰玖拾伍元整'],
	])('%s is mended by figures that the lines prove', (words, goods, mended) => {
		expect(totals(words, '795.00', 1, goods)).toEqual(['795.00', mended]);
	});

	test('words that stay no amount are not served', () => {
		expect(totals('柒佰宋拾伍元整', '888.00', 1)).toEqual(['888.00', '']);
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

	test.each([
		['4046.00', '肆仟零肆拾陆元整'],
		['3046.00', '零肆拾陆元整'],
	])(
		'words that are no amount as words write one are whole where lines and figures say it: %s of the lines',
		(line, words) => {
			const read = readInvoice(
				pageOf(`
四川省国家税务局通用机打发票
项目      数量    单价      金额
水泥        10    ${Number(line) / 10}   ${line}
合计(大写):    零肆拾陆元整    (小写):¥4046.00
`),
			);
			expect(read.find(({ name }) => name === '合计金额(大写)')?.value).toBe(words);
		},
	);

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
		expect(before('999.99')).toBe('999.99');
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
});
