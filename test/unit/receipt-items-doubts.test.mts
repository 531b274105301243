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
