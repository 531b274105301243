import { headerFields } from '../../nodes/JuheReceiptOcr/receiptFields.ts';
import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import { itemsOf, receiptChoices, row } from '../support/receipt-table.mts';
import { origin } from '../support/results.mts';

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
		const [item] = receiptItems(result, receiptChoices, origin);
		expect(item.reviewReasons).toBe(
			'kind: this looks like no receipt: the server says invoice. Give it to the Juhe Invoice OCR node',
		);
		expect(item).not.toHaveProperty('kind');
	});
});

describe('confidence', () => {
	const table = [row('牛奶', '2', '4.50', '9.00'), row('面包', '', '5.00', '5.00')];
	const data = {
		shop_name: '多又好超市',
		total_amount: '14.00',
		change: '',
		table,
		confidence: {
			shop_name: 0.62,
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
			'Doubtful: shopName 0.62, row 2 name 0.55, row 2 unitPrice 0.70',
		);
	});

	it('names a doubtful cell at its own row only, a doubtful field at all', () => {
		expect(itemsOf(data, {}).map(({ reviewReasons }) => reviewReasons)).toEqual([
			'Doubtful: shopName 0.62',
			'Doubtful: shopName 0.62, row 2 name 0.55, row 2 unitPrice 0.70',
		]);
		const sureShop = { ...data, confidence: { ...data.confidence, shop_name: 1 } };
		expect(itemsOf(sureShop, {}).map(({ needsReview }) => needsReview)).toEqual([false, true]);
	});

	it.each<[string, number, Array<string | null>]>([
		['purchaseDate', 0.79, ['Doubtful: purchaseDate 0.79', 'Doubtful: purchaseDate 0.79']],
		['receiptNumber', 0.5, ['Doubtful: receiptNumber 0.50', null]],
		['receiptNumber', 0.49, ['Doubtful: receiptNumber 0.49', 'Doubtful: receiptNumber 0.49']],
		['printTime', 0.79, ['Doubtful: printTime 0.79', null]],
	])('of %s, %d: what rows are not booked by is doubted in the first one', (key, sure, reasons) => {
		const { name } = headerFields.find((field) => field.key === key)!;
		const values = { consumption_date: '2024-03-05', receipt_num: 'NO.1', print_time: '18:05' };
		const items = itemsOf({ ...data, ...values, confidence: { [name]: sure } }, {});
		expect(items.map(({ reviewReasons }) => reviewReasons)).toEqual(reasons);
		const [whole] = itemsOf(
			{ ...data, ...values, confidence: { [name]: sure } },
			{ output: 'receipt' },
		);
		expect(whole.reviewReasons).toBe(reasons[0]);
	});

	const unsure = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 0.1]));
	const sums = ['total_amount', 'paid_amount', 'change', 'discount'];
	const cells = ['product', 'quantity', 'unit_price', 'subtotal_amount'];
	const doubtsOf = (values: Record<string, unknown>, rows: unknown[]) => {
		const confidence = { ...unsure(...sums), table: rows.map(() => unsure(...cells)) };
		const [item] = itemsOf({ ...values, table: rows, confidence }, { output: 'receipt' });
		return String(item.reviewReasons).replaceAll(' 0.10', '');
	};
	const names = ['牛奶', '面包'];

	it.each<[string, Record<string, string>, string[][], string]>([
		[
			'rows that make up the total prove it and their amounts, products their factors',
			{ total_amount: '14' },
			[
				['2', '4.50', '9'],
				['', '5', '5'],
			],
			'Doubtful: row 1 name, row 2 name, row 2 unitPrice',
		],
		[
			'what was paid proves the total, and not the rows',
			{ total_amount: '14', paid_amount: '20', change: '6' },
			[
				['', '', '9'],
				['', '', ''],
			],
			'Doubtful: row 1 name, row 1 subtotal, row 2 name',
		],
		[
			'a discount that is needed is not proven',
			{ total_amount: '13', discount: '1' },
			[
				['', '', '9'],
				['', '', '5'],
			],
			'Doubtful: discountAmount, row 1 name, row 2 name',
		],
		[
			'a product that is off by the rounding of its price proves nothing',
			{ total_amount: '10' },
			[['6', '1.67', '10']],
			'Doubtful: row 1 name, row 1 quantity, row 1 unitPrice',
		],
		[
			'a sum that does not hold proves nothing',
			{ total_amount: '15' },
			[
				['', '', '9'],
				['', '', '5'],
			],
			'the rows add up to 14, not to totalAmount 15; ' +
				'Doubtful: row 1 name, row 1 subtotal, row 2 name, row 2 subtotal',
		],
	])('%s', (_, values, rows, reasons) => {
		const table = rows.map(([quantity, price, amount], i) =>
			row(names[i], quantity, price, amount),
		);
		expect(doubtsOf(values, table)).toBe(reasons);
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
