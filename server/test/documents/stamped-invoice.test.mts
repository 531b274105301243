import { readTaxId } from '../../src/documents/invoice/tax-id.mts';
import { withProvedAmount } from '../../src/documents/invoice/line-arithmetic.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import type { Char } from '../../src/documents/layout/rows.mts';
import type { Page } from '../../src/page/types.mts';
import { pageOf } from '../../testing/documents/page.mts';

const valuesOf = (page: Page, name: string) =>
	readInvoice(page)
		.filter((field) => field.name === name)
		.map(({ value }) => value);

const names = '货物或应税劳务、服务名称';

/** A general invoice with one line of goods written otherwise, and a row below the goods. */
const invoice = ({ head = '单价', second = '14        88.00       1232.00', below = '' } = {}) => `
              黑龙江省国家税务局通用机打发票
发票代码：123001671320          发票号码：04417236
日期：2016-12-07
付款方名称：哈尔滨松北安居物业服务有限公司
收款方名称：大庆北方暖通设备经销处
品名              单位      数量       ${head}        金额
供暖配件            件        35        26.70        934.50
保温材料            卷        ${second}
运输服务            车         1       350.05        350.05${below && `\n${below}`}
合计（大写）：贰仟伍佰壹拾陆元伍角伍分      （小写）：￥2516.55
`;

/** A page with the confidence of each sign of a kind set. */
const doubting = (page: Page, sign: string, confidence: number): Page => ({
	...page,
	boxes: page.boxes.map((box) => ({
		...box,
		glyphs: box.glyphs.map((glyph) => (glyph.char === sign ? { ...glyph, confidence } : glyph)),
	})),
});

/** A page with the box of a text made taller, as a stamp over it does, and lower. */
const taller = (page: Page, text: string): Page => ({
	...page,
	boxes: page.boxes.map((box) => {
		if (box.text !== text) return box;
		const [a, b, c, d] = box.quad;
		const [up, down] = [-3, 21];
		return {
			...box,
			quad: [
				{ ...a, y: a.y + up },
				{ ...b, y: b.y + up },
				{ ...c, y: c.y + down },
				{ ...d, y: d.y + down },
			],
		};
	}),
});

describe('goods that a stamp lies over', () => {
	const goods = ['供暖配件', '保温材料', '运输服务'];
	const amounts = ['934.50', '1232.00', '350.05'];

	it.each([
		['', '                        财务'],
		['', '                                                        易有限'],
	])('keep their names free of words of the stamp that stand alone (%s%s)', (_, below) => {
		expect(valuesOf(pageOf(invoice({ below })), names)).toEqual(goods);
	});

	it.each([
		['has signs of the stamp before it', '14        88.00     易有1232.00'],
		['has signs of the stamp in place of a digit', '14        88.00     易有232.00'],
		['has a speck behind it', '14        88.00       1232.00.'],
	])('have an amount that %s', (_, second) => {
		const page = pageOf(invoice({ second }));
		expect(valuesOf(page, names)).toEqual(goods);
		expect(valuesOf(page, '金额')).toEqual(amounts);
		expect(valuesOf(page, '数量')).toEqual(['35', '14', '1']);
	});

	it('have an amount with a blank in place of its point', () => {
		const page = pageOf(invoice().replace(/350\.05$/mu, '350 05'));
		expect(valuesOf(page, '金额')).toEqual(amounts);
	});

	it('have prices below a head to which a sign of the stamp is glued', () => {
		const page = doubting(pageOf(invoice({ head: '月单价' })), '月', 0.92);
		expect(valuesOf(page, '单价')).toEqual(['26.70', '88.00', '350.05']);
	});

	it('are one line where the stamp made a cell taller', () => {
		const page = taller(pageOf(invoice()), '1232.00');
		expect(valuesOf(page, names)).toEqual(goods);
		expect(valuesOf(page, '金额')).toEqual(amounts);
	});
});

describe('an amount that lost a sign', () => {
	const lines = [
		{ quantity: '14', price: '88.00', amount: '232.00' },
		{ quantity: '1', price: '350.05', amount: '350.05' },
	];

	it('is put right where its factors and a printed sum say so', () => {
		expect(withProvedAmount(lines, [1582.05])[0].amount).toBe('1232.00');
	});

	it('stays where no sum is printed that it makes, or where it makes one as it stands', () => {
		expect(withProvedAmount(lines, [])).toBe(lines);
		expect(withProvedAmount(lines, [1600])).toBe(lines);
		expect(withProvedAmount(lines, [582.05])).toBe(lines);
	});
});

describe('fields beside a stamp', () => {
	it('have a date of which one dash was not read', () => {
		for (const date of ['2016 12-07', '2016-12 07']) {
			const page = pageOf(invoice().replace('2016-12-07', date));
			expect(valuesOf(page, '日期')).toEqual([date.replace(' ', '')]);
		}
	});

	it('have a total behind a label that lost a sign', () => {
		const page = pageOf(invoice().replace('（小写）', '（小）'));
		expect(valuesOf(page, '合计金额(小写)')).toEqual(['2516.55']);
	});
});

describe('a total below a stamp', () => {
	const total = '（小写）：￥2516.55';
	const withTotal = (read: string) => pageOf(invoice().replace(total, read));
	const figures = '合计金额(小写)';

	it.each([
		['a point that was read as a colon', '（小写）：￥2516:55'],
		['a sign of the stamp before it', '（小写）2￥2516.55'],
		['digits of the stamp before it', '（禾小写）：51010￥2516.55'],
		['a sign of the stamp in place of that of the currency', '（小写）：K2516.55'],
		['words of the stamp in place of its label', '放款 K￥2516.55'],
	])('is that of the words where it has %s', (_, read) => {
		expect(valuesOf(withTotal(read), figures)).toEqual(['2516.55']);
	});

	it('is that of words and lines where its figures were not read surely, and as printed where they were', () => {
		const page = withTotal('（小写）：￥25916958');
		expect(valuesOf(doubting(page, '8', 0.7), figures)).toEqual(['2516.55']);
		expect(valuesOf(page, figures)).toEqual(['25916958']);
	});

	it('is not that of the words where no such digits are there', () => {
		expect(valuesOf(withTotal('（小写）：'), figures)).toEqual(['']);
	});

	it('has cents of two digits, whatever stands behind them', () => {
		const vat = `
上海增值税普通发票
货物或应税劳务、服务名称  规格型号  单位  数量   单价    金额   税率  税额
*餐饮服务*餐费                      次     1     283.02   283.02   6%   16.98
合     计                                     ¥283.02 2      ¥16.98
价税合计(大写)  ⊗叁佰圆整          (小写) ¥300.00
`;
		expect(valuesOf(pageOf(vat), '合计金额')).toEqual(['283.02']);
	});
});

describe('a form that is printed in the colour of its stamp', () => {
	const asStamp = (page: Page, text: string): Page => ({
		...page,
		boxes: page.boxes.map((box) => (box.text === text ? { ...box, stamp: true } : box)),
	});

	it('keeps the heads of its columns, and loses what only a stamp says', () => {
		expect(valuesOf(asStamp(pageOf(invoice()), '金额'), '金额')).toEqual([
			'934.50',
			'1232.00',
			'350.05',
		]);
		const below = '                        发票专用章';
		const page = asStamp(pageOf(invoice({ below })), '发票专用章');
		expect(valuesOf(page, names)).toEqual(['供暖配件', '保温材料', '运输服务']);
	});
});

describe('a tax id with a hidden digit', () => {
	const printed = '91370704MA3C5R6W4X';
	const chars = (text: string, hidden: readonly number[]): Char[] =>
		Array.from(text, (char, i) => ({
			char,
			confidence: hidden.includes(i) ? 0.5 : 0.99,
			left: 10 * i,
			right: 10 * i + 10,
			gap: 0,
			area: { left: 10 * i, top: 0, right: 10 * i + 10, bottom: 20 },
		})) as unknown as Char[];
	const misread = '91379704MA3C5R6W4X';

	it('has the one that its check digit tells, be it one of two doubtful signs', () => {
		expect(readTaxId(chars(misread, [4]))).toBe(printed);
		expect(readTaxId(chars(misread, [4, 6]))).toBe(printed);
	});

	it('stays as read where the sign was read surely, is no digit of the place, or more are hidden', () => {
		expect(readTaxId(chars(misread, []))).toBe(misread);
		expect(readTaxId(chars(misread, [12]))).toBe(misread);
		expect(readTaxId(chars(misread, [4, 5, 6]))).toBe(misread);
	});
});
