import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import { rowProductProblems } from '../../nodes/shared/checks/arithmetic.ts';
import { parseCapitalAmount } from '../../nodes/shared/checks/capitalAmount.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { origin } from '../support/results.mts';

const choices: OutputChoices = { output: 'invoice', fieldNames: 'english', reviewChecks: true };

/** Why an invoice with these values should be looked at; null where nothing is wrong. */
function invoiceReasons(values: Record<string, unknown>, rows: Array<Record<string, string>> = []) {
	const sound = { 发票号码: '01648000', '合计金额(小写)': '113.00', ...values };
	const infos = [sound, ...rows].flatMap((part) =>
		Object.entries(part).map(([name, value]) => ({ name, value })),
	);
	return invoiceItems({ invoice_general_infos: infos }, choices, origin)[0].reviewReasons;
}

/** The same of a receipt. */
const receiptReasons = (data: Record<string, unknown>) =>
	receiptItems({ orderid: 'JH1', data }, { ...choices, output: 'receipt' }, origin)[0]
		.reviewReasons;
const rowOf = (subtotal_amount: string) => ({ product: '货', subtotal_amount });

describe('an invoice, to the cent', () => {
	it.each([
		['壹佰壹拾叁元整', null],
		['壹佰壹拾叁元零壹分', 'totalAmount 113 differs from the amount in words, 113.01'],
		['壹佰壹拾贰元玖角玖分', 'totalAmount 113 differs from the amount in words, 112.99'],
	])('words that say %s', (words, reason) =>
		expect(invoiceReasons({ '合计金额(大写)': words })).toBe(reason),
	);

	it.each([
		['13.00', null],
		['13.01', null],
		['12.99', null],
		['13.02', 'amountBeforeTax 100 plus totalTax 13.02 is 113.02, not totalAmount 113'],
		['12.98', 'amountBeforeTax 100 plus totalTax 12.98 is 112.98, not totalAmount 113'],
	])('a tax of %s: rounding is a cent, and two are none', (tax, reason) =>
		expect(invoiceReasons({ 合计金额: '100.00', 合计税额: tax })).toBe(reason),
	);

	const row = (name: string, amount: string, tax: string) => ({
		'货物或应税劳务、服务名称': name,
		金额: amount,
		税额: tax,
	});

	it.each([
		['with their tax', ['50.00', '6.50'], ['50.01', '6.50'], null],
		['without it', ['56.50', ''], ['56.49', ''], null],
		['with the tax beside', ['56.50', '6.50'], ['56.50', '6.50'], null],
		[
			'two cents off',
			['50.00', '6.50'],
			['50.02', '6.50'],
			'the rows add up to 113.02, not to totalAmount 113',
		],
		[
			'two cents off without a tax',
			['56.50', ''],
			['56.48', ''],
			'the rows add up to 112.98, not to totalAmount 113',
		],
	])('rows that add up %s', (_, [amount, tax], [amount2, tax2], reason) =>
		expect(invoiceReasons({}, [row('甲', amount, tax), row('乙', amount2, tax2)])).toBe(reason),
	);

	it('says what rows add up to without the dust of binary fractions', () => {
		const rows = [row('甲', '0.10', ''), row('乙', '0.20', '')];
		expect(invoiceReasons({}, rows)).toBe('the rows add up to 0.3, not to totalAmount 113');
	});

	it('says nothing of rows of which one has no amount', () => {
		expect(invoiceReasons({}, [row('甲', '1.00', ''), row('乙', '', '')])).toBeNull();
	});
});

describe('an invoice, its codes', () => {
	const code = (value: string) => invoiceReasons({ 发票代码: value });
	const check = (value: string) => invoiceReasons({ 校验码: value });

	it.each(['1234567890', '123456789012', '1234-567890', '1234*'])('%s is a code', (value) =>
		expect(code(value)).toBeNull(),
	);
	it.each(['123456789', '12345678901', '1234567890123', 'A234567890'])('%s is none', (value) =>
		expect(code(value)).toBe('invoiceCode has not 10 or 12 digits'),
	);

	it.each(['1234', '1234567890123456', '1'.repeat(20), '1'.repeat(24), 'a1B2c', 'A1B2C3'])(
		'%s is a check code',
		(value) => expect(check(value)).toBeNull(),
	);
	it.each([
		'123',
		'1'.repeat(17),
		'1'.repeat(19),
		'1'.repeat(21),
		'1'.repeat(25),
		'A1B2',
		'A1B2C3D',
	])('%s is none', (value) => expect(check(value)).toBe('checkCode has not 20 digits'));

	it('looks at the tax ids of both parties', () => {
		expect(invoiceReasons({ 购买方识别号: '123', 销售方识别号: '1234' })).toBe(
			'buyerTaxId has 3 characters instead of 15, 17, 18 or 20; sellerTaxId has 4 characters instead of 15, 17, 18 or 20',
		);
	});
});

describe('an invoice, a second value of a name', () => {
	const reasons = (second: Array<[string, unknown]>) => {
		const first: Array<[string, unknown]> = [
			['发票代码', '1234567890'],
			['发票号码', '01648000'],
			['销售方识别号', '440300670000412'],
			['合计金额(小写)', '113.00'],
			['合计金额(大写)', '壹佰壹拾叁元整'],
			['购买方名称', '甲'],
		];
		const infos = [...first, ...second].map(([name, value]) => ({ name, value }));
		return invoiceItems({ invoice_general_infos: infos }, choices, origin)[0].reviewReasons;
	};
	const several = /^this picture seems to hold several documents: /;

	it('shows another invoice where it is one of a number or a total, beside another', () => {
		expect(
			reasons([
				['发票号码', '01648001'],
				['发票代码', '1234567891'],
			]),
		).toMatch(/several documents: invoiceNumber, invoiceCode came with other values too/);
		expect(
			reasons([
				['合计金额(大写)', '壹佰元整'],
				['合计金额(小写)', '100.00'],
			]),
		).toMatch(/several documents: totalAmount, totalAmountInWords came with other values too/);
	});

	it('shows none where it stands alone, or is of a code and a party only', () => {
		expect(reasons([['发票号码', '01648001']])).not.toMatch(several);
		expect(
			reasons([
				['发票代码', '1234567891'],
				['销售方识别号', '440300670000413'],
			]),
		).not.toMatch(several);
	});

	it('is no other where it says the same, cannot be read, or is free text', () => {
		expect(
			reasons([
				['合计金额(大写)', '(大写)壹佰壹拾叁圆整'],
				['合计金额(大写)', '看不清'],
				['合计金额(小写)', '1I3.00'],
				['合计金额(小写)', '¥113.00'],
				['购买方名称', '乙'],
			]),
		).toBeNull();
	});
});

describe('a row, beyond rounding', () => {
	const fits = (quantity: number, unitPrice: number, amount: number) =>
		rowProductProblems({ quantity, unitPrice, amount }, 'amount').length === 0;

	it.each([
		['half a cent a piece and two rounded values', 2, 4.5, 9.02, 9.03],
		['the same of a return', -2, 4.5, -9.02, -9.03],
		['the price of half a gram besides', 1.256, 11.8, 14.84, 14.85],
		['the same of a price below nothing', 1.256, -11.8, -14.84, -14.85],
		['half a gram of something dear', 1.5, 1000, 1500.51, 1500.53],
		['pieces of something dear: no grams', 1, 1000, 1000.01, 1000.02],
		['hundreds of pieces', 300, 0.33, 100.5, 100.52],
	])('%s: %d x %d is %d and not %d', (_, quantity, price, amount, other) => {
		expect(fits(quantity, price, amount)).toBe(true);
		expect(fits(quantity, price, other)).toBe(false);
	});

	it('is not checked where a factor is missing', () => {
		expect(rowProductProblems({ quantity: null, unitPrice: 1, amount: 5 }, 'amount')).toEqual([]);
	});
});

describe('a receipt, to the cent', () => {
	const table = [rowOf('60.00'), rowOf('40.00')];
	const withTotal = (total_amount: string, discount = '') =>
		receiptReasons({ total_amount, discount, table });

	it.each([
		['100.01', '', null],
		['99.99', '', null],
		['100.02', '', 'the rows add up to 100, not to totalAmount 100.02'],
		['99.98', '', 'the rows add up to 100, not to totalAmount 99.98'],
		['90.01', '10.00', null],
		['89.98', '10.00', 'the rows add up to 100, not to totalAmount 89.98'],
		['110.02', '-10.00', 'the rows add up to 100, not to totalAmount 110.02'],
		['109.99', '-10.00', null],
		['80.00', '10.00', 'the rows add up to 100, not to totalAmount 80'],
	])('a total of %s with a discount of %p', (total, discount, reason) =>
		expect(withTotal(total, discount)).toBe(reason),
	);

	it.each([
		['120.00', '20.00', '', null],
		['120.00', '-20.00', '', null],
		['120.00', '19.99', '', null],
		[
			'120.00',
			'19.98',
			'',
			'paidAmount 120 less changeAmount 19.98 is 100.02, not totalAmount 100',
		],
		['120.00', '30.00', '10.00', null],
		['120.00', '30.00', '-10.00', null],
		[
			'120.00',
			'30.02',
			'10.00',
			'paidAmount 120 less changeAmount 30.02 is 89.98, not totalAmount 100',
		],
		['120.00', '10.00', '10.00', 'paidAmount 120 less changeAmount 10 is 110, not totalAmount 100'],
		['90.00', '', '', null],
	])('paid %s, change %s, discount %p', (paid_amount, change, discount, reason) =>
		expect(receiptReasons({ total_amount: '100.00', paid_amount, change, discount })).toBe(reason),
	);

	it('counts no row that is not readable as one too few', () => {
		const counted = (table_row_num: number) =>
			receiptReasons({ total_amount: '100.00', table, table_row_num });
		expect([counted(1), counted(2)]).toEqual([null, null]);
		expect(counted(3)).toBe('itemCount 3, but 2 row(s) were returned');
		expect(
			receiptReasons({ total_amount: '100.00', table: [...table, 'x'], table_row_num: 3 }),
		).toBe('1 row(s) of the table are not readable as returned');
	});
});

describe('an amount in words', () => {
	it.each([
		['壹仟零壹万零壹元', 10_010_001],
		['贰亿零叁佰万元整', 203_000_000],
		['壹万亿元', 1e12],
		['拾元', 10],
		['拾伍元', 15],
		['壹佰贰拾元伍分', 120.05],
		['伍分', 0.05],
		['零元整', 0],
		['负零元整', 0],
		['(负数)伍角', -0.5],
		['-伍元', -5],
		['RMB伍元', 5],
		['⊗(大写):伍元', 5],
		['(红字)(大写)伍元', -5],
	])('%s is %d', (words, yuan) => expect(parseCapitalAmount(words)).toBe(yuan));

	it.each([
		'',
		'整',
		'伍伍元',
		'佰元',
		'壹拾佰元',
		'壹佰佰元',
		'壹佰壹仟元',
		'万元',
		'壹万亿万万元',
		'伍元某角',
		'伍元某分',
		'某元',
		'伍元陆',
		'伍元整整',
	])('%p is none', (words) => expect(parseCapitalAmount(words)).toBeUndefined());
});
