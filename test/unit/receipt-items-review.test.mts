import { itemsOf, row } from '../support/receipt-table.mts';

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
		[
			'a missing quantity, where the rows make up the total',
			{ table: [row('a', '', '30.00', '60.00'), row('b', '1', '40.00', '40.00')] },
		],
		['a row without an amount', { table: [row('a', '2', '30.00', '')] }],
	])('finds nothing wrong with %s', (_, changes) => expect(reasonsWith(changes)).toBeNull());

	it.each([
		[
			'a product',
			{ table: [row('a', '2', '30.00', '50.00'), row('b', '1', '40.00', '50.00')] },
			/row 1: quantity 2 x unitPrice 30 is 60, not subtotal 50/,
		],
		[
			'the sum of the rows',
			{ total_amount: '99.00' },
			/the rows add up to 100, not to totalAmount 99/,
		],
		[
			'what was paid',
			{ change: '5.00' },
			/paidAmount 100 less changeAmount 5 is 95, not totalAmount 100/,
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
		expect(whole.reviewReasons).toMatch(/; row 2: .*; and \d+ more$/);
	});
});
