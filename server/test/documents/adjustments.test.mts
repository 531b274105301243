import { readReceipt } from '../../src/documents/receipt.mts';
import { pageOf } from '../../testing/documents/page.mts';

const slip = (below: string) => `
# 槐树街小馆
单号:20260311008
2026-03-11 12:20
品名            数量    单价    金额
卤肉饭            2    30.00   60.00
蛋花汤            2     6.80   13.60
${below}
`;
const adjustmentsOf = (text: string) => readReceipt(pageOf(text)).adjustments;

describe('adjustments of a receipt', () => {
	it.each([
		[
			'one fee',
			'配送费:                         5.00\n合计:                          78.60',
			'5.00',
		],
		[
			'two fees together',
			'打包费:                         2.50\n配送费:                         5.00\n合计:                          81.10',
			'7.50',
		],
	])('tell %s that the total holds besides the goods', (_, below, fee) => {
		expect(adjustmentsOf(slip(below))).toEqual({ fee, rows: [null, null] });
	});

	it('tell no fee where the goods make up the total, or the fee does not', () => {
		expect(adjustmentsOf(slip('合计:                          73.60'))).toBeUndefined();
		expect(
			adjustmentsOf(
				slip('配送费:                         5.00\n合计:                          78.61'),
			),
		).toBeUndefined();
	});

	it('tell what was taken off a row whose product holds after its discount', () => {
		const books = `
# 知行书局
单号:20260311009
2026-03-11 12:20
书名            数量    定价    折扣    金额
山河志            2    36.00    90%    64.80
海错图            1    20.00   100%    20.00
合计:                                  84.80
`;
		expect(adjustmentsOf(books)).toEqual({ fee: null, rows: ['7.20', null] });
	});
});
