import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { origin } from '../support/results.mts';

const choices: OutputChoices = { output: 'lineItems', fieldNames: 'english', reviewChecks: true };

const itemsOf = (data: Record<string, unknown>, more: Partial<OutputChoices> = {}) =>
	receiptItems({ orderid: 'JH1', data }, { ...choices, ...more }, origin);
const row = (product: string, quantity = '', unit_price = '', subtotal_amount = '') => ({
	product,
	quantity,
	unit_price,
	subtotal_amount,
});

describe('a table that is not as documented', () => {
	const [tea, cake] = [row('茶', '1', '4.00', '4.00'), row('糕', '1', '6.00', '6.00')];
	const namesOf = (data: Record<string, unknown>) =>
		itemsOf({ total_amount: '10.00', ...data }).map(({ name }) => name);
	const reasonsOf = (data: Record<string, unknown>) =>
		String(itemsOf({ total_amount: '10.00', ...data })[0].reviewReasons);

	it('has its rows where they are numbered instead of listed', () => {
		expect(namesOf({ table: { 0: tea, 1: cake } })).toEqual(['茶', '糕']);
	});

	it('has its row where there is one without a list', () => {
		expect(namesOf({ table: tea })).toEqual(['茶']);
	});

	it.each([
		['text', '[{"product":"茶"}]', '[{"product":"茶"}]'],
		['a number', 2, 2],
		['other names', { rows: 2 }, { rows: 2 }],
	])('is kept and reported where it is %s', (_, table, kept) => {
		const [item] = itemsOf({ total_amount: '10.00', table });
		expect(item.table).toEqual([kept]);
		expect(item.reviewReasons).toMatch(/1 row\(s\) of the table are not readable as returned/);
	});

	it('keeps and reports the rows that are none, on the first item', () => {
		const items = itemsOf({ total_amount: '10.00', table: [tea, '糕 1 6.00', null, cake] });
		expect(items.map(({ name }) => name)).toEqual(['茶', '糕']);
		expect(items.map(({ table }) => table)).toEqual([['糕 1 6.00'], undefined]);
		expect(items[0].reviewReasons).toMatch(/1 row\(s\) of the table are not readable/);
	});

	it.each([[null], [''], [undefined], [[]]])('%p is none, without a reason', (table) => {
		expect(reasonsOf({ table })).toBe('null');
	});

	it('is reported where it has fewer rows than were counted', () => {
		const counted = { table_row_num: 3, table: [tea, cake] };
		expect(reasonsOf(counted)).toMatch(/itemCount 3, but 2 row\(s\) were returned/);
		expect(reasonsOf({ ...counted, table_row_num: '2' })).toBe('null');
		const split = {
			table_row_num: 2,
			table: [row('6901028075831'), { ...tea, subtotal_amount: '10.00', unit_price: '10.00' }],
		};
		expect(reasonsOf(split)).toBe('null');
	});
});

describe('rows', () => {
	it('gives one item where there are none', () => {
		const items = itemsOf({ shop_name: '停车场', total_amount: '10.00', table: [] });
		expect(items).toEqual([
			expect.objectContaining({
				shopName: '停车场',
				totalAmount: 10,
				lineNumber: null,
				name: null,
			}),
		]);
	});

	it('puts a barcode row and a name row back together', () => {
		const table = [
			row('6901028075831'),
			row('农夫山泉550ml', '6', '2.00', '12.00'),
			row('6921168509256', '5', '4.50', '22.50'),
			row('康师傅红烧牛肉面'),
			row('塑料袋', '1', '0.50', '0.50'),
		];
		const rows = itemsOf({ table }).map(({ lineNumber, name, subtotal }) => [
			lineNumber,
			name,
			subtotal,
		]);
		expect(rows).toEqual([
			[1, '6901028075831 农夫山泉550ml', 12],
			[2, '6921168509256 康师傅红烧牛肉面', 22.5],
			[3, '塑料袋', 0.5],
		]);
	});

	it('leaves rows alone that only look split', () => {
		const table = [
			row('6901028075831', '1', '2.00', '2.00'),
			row('面包', '1', '5.00', '5.00'),
			row('12345'),
			row('牛奶'),
		];
		expect(itemsOf({ table }).map(({ name }) => name)).toEqual([
			'6901028075831',
			'面包',
			'12345',
			'牛奶',
		]);
	});

	it('keeps the sign of discounts and returns, and masked values empty', () => {
		const table = [
			row('苹果', '-0.368kg', '单价:11.80', '¥-4.34'),
			row('会员优惠', '', '', '-0.10'),
			row('保密', 'x2', '¥*', '*'),
		];
		expect(
			itemsOf({ table }).map(({ quantity, unitPrice, subtotal }) => [
				quantity,
				unitPrice,
				subtotal,
			]),
		).toEqual([
			[-0.368, 11.8, -4.34],
			[null, null, -0.1],
			[2, null, null],
		]);
	});

	it('keeps names that nobody knows, of the receipt and of its rows', () => {
		const data = { tax_amount: '1.30', table: [{ ...row('纸'), unit: '包' }] };
		expect(itemsOf(data)[0]).toMatchObject({ tax_amount: '1.30', unit: '包' });
		expect(itemsOf(data, { output: 'receipt' })[0]).toMatchObject({
			tax_amount: '1.30',
			items: [{ name: '纸', unit: '包' }],
		});
	});

	it("returns the API's own names and values where asked to", () => {
		const [item] = itemsOf(
			{ total_amount: '￥12.50', table: [row('纸', 'x2')] },
			{ fieldNames: 'original' },
		);
		expect(item).toMatchObject({
			total_amount: '￥12.50',
			product: '纸',
			quantity: 'x2',
			shop_name: null,
		});
		expect(item).not.toHaveProperty('totalAmount');
	});
});

describe('review checks', () => {
	const sound = {
		total_amount: '100.00',
		paid_amount: '100.00',
		change: '10.00',
		discount: '10.00',
		table: [row('a', '2', '30.00', '60.00'), row('b', '1', '40.00', '40.00')],
	};
	const reasonsWith = (changes: object) => itemsOf({ ...sound, ...changes })[0].reviewReasons;

	it.each([
		['rows before the discount', {}],
		['rows against a total after the discount', { total_amount: '90.00' }],
		['rows after the discount against a total before it', { total_amount: '110.00', change: '' }],
		['a discount with its sign', { discount: '-10.00' }],
		['no change printed', { change: '', paid_amount: '70.00' }],
		[
			'a weight that was rounded',
			{
				total_amount: '14.82',
				paid_amount: '',
				discount: '',
				table: [row('苹果', '1.256', '11.80', '14.82')],
			},
		],
		[
			'a return',
			{
				total_amount: '-60.00',
				paid_amount: '',
				discount: '',
				table: [row('a', '-2', '30.00', '-60.00')],
			},
		],
		['a row without an amount', { table: [row('a', '2', '30.00', '')] }],
	])('finds nothing wrong with %s', (_, changes) => expect(reasonsWith(changes)).toBeNull());

	it.each([
		[
			'a product',
			{ table: [row('a', '2', '30.00', '50.00'), row('b', '1', '40.00', '50.00')] },
			/row 1: quantity 2 x unitPrice 30 is not subtotal 50/,
		],
		[
			'the sum of the rows',
			{ total_amount: '99.00' },
			/the rows add up to 100, not to totalAmount 99/,
		],
		[
			'what was paid',
			{ change: '5.00' },
			/paidAmount 100 less changeAmount 5 is not totalAmount 100/,
		],
		['a missing total', { total_amount: '' }, /totalAmount was not read/],
		[
			'an impossible date',
			{ consumption_date: '2024-02-31' },
			/purchaseDate is not readable as returned/,
		],
	])('reports %s', (_, changes, reason) => expect(reasonsWith(changes)).toMatch(reason));
});

describe('dates beside a currency', () => {
	it.each([
		['05/11/24', '港币', '2024-11-05', null],
		['20/11/24', 'HKD', '2024-11-20', null],
		['24-03-09', '人民币', '2024-03-09', null],
		[
			'05/11/2024',
			'',
			'2024-05-11',
			'purchaseDate 2024-05-11 may also be 2024-11-05: which figure is the day is not clear',
		],
		['2099-01-01', '人民币', '2099-01-01', 'purchaseDate 2099-01-01 is in the future'],
	])('%s, %p', (consumption_date, currency, purchaseDate, reviewReasons) => {
		const data = { consumption_date, currency, total_amount: '1.00' };
		expect(itemsOf(data)[0]).toMatchObject({ purchaseDate, reviewReasons });
	});
});

describe('numbers where texts are documented', () => {
	it('reads ids, barcodes and amounts', () => {
		const table = [
			{ product: 6901028075831 },
			{ product: '水', quantity: 1, unit_price: 2, subtotal_amount: 2 },
		];
		const data = { total_amount: 2, receipt_num: 203240305, table };
		const [item] = receiptItems({ orderid: 12345, data }, choices, origin);
		expect(item).toMatchObject({
			orderId: '12345',
			receiptNumber: '203240305',
			name: '6901028075831 水',
			subtotal: 2,
			reviewReasons: null,
		});
	});
});

describe('kind', () => {
	const sound = { shop_name: '多又好超市', receipt_num: 'NO.1', total_amount: '4.00' };
	const kindOf = (data: Record<string, unknown>) =>
		/kind: [^;]*/.exec(String(itemsOf({ ...sound, ...data })[0].reviewReasons))?.[0];
	const invoiceRow = row('*非学历教育服务*项目管理培训费', '1', '2.00', '2.00');

	it.each<[string, Record<string, unknown>]>([
		[
			'the title of a digital invoice',
			{ shop_name: '电子发票(普通发票) 发票号码: 24332000000158306471' },
		],
		['the title of a paper invoice', { shop_name: '云南省国家税务局通用机打发票' }],
		['a title with blanks', { shop_name: '重庆增值税普通 发 票' }],
		['the words of its seal', { shop_name: '国统一发 票监制务' }],
		['a number of 20 digits', { receipt_num: '25332000000081234580' }],
		['tax classes in names', { table: [invoiceRow, row('*餐饮服务*早餐', '1', '2.00', '2.00')] }],
		['fields of an invoice', { 发票代码: '144031000000' }],
		['words of an invoice in another field', { remark: '纳税人识别号:91350100M000100Y43' }],
	])('says that this looks like an invoice: %s', (_, data) => {
		expect(kindOf(data)).toMatch(/^kind: this looks like an invoice, not like a receipt/);
	});

	it.each<[string, Record<string, unknown>]>([
		['a shop', {}],
		[
			'where to get an invoice',
			{ shop_name: '扫码开电子发票', remark: '请凭小票到服务台领取增值税发票' },
		],
		['a number of 20 digits that begins with the day', { receipt_num: '24111512304500012345' }],
		['another number of 20 digits', { receipt_num: '20240305182241000123' }],
		['words between asterisks', { table: [row('*特价*鸡蛋', '1', '4.00', '4.00')] }],
		[
			'one class among other goods',
			{ table: [invoiceRow, row('水', '1', '1', '1'), row('纸', '1', '1', '1')] },
		],
		['a shop of the tax trade', { shop_name: '税务师之家咖啡' }],
		['a number of another country', { 發票號碼: 'AB-12345678' }],
	])('is content with %s', (_, data) => expect(kindOf(data)).toBeUndefined());

	it.each<[Record<string, unknown>, Record<string, unknown>]>([
		[{ kind: 'invoice' }, {}],
		[{}, { kind: 'invoice' }],
	])('believes the server: %j %j', (beside, inside) => {
		const result = { ...beside, data: { ...sound, ...inside } };
		const [item] = receiptItems(result, choices, origin);
		expect(item.reviewReasons).toBe('kind: this looks like no receipt: the server says invoice');
		expect(item).not.toHaveProperty('kind');
	});
});

describe('reasons', () => {
	it('of 1,200 rows that are all wrong are far below a megabyte', () => {
		const table = Array.from({ length: 1200 }, () => row('x', '5O', '3', '7'));
		const doubtful = { table: table.map(() => ({ product: 0.1, unit_price: 0.1 })) };
		const data = { total_amount: '1.00', table, confidence: doubtful };
		const items = itemsOf(data);
		expect(items).toHaveLength(1200);
		expect(items.map(({ reviewReasons }) => reviewReasons).join('').length).toBeLessThan(600_000);
		expect(items[1199].reviewReasons).toBe(
			'the rows add up to 8400, not to totalAmount 1; row 1200: quantity is not readable as returned; ' +
				'Doubtful: row 1200 name 0.10, row 1200 unitPrice 0.10',
		);
		const [whole] = itemsOf(data, { output: 'receipt' });
		expect(String(whole.reviewReasons).length).toBeLessThan(1500);
		expect(whole.reviewReasons).toMatch(/and \d+ more; Doubtful: .*and \d+ more$/);
	});
});

describe('confidence', () => {
	const table = [row('牛奶', '2', '4.50', '9.00'), row('面包', '1', '5.00', '5.00')];
	const data = {
		total_amount: '14.00',
		change: '',
		table,
		confidence: {
			total_amount: 0.62,
			change: 0,
			table: [
				{ product: 0.99, quantity: 0.8, unit_price: 1, subtotal_amount: 1 },
				{ product: 0.55, quantity: 0.9, unit_price: 0.7, subtotal_amount: 1 },
			],
		},
	};

	it.each(['receipt', 'lineItems'] as const)('where it stands is no column of %s', (output) => {
		const location = { shop_name: { page: 1, box: [0, 0, 9, 9] }, table: [] };
		expect(itemsOf({ ...data, location }, { output }).map(Object.keys)).toEqual(
			itemsOf(data, { output }).map(Object.keys),
		);
	});

	it.each(['english', 'original'] as const)('names what is doubtful (%s names)', (fieldNames) => {
		const [item] = itemsOf(data, { fieldNames, output: 'receipt' });
		expect(item.needsReview).toBe(true);
		expect(item.reviewReasons).toBe(
			'Doubtful: totalAmount 0.62, row 2 name 0.55, row 2 unitPrice 0.70',
		);
	});

	it('names a doubtful cell at its own row only, a doubtful field at all', () => {
		expect(itemsOf(data, {}).map(({ reviewReasons }) => reviewReasons)).toEqual([
			'Doubtful: totalAmount 0.62',
			'Doubtful: totalAmount 0.62, row 2 name 0.55, row 2 unitPrice 0.70',
		]);
		const sureTotal = { ...data, confidence: { ...data.confidence, total_amount: 1 } };
		expect(itemsOf(sureTotal, {}).map(({ needsReview }) => needsReview)).toEqual([false, true]);
	});

	it.each(['lineItems', 'receipt'] as const)('is no column of %s', (output) => {
		const bare = { ...data, confidence: undefined };
		expect(itemsOf(data, { output }).map(Object.keys)).toEqual(
			itemsOf(bare, { output }).map(Object.keys),
		);
	});

	it('leaves rows alone that were put together since', () => {
		const split = [row('6901028075831'), row('水', '1', '2.00', '2.00')];
		const doubts = { table: [{ product: 0.1 }, { product: 0.1 }] };
		const [item] = itemsOf({ total_amount: '2.00', table: split, confidence: doubts });
		expect(item.reviewReasons).toBeNull();
	});

	it.each([undefined, null, 'high', [], { table: 'none', total_amount: 'sure' }])(
		'%j names nothing',
		(confidence) => {
			const [item] = itemsOf({ ...data, confidence });
			expect(item.reviewReasons).toBeNull();
			expect(item).not.toHaveProperty('confidence');
		},
	);
});

it('takes for a doubt only what is a share of one', () => {
	const reasonsFor = (confidence: unknown) =>
		itemsOf({ shop_name: '店', total_amount: '1', confidence: { shop_name: confidence } })[0]
			.reviewReasons;
	expect(reasonsFor(0.4)).toBe('Doubtful: shopName 0.40');
	expect(reasonsFor(0)).toBe('Doubtful: shopName 0.00');
	for (const odd of [-1, 1.5, NaN, '0.1', null, [0.1]]) expect(reasonsFor(odd)).toBeNull();
});
