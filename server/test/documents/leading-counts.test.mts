import { withLeadingCounts } from '../../src/documents/receipt/leading-counts.mts';

const item = (product: string, quantity: string, unit_price: string, subtotal_amount: string) => ({
	product,
	quantity,
	unit_price,
	subtotal_amount,
});

it('takes numbers before names for counts where the amounts prove it', () => {
	const read = withLeadingCounts([
		item('2 烤肠', '5.00', '', '10.00'),
		item('1豆浆', '', '4.00', '4.00'),
		item('3x 油条', '2.50', '', '7.50'),
	]);
	expect(read).toEqual([
		item('烤肠', '2', '5.00', '10.00'),
		item('豆浆', '1', '4.00', '4.00'),
		item('油条', '3', '2.50', '7.50'),
	]);
});

it.each([
	['a single piece fits any name that begins with 1', [item('1号面包', '', '6.00', '6.00')]],
	['the amount is another', [item('2 烤肠', '5.00', '', '12.00')]],
	['both figures are there', [item('3M胶带', '2', '6.00', '12.00')]],
])('leaves names alone where %s', (_why, items) => {
	expect(withLeadingCounts(items)).toEqual(items);
});
