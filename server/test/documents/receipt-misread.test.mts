import { readReceipt } from '../../src/documents/receipt.mts';
import { pageOf } from '../../testing/documents/page.mts';

const slip = (apple: string, pear: string, paid: string, total = '12.37') => `
# 邻里小超市
品名            单价   数量   小计
苹果            8.36  0.846   ${apple}
香梨            5.30  1.000   ${pear}
合计:${total}
微信支付:${paid}
`;
const amountsOf = (text: string) =>
	readReceipt(pageOf(text)).table.map(({ subtotal_amount }) => subtotal_amount);

describe('a digit of a damaged print, read as 3', () => {
	test('in an amount is put right where quantity x price and the total say what it was', () => {
		expect(amountsOf(slip('7.37', '5.30', '12.37'))).toEqual(['7.07', '5.30']);
	});

	test('stays as read where the total does not prove it', () => {
		expect(amountsOf(slip('7.37', '5.30', '20.00', '20.00'))).toEqual(['7.37', '5.30']);
	});

	test('stays as read where the digits do not look alike', () => {
		expect(amountsOf(slip('7.17', '5.30', '12.37'))).toEqual(['7.17', '5.30']);
	});

	test.each([
		['is put right where it is the last one', '12.39', '12.33', '12.39'],
		['stays as read elsewhere: something can have been taken off', '13.39', '10.39', '10.39'],
	])('in what was paid %s', (_how, total, paid, served) => {
		expect(readReceipt(pageOf(slip('7.07', '5.30', paid, total))).paid_amount).toBe(served);
	});
});
