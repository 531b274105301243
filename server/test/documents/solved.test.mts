import { readReceipt as read } from '../../src/documents/receipt.mts';
import { pageOf } from '../../testing/documents/page.mts';

const slip = `
      惠民便利店
单号:00123   收银员:07
品名      数量   单价   金额
牛奶        2    3.50    7.00
面包        1    5.00    5.00
合计:12.00
实收:20.00   找零:8.00
`;

it('serves where each value stands, and no place for one that is not printed', () => {
	const { table, total_amount, location } = read(pageOf(slip));
	expect(table.map(({ product }) => product)).toEqual(['牛奶', '面包']);
	expect(total_amount).toBe('12.00');
	const [first, second] = location.table.map(({ product }) => product!.box);
	expect(second[1]).toBeGreaterThanOrEqual(first[3] - 20);
	expect(location.total_amount).toEqual({ page: 1, box: expect.any(Array) as number[] });
	expect(location.print_date).toBeNull();
});

it('takes the amounts that make up the printed total: figures in another order than usual', () => {
	const { table } = read(pageOf(slip.replace('2    3.50    7.00', '7.00    2    3.50')));
	expect(table[0]).toMatchObject({ quantity: '2', unit_price: '3.50', subtotal_amount: '7.00' });
});
