import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { invoiceColumns } from '../support/columns.mts';

const origin = { sourceFile: 'f.jpg', sourceField: 'data' };
const choices: OutputChoices = { output: 'invoice', fieldNames: 'english', reviewChecks: true };

/** Names and values as the API returns them: `name=value` pairs. */
const itemsOf = (pairs: Array<[string, string]>, more: Partial<OutputChoices> = {}) =>
	invoiceItems(
		{
			request_id: 'id',
			invoice_general_infos: pairs.map(([name, value]) => ({ name, value })),
		},
		{ ...choices, ...more },
		origin,
	);

const [core, tail] = [invoiceColumns.slice(0, 10), invoiceColumns.slice(10)];

/** An invoice in which everything agrees. */
const sound: Array<[string, string]> = [
	['发票代码', '144031000000'],
	['发票号码', '01648000'],
	['日期', '2018年1月22日'],
	['销售方识别号', '91350100M000100Y43'],
	['合计金额(小写)', '￥113.00'],
	['合计金额(大写)', '壹佰壹拾叁元整'],
];
const row = (
	name: string,
	quantity: string,
	price: string,
	amount: string,
	tax: string,
): Array<[string, string]> => [
	['货物或应税劳务、服务名称', name],
	['数量', quantity],
	['单价', price],
	['金额', amount],
	['税率', '13%'],
	['税额', tax],
];

describe('columns', () => {
	it('are all there and in their order, whatever was returned', () => {
		expect(Object.keys(itemsOf([])[0])).toEqual([...core, ...tail]);
		expect(Object.keys(itemsOf(sound)[0])).toEqual([...core, ...tail]);
	});

	it('stand around the row in line item mode', () => {
		const rowColumns = [
			'name',
			'specification',
			'unit',
			'quantity',
			'unitPrice',
			'amount',
			'taxRate',
			'taxAmount',
		];
		const [item] = itemsOf(sound, { output: 'lineItems' });
		expect(Object.keys(item)).toEqual([...core, 'lineNumber', ...rowColumns, ...tail]);
		expect(item.lineNumber).toBeNull();
	});

	it.each([
		['开票日期', 'invoiceDate', '2018-01-22', '2018年1月22日'],
		['小写金额', 'totalAmount', 9000, '9000.00'],
		['价税合计（小写）', 'totalAmount', 9000, '9000.00'],
		['价税合计(大写)', 'totalAmountInWords', '玖仟元整', '玖仟元整'],
		['合计金额', 'amountBeforeTax', 100, '￥100.00'],
		['合计税额', 'totalTax', 13, '13.00'],
		['购买方地址、电话', 'buyerAddressPhone', '某路1号 010-1', '某路1号 010-1'],
		['是否有公司印章', 'hasCompanySeal', true, '1'],
		['时间', 'invoiceTime', '13:26:03', '13:26:03'],
		['经办人商户号', 'merchantNumber', '00123', '00123'],
	])('%s is %s', (name, key, value, returned) => {
		expect(itemsOf([[name, returned]])[0]).toMatchObject({ [key]: value });
	});

	it('keeps names that nobody knows, and second values of known ones', () => {
		const [item] = itemsOf([
			['机器编号', '889'],
			['备注', 'a'],
			['备注', 'b'],
			['sourceFile', 'theirs'],
		]);
		expect(item).toMatchObject({
			机器编号: '889',
			remarks: 'a',
			备注: 'b',
			sourceFile: 'f.jpg',
			sourceFile_2: 'theirs',
		});
	});
});

describe('line items', () => {
	const first = row('打印纸', '2', '25.00', '50.00', '6.50');
	const second = row('墨盒', '1', '50.00', '50.00', '6.50');

	it('come from names that repeat, row by row', () => {
		const items = itemsOf([...sound, ...first, ...second], { output: 'lineItems' });
		expect(
			items.map(({ lineNumber, name, quantity, amount, taxRate }) => [
				lineNumber,
				name,
				quantity,
				amount,
				taxRate,
			]),
		).toEqual([
			[1, '打印纸', 2, 50, '13%'],
			[2, '墨盒', 1, 50, '13%'],
		]);
		expect(items[1]).toMatchObject({ invoiceNumber: '01648000', needsReview: false });
	});

	it('come from names that repeat, column by column', () => {
		const columns = first.flatMap((cell, index) => [cell, second[index]]);
		expect(itemsOf([...sound, ...columns], { output: 'lineItems' })).toEqual(
			itemsOf([...sound, ...first, ...second], { output: 'lineItems' }),
		);
	});

	it('are in the field items of one item per invoice', () => {
		const [item] = itemsOf([...sound, ...first, ...second]);
		expect(item.items).toEqual([
			expect.objectContaining({ name: '打印纸', amount: 50 }),
			expect.objectContaining({ name: '墨盒', amount: 50 }),
		]);
	});

	it('keep a row that lacks cells', () => {
		const items = itemsOf(
			[
				['货物或应税劳务、服务名称', 'a'],
				['货物或应税劳务、服务名称', 'b'],
				['金额', '1'],
			],
			{ output: 'lineItems' },
		);
		expect(items.map(({ name, amount }) => [name, amount])).toEqual([
			['a', 1],
			['b', null],
		]);
	});
});

describe('review checks', () => {
	const reasonsWith = (changes: Array<[string, string]>, rows: Array<[string, string]> = []) => {
		const changed = new Map([...sound, ...changes]);
		const [{ needsReview, reviewReasons }] = itemsOf([...changed, ...rows]);
		expect(needsReview).toBe(reviewReasons !== null);
		return reviewReasons;
	};

	it('finds nothing where everything agrees', () => {
		expect(reasonsWith([], row('打印纸', '4', '25.00', '100.00', '13.00'))).toBeNull();
		expect(reasonsWith([], row('打印纸', '4', '28.25', '113.00', ''))).toBeNull();
		expect(
			reasonsWith([
				['合计金额', '100.00'],
				['合计税额', '13.00'],
			]),
		).toBeNull();
	});

	it.each<[string, Array<[string, string]>, RegExp]>([
		[
			'words against figures',
			[['合计金额(大写)', '壹佰壹拾肆元整']],
			/totalAmount 113 differs from the amount in words, 114/,
		],
		['a code of nine digits', [['发票代码', '144031000']], /invoiceCode has not 10 or 12 digits/],
		['a number of seven digits', [['发票号码', '0164800']], /invoiceNumber has not 8 or 20 digits/],
		['a check code of 17 digits', [['校验码', '15634318038000000']], /checkCode has not 20 digits/],
		[
			'a wrong check digit',
			[['购买方识别号', '91350100M000100Y44']],
			/buyerTaxId has a wrong check digit/,
		],
		[
			'tax and total',
			[
				['合计金额', '100.00'],
				['合计税额', '12.00'],
			],
			/amountBeforeTax 100 plus totalTax 12 is not totalAmount 113/,
		],
		['an impossible date', [['日期', '2018年2月30日']], /invoiceDate is not readable/],
		['a missing total', [['合计金额(小写)', '']], /totalAmount was not read/],
	])('%s', (_, changes, reason) => expect(reasonsWith(changes)).toMatch(reason));

	it('finds a row and a sum that do not fit', () => {
		const reasons = reasonsWith([], row('打印纸', '4', '25.00', '90.00', '13.00'));
		expect(reasons).toMatch(/row 1: quantity 4 x unitPrice 25 is not amount 90/);
		expect(reasons).toMatch(/the rows add up to 103, not to totalAmount 113/);
	});

	it('says nothing of what it cannot check', () => {
		expect(
			reasonsWith(
				[
					['合计金额(大写)', '看不清'],
					['合计税额', '¥*'],
					['购买方识别号', '9135********'],
				],
				row('纸', '', '25.00', '', ''),
			),
		).toBeNull();
	});
});

describe('confidence', () => {
	const infos = [
		...sound,
		...row('纸', '1', '50.00', '50.00', '6.50'),
		...row('笔', '2', '25.00', '50.00', '6.50'),
	].map(([name, value]) => ({ name, value }));
	const confidence = {
		发票代码: 0.79,
		发票号码: 0.8,
		校验码: 0,
		数量: [0.97, 0.41],
		单价: [0.97, null],
		时间: 0.1,
	};
	const itemsWith = (sureness: unknown, more: Partial<OutputChoices> = {}) =>
		invoiceItems(
			{ request_id: 'id', invoice_general_infos: infos, confidence: sureness },
			{ ...choices, ...more },
			origin,
		);

	it.each(['english', 'original'] as const)('names what is doubtful (%s names)', (fieldNames) => {
		const [item] = itemsWith(confidence, { fieldNames });
		expect(item.needsReview).toBe(true);
		expect(item.reviewReasons).toBe('Doubtful: invoiceCode 0.79, row 2 quantity 0.41');
	});

	it('names a doubtful cell at its own row only, a doubtful field at all', () => {
		const items = itemsWith(confidence, { output: 'lineItems' });
		expect(items.map(({ reviewReasons }) => reviewReasons)).toEqual([
			'Doubtful: invoiceCode 0.79',
			'Doubtful: invoiceCode 0.79, row 2 quantity 0.41',
		]);
	});

	it.each(['invoice', 'lineItems'] as const)('is no column of %s', (output) => {
		expect(itemsWith(confidence, { output }).map(Object.keys)).toEqual(
			itemsWith(undefined, { output }).map(Object.keys),
		);
	});

	it.each([undefined, null, 'high', [], { 发票代码: 'sure' }])('%j names nothing', (sureness) => {
		expect(itemsWith(sureness)[0].reviewReasons).toBeNull();
	});
});
