import { settledLine } from '../../src/documents/invoice/line-arithmetic.mts';
import type { LineItem } from '../../src/documents/invoice/items.mts';
import { pickDiscount, withPromotions } from '../../src/documents/receipt/discount.mts';
import { amountsIn, isProduct, sumHolds, sumOf } from '../../src/documents/receipt/sum-check.mts';
import { number, sum, type Amounts } from '../../src/documents/receipt/sums.mts';
import type { SlipTable } from '../../src/documents/receipt/region.mts';
import { slipOf } from '../../src/documents/receipt/slip.mts';
import type { SlipGoods } from '../../src/documents/receipt/table.mts';
import { pageOf } from '../../testing/documents/page.mts';

const item = (quantity: string, unit_price: string, subtotal_amount: string) => ({
	product: '货',
	quantity,
	unit_price,
	subtotal_amount,
});
const found = (value: string, rank = 2, row = 0) => ({ value, rank, row, label: '优惠' });

describe('figures of a row that can be amounts', () => {
	test.each([
		['12.50', [12.5]],
		['-12.50', [-12.5]],
		['1,234.50 3', [1234.5, 3]],
		['满25减8 -8.00', [25, 8, -8]],
		['2024-05-06', []],
		['12:30', []],
		['88%', []],
		['A12', []],
		['3*4', []],
		['1/2', []],
		['12.505', []],
		['1234567', []],
		['123456', [123456]],
		['1.5.', [1.5]],
	])('%s: %j', (text, amounts) => expect(amountsIn(text)).toEqual(amounts));
});

describe('sums', () => {
	const amounts: Amounts = [found('-1.50'), found('2.00')];

	test('of amounts are those of their sizes', () => {
		expect(sum(amounts)).toBe(3.5);
		expect(sum([])).toBe(0);
		expect([number(amounts[0]), number(undefined)]).toEqual([-1.5, NaN]);
	});

	test('of goods are none where one has no amount', () => {
		expect(sumOf([item('', '', '1.50'), item('', '', '-0.50')])).toBe(1);
		expect(sumOf([item('', '', '1.50'), item('', '', '')])).toBeNaN();
	});

	test('a line is a product with all its figures only', () => {
		expect(isProduct(item('2', '1.50', '3.00'))).toBe(true);
		expect(isProduct(item('2', '1.50', '3.05'))).toBe(false);
		expect(isProduct(item('', '1.50', '1.50'))).toBe(false);
	});
});

describe('the discount of a slip', () => {
	test.each<[string, Amounts, number, string]>([
		['none', [], 5, ''],
		['the line that makes up the difference', [found('3.00'), found('-5.00')], 5, '-5.00'],
		['all lines together', [found('-3.00'), found('-2.00')], 5, '5.00'],
		[
			'all but the one that sums them up',
			[found('5.00', 1), found('-3.00'), found('-2.00')],
			7,
			'5.00',
		],
		[
			'the sum of three lines, where one is that of the others',
			[found('3.00'), found('2.00'), found('5.00')],
			99,
			'5.00',
		],
		['no sum of two alike', [found('5.00'), found('5.00')], 99, '5.00'],
		[
			'lines without the sum, where those make it up',
			[found('4.00', 1), found('3.00'), found('3.00')],
			6,
			'6.00',
		],
		['the first that is not nought', [found('0.00'), found('2.00')], 99, '2.00'],
		['nought, where that is all', [found('0.00')], 99, '0.00'],
		['the first where a cent is missing', [found('3.00'), found('2.00')], 5.01, '3.00'],
		['the first where a line is a cent off', [found('3.00')], 3.01, '3.00'],
	])('%s', (_, discounts, difference, picked) =>
		expect(pickDiscount(discounts, difference)).toBe(picked),
	);

	test('has the lines above the sum with it, unless a label tells what they come to', () => {
		const promotions = [item('', '', '-2.00')];
		expect(
			withPromotions([found('3.00')], promotions).map(({ value, rank }) => [value, rank]),
		).toEqual([
			['-2.00', 1],
			['3.00', 2],
		]);
		const told = [found('3.00', 1)];
		expect(withPromotions(told, promotions)).toBe(told);
	});
});

describe('a slip with a fee and a discount', () => {
	/** Whether goods of 18.50 make up a sum that stands in these lines below them. */
	const holds = (lines: readonly string[], promotions: SlipGoods['promotions'] = []) => {
		const slip = slipOf(
			pageOf(`
好邻居便利店
品名        数量  单价    金额
牛奶           1  12.50   12.50
面包           2   3.00    6.00
${lines.join('\n')}
`),
		);
		const region = { from: 2, to: 4, heads: [1] } as unknown as SlipTable;
		const items = [item('1', '12.50', '12.50'), item('2', '3.00', '6.00')];
		return sumHolds(slip, region, { items, promotions } as unknown as SlipGoods);
	};

	test.each([
		['the sum itself', ['合计   18.50'], true],
		['a cent more', ['合计   18.51'], false],
		['a cent less', ['合计   18.49'], false],
		['a fee', ['配送费   5.00', '实付   23.50'], true],
		['a fee and a cent', ['配送费   5.00', '实付   23.51'], false],
		['a discount with its sign', ['优惠   -3.00', '实付   15.50'], true],
		['a discount without it', ['优惠   3.00', '实付   15.50'], true],
		['a discount added', ['优惠   3.00', '实付   21.50'], false],
		['a fee taken off', ['配送费   5.00', '实付   13.50'], false],
		['both', ['配送费   5.00', '优惠   -3.00', '实付   20.50'], true],
		['both and a cent', ['配送费   5.00', '优惠   -3.00', '实付   20.51'], false],
		['one of two discounts', ['优惠   -3.00', '优惠   -2.00', '实付   16.50'], true],
		['both discounts', ['优惠   -3.00', '优惠   -2.00', '实付   13.50'], true],
		['a line of no label with its sign', ['[满25减8]   -8.00', '实付   10.50'], true],
		['what is due behind no label of a sum', ['优惠   -3.00', '卡号   15.50'], false],
	])('%s: %#', (_, lines, expected) => expect(holds(lines)).toBe(expected));

	test('the lines above the sum count with the goods, or not', () => {
		const promotions = [item('', '', '-0.50')];
		expect(holds(['合计   18.00'], promotions)).toBe(true);
		expect(holds(['合计   18.50'], promotions)).toBe(true);
		expect(holds(['合计   19.00'], promotions)).toBe(false);
	});
});

describe('a line of an invoice', () => {
	const line: LineItem = {
		name: '住宿费',
		quantity: '4',
		price: '283.02',
		amount: '1132.08',
		taxRate: '6%',
		taxAmount: '67.92',
	};
	const nothing = { amounts: false, taxes: false };
	const settle = (wrong: Partial<LineItem>, proved = nothing) =>
		settledLine({ ...line, ...wrong }, proved);

	test('has a tax of a cent of rounding, and of two cents no more', () => {
		expect(settle({ taxAmount: '67.93' }).taxAmount).toBe('67.93');
		expect(settle({ taxAmount: '67.94' }).taxAmount).toBe('67.92');
		expect(settle({ taxAmount: '67.90' }).taxAmount).toBe('67.92');
	});

	test('has the only legal rate that its tax shows', () => {
		expect(settle({ taxRate: '7%' }).taxRate).toBe('6%');
		expect(settle({ taxRate: '' }).taxRate).toBe('6%');
		expect(settle({ taxRate: '13%' }).taxRate).toBe('13%');
		expect(settle({ amount: '0.10', taxRate: '', taxAmount: '0.01' }).taxRate).toBe('');
	});

	test('keeps a quantity and a price of which either can be misread', () => {
		const read = {
			quantity: '3',
			price: '3.00',
			amount: '6.00',
			taxRate: '免税',
			taxAmount: '***',
		};
		expect(settle(read, { amounts: true, taxes: true })).toMatchObject({
			quantity: '3',
			price: '3.00',
		});
	});

	test('keeps a quantity or a price of nought', () => {
		const proved = { amounts: true, taxes: true };
		expect(settle({ quantity: '0' }, proved).quantity).toBe('0');
		expect(settle({ price: '0' }, proved).price).toBe('0');
	});

	test('keeps an amount that is two misreadings away', () => {
		expect(settle({ amount: '1188.88' }).amount).toBe('1188.88');
	});
});
