import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import { receiptColumns } from '../support/columns.mts';
import { itemsOf, receiptChoices, row } from '../support/receipt-table.mts';
import { origin } from '../support/results.mts';

describe('a table that is not as documented', () => {
	const [tea, cake] = [row('茶', '1', '4.00', '4.00'), row('糕', '1', '6.00', '6.00')];
	const namesOf = (data: Record<string, unknown>) =>
		itemsOf({ total_amount: '10.00', ...data }).map(({ name }) => name);
	const reasonsOf = (data: Record<string, unknown>) =>
		String(itemsOf({ total_amount: '10.00', ...data })[0].reviewReasons);

	it('has its rows where they are numbered instead of listed', () => {
		expect(namesOf({ table: { 0: tea, 1: cake } })).toEqual(['茶', '糕']);
	});

	it('of more than ten numbered rows keeps their order, and one of other names is none', () => {
		const rows = Array.from({ length: 12 }, (_, index) => row(`茶${index}`));
		expect(namesOf({ table: { ...rows } })).toEqual(rows.map(({ product }) => product));
		for (const name of ['x1', '1x', 'x'])
			expect(reasonsOf({ table: { 0: tea, [name]: cake } })).toMatch(/1 row\(s\) .* not readable/);
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

	it.each([
		['both have values of their own', ['', '2.00', ''], ['', '', '2.00']],
		['both say how many', ['1', '', ''], ['1', '', '']],
	])('leaves a barcode row and a name row apart where %s', (_, ofBarcode, ofName) => {
		const table = [row('6901028075831', ...ofBarcode), row('农夫山泉550ml', ...ofName)];
		expect(itemsOf({ table })).toHaveLength(2);
	});

	it.each([
		['a barcode of seven digits', row('6901028'), row('水', '1', '2.00', '2.00')],
		['a barcode of fifteen digits', row('690102807583100'), row('水', '1', '2.00', '2.00')],
		['another barcode', row('6901028075831'), row('6921168509256', '1', '2.00', '2.00')],
		['a name of blanks', row('6901028075831'), row(' ', '1', '2.00', '2.00')],
		['no name', row('6901028075831'), { quantity: '1', subtotal_amount: '2.00' }],
	])('puts nothing together of %s', (_, first, second) => {
		expect(itemsOf({ table: [first, second] })).toHaveLength(2);
	});

	it('puts a barcode with blanks around it and a name together, and keeps what only one has', () => {
		const table = [
			{ ...row(' 6901028075831 '), code: 'A1' },
			{ ...row('水', ' ', '', '2.00'), code: ' ' },
		];
		const items = itemsOf({ table });
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ name: '6901028075831 水', subtotal: 2, code: 'A1' });
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

	it('has no columns beside those of the output where nothing else was returned', () => {
		const table = [row('纸', '1', '2.00', '2.00'), row('笔', '1', '3.00', '3.00')];
		for (const item of itemsOf({ total_amount: '5.00', table }))
			expect(Object.keys(item)).toEqual(receiptColumns);
		const [whole] = itemsOf({ total_amount: '5.00', table }, { output: 'receipt' });
		const ofRows = ['name', 'quantity', 'unitPrice', 'subtotal'];
		const ofReceipt = receiptColumns.filter((name) => !['lineNumber', ...ofRows].includes(name));
		expect(Object.keys(whole)).toEqual([...ofReceipt, 'items']);
		expect((whole.items as object[]).map((item) => Object.keys(item))).toEqual([ofRows, ofRows]);
	});

	it.each([undefined, null, [], 'x'])('are none of an answer whose data are %j', (data) => {
		expect(() => receiptItems({ data }, receiptChoices, origin)).toThrow(
			/a result that has no data/,
		);
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

describe('numbers where texts are documented', () => {
	it('reads ids, barcodes and amounts', () => {
		const table = [
			{ product: 6901028075831 },
			{ product: '水', quantity: 1, unit_price: 2, subtotal_amount: 2 },
		];
		const data = { total_amount: 2, receipt_num: 203240305, table };
		const [item] = receiptItems({ orderid: 12345, data }, receiptChoices, origin);
		expect(item).toMatchObject({
			orderId: '12345',
			receiptNumber: '203240305',
			name: '6901028075831 水',
			subtotal: 2,
			reviewReasons: null,
		});
	});
});
