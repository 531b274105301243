import { itemsOf, row } from '../support/receipt-table.mts';

const reasonsOf = (data: Record<string, unknown>, index = 0) => itemsOf(data)[index].reviewReasons;

describe('fees and discounts that a self-hosted server tells', () => {
	const bill = {
		total_amount: '81.10',
		table: [row('卤肉饭', '2', '30.00', '60.00'), row('蛋花汤', '2', '6.80', '13.60')],
	};
	const withFee = (fee: unknown) => ({ ...bill, adjustments: { fee, rows: [null, null] } });

	it('make up the total with the rows', () => {
		expect(reasonsOf(withFee('7.50'))).toBeNull();
	});

	it.each<[string, unknown]>([
		['two cents less', '7.48'],
		['two cents more', '7.52'],
		['nothing', null],
		['a number that is no text', 7.5],
		['a text that is no figure', '7.50 yuan'],
	])('do not make up the total where they are %s', (_, fee) => {
		expect(reasonsOf(withFee(fee))).toBe('the rows add up to 73.6, not to totalAmount 81.1');
	});

	it('explain the amount of their own row, and of no other', () => {
		const books = {
			total_amount: '129.60',
			table: [row('山河志', '2', '36.00', '64.80'), row('海错图', '2', '36.00', '64.80')],
		};
		const adjustments = { fee: null, rows: ['7.20', null] };
		expect(reasonsOf({ ...books, adjustments })).toBeNull();
		expect(reasonsOf({ ...books, adjustments }, 1)).toBe(
			'row 2: quantity 2 x unitPrice 36 is 72, not subtotal 64.8',
		);
	});

	it('count for no row where rows were put together', () => {
		const split = {
			total_amount: '64.80',
			table: [row('6901234567892', '', '', ''), row('山河志', '2', '36.00', '64.80')],
			adjustments: { fee: null, rows: [null, '7.20'] },
		};
		expect(reasonsOf(split)).toBe('row 1: quantity 2 x unitPrice 36 is 72, not subtotal 64.8');
	});

	it('are no column', () => {
		expect(itemsOf(withFee('7.50'))[0]).not.toHaveProperty('adjustments');
	});
});
