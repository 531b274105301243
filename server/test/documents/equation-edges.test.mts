import { settledLine } from '../../src/documents/invoice/line-arithmetic.mts';
import type { LineItem } from '../../src/documents/invoice/line-item.mts';
import type { Line } from '../../src/documents/propose/lines.mts';
import { amountsIn, printedSums } from '../../src/documents/propose/printed-sums.mts';
import { slipOf } from '../../src/documents/propose/slip.mts';
import { start } from '../../src/documents/propose/table-steps.mts';
import { printedSumOf } from '../../src/documents/score/table-features.mts';
import { pageOf } from '../../testing/documents/page.mts';

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

describe('a row changes the sum of the goods', () => {
	test.each([
		['优惠   3.00', -300],
		['优惠   -3.00', -300],
		['[满25减8]   8.00', -800],
		['牛奶   -3.00', -300],
		['配送费   5.00', 500],
		['配送费   -5.00', -500],
		['牛奶   3.00', 0],
		['牛奶   0.00', 0],
		['优惠', 0],
	])('%s: by %d cents', (text, change) => {
		const [row] = printedSums(slipOf(pageOf(text)));
		expect(row.change + 0).toBe(change);
	});
});

describe('a slip with a fee and a discount', () => {
	/** Whether goods of 18.50 make up a sum that stands in these lines below them. */
	const holds = (lines: readonly string[]) => {
		const slip = slipOf(
			pageOf(`
好邻居便利店
品名        数量  单价    金额
牛奶           1  12.50   12.50
面包           2   3.00    6.00
${lines.join('\n')}
`),
		);
		const last = { from: 3, to: 4 } as Line;
		return printedSumOf({ ...start, sum: 1850, last }, printedSums(slip)).startsWith('is printed');
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
