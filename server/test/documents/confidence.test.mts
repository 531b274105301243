import { readInvoice } from '../../src/documents/invoice.mts';
import { invoiceResult } from '../../src/documents/invoice/result.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { evidenceOf } from '../../src/documents/confidence/evidence.mts';
import { confidenceOf } from '../../src/documents/confidence/value.mts';
import { rowsOf } from '../../src/documents/layout/rows.mts';
import type { Page } from '../../src/page/types.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** The page with less confidence in every character of a text. */
function doubting(page: Page, text: string, confidence: number): Page {
	const boxes = page.boxes.map((box) => {
		const at = box.text.indexOf(text);
		if (at < 0) return box;
		const glyphs = box.glyphs.map((glyph, i) =>
			i >= at && i < at + text.length ? { ...glyph, confidence } : glyph,
		);
		return { ...box, glyphs };
	});
	return { ...page, boxes };
}

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

	it('trusts counts and amounts alone where their sum is printed under whatever word', () => {
		const counted = slip
			.replace(/品名.*\n苹果.*\n面包.*\n/u, '苹果    2份    12.00\n面包    1份     5.50\n')
			.replace('合计:                          17.50', '商品合值:  17.50\n合计:  19.50');
		const [apples] = readReceipt(pageOf(counted)).confidence.table;
		expect(apples.subtotal_amount).toBeGreaterThan(0.8);
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

	it('doubts a name that goes on in the next row, more than one that does not', () => {
		const nameConfidence = (name: string) =>
			invoiceResult(readInvoice(pageOf(sheet.replace('武汉江岸云图信息有限公司', name)))).confidence
				.购买方名称;
		const whole = nameConfidence('武汉江岸云图信息有限公司');
		const broken = nameConfidence('武汉江岸云图信息技术咨询服务有限\n         公司');
		expect(whole).toBeGreaterThan(0.8);
		expect(broken).toBeLessThan(0.8);
	});

	it('trusts a usual heading more than another one that was read as well', () => {
		const titleConfidence = (text: string) =>
			invoiceResult(readInvoice(doubting(pageOf(text), '通用机打', 0.9))).confidence.发票名称;
		expect(titleConfidence(sheet)).toBeGreaterThan(0.8);
		expect(titleConfidence(sheet.replace('湖北省国家税务局', '云湖物业中心'))).toBeLessThan(0.8);
	});

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

describe('evidence', () => {
	const rows = rowsOf(pageOf('购买方名称:南京晨光制造\n有限公司   日期:2024/3/5'));

	it('is found in pieces where a value broke over rows', () => {
		expect(evidenceOf(rows, '南京晨光制造有限公司')).toMatchObject({
			least: 0.99,
			repaired: 0,
			pieces: 2,
		});
	});

	it('counts what does not stand on the page', () => {
		expect(evidenceOf(rows, '南京晨光制适').repaired).toBeCloseTo(1 / 6);
		expect(evidenceOf(rows, '').repaired).toBe(1);
	});

	it('knows a date in another form', () => {
		expect(evidenceOf(rows, '2024-03-05')).toMatchObject({ repaired: 0 });
	});

	it('gives less to what was repaired', () => {
		const read = { least: 0.99, mean: 0.99, repaired: 0 };
		expect(confidenceOf({ ...read, repaired: 0.1 }, 'plain')).toBeLessThan(0.8);
		expect(confidenceOf(read, 'contradicted')).toBeLessThanOrEqual(0.6);
		expect(confidenceOf({ least: 0, mean: 0, repaired: 1 }, 'plain')).toBe(0);
	});
});
