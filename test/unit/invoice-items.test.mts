import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { invoiceColumns } from '../support/columns.mts';
import { origin } from '../support/results.mts';

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

describe('lists that are not as documented', () => {
	const itemsWith = (infos: unknown[]) =>
		invoiceItems(
			{
				invoice_general_infos: [...sound.map(([name, value]) => ({ name, value })), ...infos],
			},
			choices,
			origin,
		);

	it('keep and report values without a name', () => {
		const unnamed = [{ value: '12.50' }, { name: null, value: 'x' }, 'y'];
		const [item] = itemsWith([...unnamed, null, '', {}]);
		expect(item.invoice_general_infos).toEqual(unnamed);
		expect(item.reviewReasons).toBe('3 value(s) were returned without a name');
	});

	it('report a name that comes with two values, and keep both', () => {
		const [item] = itemsWith([{ name: '发票号码', value: '01648001' }]);
		expect(item).toMatchObject({ invoiceNumber: '01648000', 发票号码: '01648001' });
		expect(item.reviewReasons).toBe('invoiceNumber was also returned as 01648001');
	});

	it('do not report one value in two ways of writing, nor free text', () => {
		const [item] = itemsWith([
			{ name: '合计金额(小写)', value: '113.00元' },
			{ name: '开票日期', value: '2018-01-22' },
			{ name: '备注', value: '一' },
			{ name: '备注', value: '二' },
		]);
		expect(item).toMatchObject({ remarks: '一', 备注: '二', reviewReasons: null });
	});

	it('take the value that follows a blank one', () => {
		const [item] = itemsOf([['发票号码', ' '], ...sound]);
		expect(item).toMatchObject({ invoiceNumber: '01648000', reviewReasons: null });
	});

	it('report columns of different lengths, whose values may be in the wrong rows', () => {
		const columns: Array<[string, string]> = [
			['货物或应税劳务、服务名称', '甲'],
			['货物或应税劳务、服务名称', '乙'],
			['货物或应税劳务、服务名称', '丙'],
			['金额', '50.00'],
			['金额', '63.00'],
		];
		const reason = /values of the rows are not the same number for each name/;
		expect(itemsOf([...sound, ...columns])[0].reviewReasons).toMatch(reason);
		const even: typeof columns = [...columns.slice(1)];
		expect(itemsOf([...sound, ...even])[0].reviewReasons).toBeNull();
	});
});

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

describe('red-letter invoices and digital ones', () => {
	const printed = (words: string): Array<[string, string]> => [
		['发票号码', '25332000000081234567'],
		['合计金额', '-1061.94'],
		['合计税额', '-138.06'],
		['合计金额(小写)', '-1200.00'],
		['合计金额(大写)', words],
		...row('*纸制品*复印纸', '-4', '132.743362831858', '-530.97', '-69.03'),
		...row('*文具*签字笔', '-5', '106.19469026549', '-530.97', '-69.03'),
	];

	it.each(['(负数)壹仟贰佰圆整', '（负数）壹仟贰佰圆整', '负壹仟贰佰圆整', '（红字）壹仟贰佰圆整'])(
		'%s agrees with -1200.00',
		(words) => {
			const [item] = itemsOf(printed(words));
			expect(item).toMatchObject({ totalAmount: -1200, reviewReasons: null });
			expect(item.items).toMatchObject([{ unitPrice: 132.743362831858 }, { quantity: -5 }]);
		},
	);

	it('says that words without the sign differ', () => {
		expect(itemsOf(printed('壹仟贰佰圆整'))[0].reviewReasons).toBe(
			'totalAmount -1200 differs from the amount in words, 1200',
		);
	});
});

describe('dates that a person should look at', () => {
	it.each([
		['2099年1月1日', '2099-01-01', /^invoiceDate 2099-01-01 is in the future$/],
		['1979-12-31', '1979-12-31', /^invoiceDate 1979-12-31 is before 1980$/],
	])('%s', (printed, date, reason) => {
		const [item] = itemsOf([...new Map([...sound, ['日期', printed]])] as Array<[string, string]>);
		expect(item.invoiceDate).toBe(date);
		expect(item.reviewReasons).toMatch(reason);
	});
});

describe('reasons', () => {
	const wrong = (count: number) =>
		Array.from({ length: count }, (_, index) => row(`货${index}`, '5O', '3', '7', '0')).flat();

	it('stand with their own row and with the document, not with other rows', () => {
		const rows = [...row('纸', '2', '25.00', '60.00', ''), ...row('笔', 'l', '1', '53.00', '')];
		const items = itemsOf([...sound, ...rows], { output: 'lineItems' });
		expect(items.map(({ reviewReasons }) => reviewReasons)).toEqual([
			'row 1: quantity 2 x unitPrice 25 is not amount 60',
			'row 2: quantity is not readable as returned',
		]);
		expect(itemsOf([...sound, ...rows])[0].reviewReasons).toBe(
			items.map(({ reviewReasons }) => reviewReasons).join('; '),
		);
	});

	it('name what is paid first, then the number, the parties and the rows', () => {
		const [item] = itemsOf([
			['销售方识别号', '91350100M000100Y44'],
			['发票号码', '0164800'],
			['合计金额(小写)', '1O'],
			...row('纸', '2', '25.00', '60.00', ''),
		]);
		const about = String(item.reviewReasons)
			.split('; ')
			.map((reason) => reason.replace(/ .*/, ''));
		expect(about).toEqual(['totalAmount', 'totalAmount', 'invoiceNumber', 'sellerTaxId', 'row']);
	});

	it('are few where there are many, and say how many more there are', () => {
		const [item] = itemsOf([...sound, ...wrong(1200)]);
		expect(String(item.reviewReasons).length).toBeLessThan(1000);
		expect(item.reviewReasons).toMatch(/^the rows add up to 8400.*; and \d+ more$/);
		const shown = String(item.reviewReasons).match(/row \d+: quantity/g)?.length ?? 0;
		expect(item.reviewReasons).toMatch(new RegExp(`and ${1200 - shown} more$`));
	});

	it('of 1,200 rows that are all wrong and doubtful are far below a megabyte', () => {
		const infos = [...sound, ...wrong(1200)].map(([name, value]) => ({ name, value }));
		const confidence = Object.fromEntries(infos.map(({ name }) => [name, Array(1200).fill(0.1)]));
		const items = invoiceItems(
			{ request_id: 'id', invoice_general_infos: infos, confidence },
			{ ...choices, output: 'lineItems' },
			origin,
		);
		expect(items).toHaveLength(1200);
		expect(items.map(({ reviewReasons }) => reviewReasons).join('').length).toBeLessThan(600_000);
		expect(items[1199].reviewReasons).toMatch(/row 1200: quantity is not readable/);
		expect(items[1199].reviewReasons).not.toMatch(/row 1199/);
	});
});

describe('what is returned many times', () => {
	it('does not multiply: rows times further values', () => {
		const others = Array.from({ length: 2000 }, (_, index): [string, string] => [
			`名${index}`,
			'x',
		]);
		const rows = Array.from({ length: 2000 }, () => row('纸', '1', '1', '1', '')).flat();
		const items = itemsOf([...sound, ...others, ...rows], { output: 'lineItems' });
		const cells = items.reduce((sum, item) => sum + Object.keys(item).length, 0);
		expect(cells).toBeLessThan(2000 * 200);
		expect(Object.keys(items[0])).toHaveLength(new Set(Object.keys(items[1])).size + 1900);
	});

	it('keeps a zero that came as a number before another value of its name', () => {
		const infos = [
			{ name: '合计税额', value: 0 },
			{ name: '合计税额', value: '5.00' },
		];
		const [item] = invoiceItems({ invoice_general_infos: infos }, choices, origin);
		expect(item).toMatchObject({ totalTax: 0, 合计税额: '5.00' });
	});
});

describe('kind', () => {
	const kindOf = (pairs: Array<[string, string]>) =>
		/kind: [^;]*/.exec(String(itemsOf(pairs)[0].reviewReasons))?.[0];
	const goods: Array<[string, string]> = [
		['日期', '2024-03-05'],
		['合计金额(小写)', '132.86'],
		...row('晨露纯净水550ml', '12', '1.50', '18.00', ''),
	];

	it.each<[string, Array<[string, string]>]>([
		['goods and a total alone', goods],
		['with the number of a slip', [...goods, ['发票号码', '0203240305018842']]],
		['with a total in words', [...goods, ['合计金额(大写)', '壹佰叁拾贰元捌角陆分']]],
		['of one named customer', [...goods, ['购买方名称', '零售客户']]],
		['a total alone', [['合计金额(小写)', '25.00']]],
	])('says that this looks like a receipt: %s', (_, pairs) => {
		expect(kindOf(pairs)).toMatch(/^kind: this looks like a receipt, not like an invoice/);
		expect(itemsOf(pairs)[0].reviewReasons).toMatch(/^kind/);
	});

	it.each<[string, Array<[string, string]>]>([
		['a number of eight digits', [...goods, ['发票号码', '01648000']]],
		['a number of 20 digits', [...goods, ['发票号码', '25332000000081234580']]],
		['a code', [...goods, ['发票代码', '144031000000']]],
		['a tax id', [...goods, ['销售方识别号', '440300670000412']]],
		['a title', [...goods, ['发票名称', '上海增值税专用发票']]],
		['both parties', [...goods, ['购买方名称', '甲公司'], ['销售方名称', '乙公司']]],
		['nothing at all', []],
		['no more than a date', [['日期', '2024-03-05']]],
	])('is content with %s', (_, pairs) => expect(kindOf(pairs)).toBeUndefined());

	it.each(['lineItems', 'invoice'])('is in each item of %s', (output) => {
		for (const item of itemsOf([...goods, ...row('纸', '1', '1', '1', '')], { output }))
			expect(item.reviewReasons).toMatch(/^kind/);
	});

	it.each<[unknown, string | null]>([
		['receipt', 'kind: this looks like no invoice: the server says receipt'],
		['invoice', null],
		['<b>', null],
		[7, null],
		[undefined, null],
	])('believes a server that says %p', (kind, reason) => {
		const infos = sound.map(([name, value]) => ({ name, value }));
		const [item] = invoiceItems({ invoice_general_infos: infos, kind }, choices, origin);
		expect(item.reviewReasons).toBe(reason);
		expect(item).not.toHaveProperty('kind');
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

	it('does not name a doubtful value again that something is wrong with', () => {
		const wrong = infos.map((info) =>
			info.name === '发票代码' ? { ...info, value: '12345' } : info,
		);
		const [item] = invoiceItems(
			{ request_id: 'id', invoice_general_infos: wrong, confidence },
			choices,
			origin,
		);
		expect(item.reviewReasons).toBe(
			'invoiceCode has not 10 or 12 digits; Doubtful: row 2 quantity 0.41',
		);
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
