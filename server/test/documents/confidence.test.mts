import { readInvoice } from '../../src/documents/invoice.mts';
import { invoiceResult } from '../../src/documents/invoice/result.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { doubting } from '../../testing/documents/doubting.mts';
import { pageOf } from '../../testing/documents/page.mts';

const slip = `
# 宏达超市
小票号:20231108  收银员:06
2023-11-08 18:20
品名            数量    单价    金额
苹果              2     6.00   12.00
面包              1     5.50    5.50
合计:                          17.50
`;

describe('a receipt', () => {
	const sure = readReceipt(pageOf(slip)).confidence;

	it('is sure of what was read well, and 0 where nothing was read', () => {
		expect(sure.shop_name).toBeGreaterThan(0.9);
		expect(sure.print_date).toBe(0);
		expect(sure.table).toHaveLength(2);
		expect(sure.table[0].subtotal_amount).toBeGreaterThan(0.9);
	});

	it('doubts a value whose characters were read with doubt, and no other', () => {
		const { confidence } = readReceipt(doubting(pageOf(slip), '宏达', 0.6));
		expect(confidence.shop_name).toBeLessThan(0.8);
		expect(confidence.receipt_num).toBe(sure.receipt_num);
	});

	it('doubts arithmetic that holds less than what nothing proves', () => {
		const proved = readReceipt(doubting(pageOf(slip), '6.00', 0.85)).confidence.table[0];
		const plain = readReceipt(doubting(pageOf(slip), '苹果', 0.85)).confidence.table[0];
		expect(proved.unit_price).toBeGreaterThan(plain.product);
	});

	it('doubts lines that do not make up the total', () => {
		const other = slip
			.replace('合计:                          17.50', '合计:    99.00')
			.replace('    5.50\n', '    7.50\n');
		const { table } = readReceipt(pageOf(other)).confidence;
		expect(table[1].subtotal_amount).toBeLessThan(0.8);
		expect(table[0].quantity).toBeGreaterThan(0.8);
	});

	it('trusts counts and amounts alone more where their sum is printed under whatever word', () => {
		const counted = slip
			.replace(/品名.*\n苹果.*\n面包.*\n/u, '苹果    2份    12.00\n面包    1份     5.50\n')
			.replace('合计:                          17.50', '商品合值:  17.50\n合计:  19.50');
		const [apples] = readReceipt(pageOf(counted)).confidence.table;
		expect(apples.subtotal_amount).toBeGreaterThan(0.6);
		const unproved = readReceipt(pageOf(counted.replace('商品合值:  17.50', ''))).confidence.table;
		expect(unproved[0].subtotal_amount).toBeLessThan(apples.subtotal_amount);
	});

	it('trusts the amount of a line that lacks a figure which most others have where all make up the total', () => {
		const lacking = slip
			.replace(
				'面包              1     5.50    5.50',
				'面包              1             5.50\n牛奶              2     3.00    6.00',
			)
			.replace('17.50', '23.50');
		const { table } = readReceipt(pageOf(lacking)).confidence;
		expect(table.map(({ subtotal_amount }) => subtotal_amount > 0.8)).toEqual([true, true, true]);
	});
});

describe('an invoice', () => {
	const sheet = `
湖北省国家税务局通用机打发票
发票代码:142011600000   发票号码:01648000
开票日期:2018年1月22日
付款单位:武汉江岸云图信息有限公司
付款方识别号:91350100M000100Y43
项目          数量   单价    金额
餐费            1   120.00  120.00
餐费            1    80.00   80.00
合计人民币(大写):贰佰元整   (小写):¥200.00
`;
	const confidenceIn = (text: string) => invoiceResult(readInvoice(pageOf(text))).confidence;

	it('names each value once, and a list for a name that is repeated', () => {
		const result = invoiceResult(readInvoice(pageOf(sheet)));
		expect(result.invoice_general_infos).toContainEqual({
			name: '发票代码',
			value: '142011600000',
		});
		expect(Object.keys(result.confidence).sort()).toEqual(
			[...new Set(result.invoice_general_infos.map(({ name }) => name))].sort(),
		);
		expect(result.confidence['金额']).toEqual([expect.any(Number), expect.any(Number)]);
		expect(result.confidence['校验码']).toBe(0);
	});

	it.each([
		['a check digit is wrong', '购买方识别号', sheet.replace('Y43', 'Y44')],
		[
			'a code has a length that codes do not have',
			'发票代码',
			sheet.replace('142011600000', '14201160000'),
		],
		['words and figures differ', '合计金额(小写)', sheet.replace('贰佰元', '叁佰肆拾元')],
	])('doubts a value where %s', (_why, name, text) => {
		expect(confidenceIn(sheet)[name]).toBeGreaterThan(0.9);
		expect(confidenceIn(text)[name]).toBeLessThan(0.8);
	});
});
