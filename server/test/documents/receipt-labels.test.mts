import { compounds } from '../../src/documents/lexicon/labels.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { simplify } from '../../src/documents/spelling.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** A slip with these lines above its goods and below them, which come to 18.50. */
const read = ({ shop = '      佳乐家超市', above = '', below = '合计:18.50' }) =>
	readReceipt(
		pageOf(
			[
				shop,
				...(above === '' ? [] : [above]),
				'品名          数量   单价   金额',
				'洗洁精           1   12.50  12.50',
				'纸巾             2    3.00   6.00',
				below,
			].join('\n'),
		),
	);

describe('the name of a shop', () => {
	test.each([
		['欢迎光临 盒鲜生活馆', '盒鲜生活馆'],
		['歡迎光臨 惠民超級市場', '惠民超級市場'],
		['城南农贸市场 57号摊', '城南农贸市场57号摊'],
		['永鲜汇超市 3号店', '永鲜汇超市3号店'],
	])('%s', (shop, name) => {
		expect(read({ shop }).shop_name.replaceAll(' ', '')).toBe(name);
	});

	test('is no head of a column', () => {
		const slip = `
欢迎光临 盒鲜生活馆
2024-11-12 09:17
品名
   单价×数量              小计
本地小青菜
   5.96×0.418kg           2.49
鲜豆腐
   4.50×2                 9.00
合计                     11.49
`;
		expect(readReceipt(pageOf(slip)).shop_name).toBe('盒鲜生活馆');
	});
});

describe('labels in traditional characters', () => {
	test.each([
		['職員編號:0117', 'employee_num', '0117'],
		['設備號:03', 'machine_num', '03'],
		['列印時間:2024-08-28 20:17', 'print_time', '20:17'],
		['電腦單號:A20931', 'receipt_num', 'A20931'],
	] as const)('%s', (above, field, value) => {
		expect(read({ above })[field]).toBe(value);
	});

	test('the words of slips are spelled without them', () => {
		expect(simplify('職員 設備號 列印 轉數快 茶餐廳 淨金額')).toBe(
			'职员 设备号 列印 转数快 茶餐厅 净金额',
		);
	});

	test('a character that is only misread as one stays what it is outside of labels', () => {
		expect(simplify('承德店')).toBe('承德店');
	});
});

describe('means of payment', () => {
	test.each(compounds('书卡 加油卡 医保卡 医保个账 会员余额', '支付 付款'))('%s', (label) => {
		expect(read({ below: `合计:18.50\n${label}:18.50` }).paid_amount).toBe('18.50');
	});

	test('several are added up', () => {
		const { paid_amount, change } = read({
			below: '合计:18.50\n医保卡支付:12.50  现金支付:10.00\n找零:4.00',
		});
		expect([paid_amount, change]).toEqual(['22.50', '4.00']);
	});

	test('a voucher with a minus is taken off', () => {
		const { paid_amount, discount } = read({
			below: '合计:         18.50\n代金券       -10.00\n应付:          8.50\n支付宝         8.50',
		});
		expect([paid_amount, discount]).toEqual(['8.50', '10.00']);
	});

	test('what a total is rounded up by is not taken off', () => {
		const below =
			'小计:          18.50\n舍入:           0.10\n应付:          18.60\n现金:          18.60';
		expect(read({ below }).discount).toBe('');
	});

	test('all that platforms take off is added up', () => {
		const below =
			'[满15减3]      -3.00\n[美团红包]     -1.00\n[减配送费2元]  -2.00\n原价:18.50\n实付:12.50';
		expect(read({ below }).discount).toBe('6.00');
	});

	test('what is left on a card is none', () => {
		const { paid_amount } = read({ below: '合计:18.50\n加油卡支付:18.50\n加油卡余额:1055.78' });
		expect(paid_amount).toBe('18.50');
	});

	test('a fee that the total lacks is paid as well', () => {
		const { total_amount, paid_amount, discount } = read({
			below:
				'消费总额:      18.50\n服务费(10%):    1.85\n抹零:           0.35\n应收金额:      20.00\n刷卡:          20.00',
		});
		expect([total_amount, paid_amount, discount]).toEqual(['18.50', '20.00', '0.35']);
	});
});

describe('a date of which either figure can be the day', () => {
	const slip = (word: string) => `
惠民超市
02/11/2024 18:20
品名          数量   单价   金额
洗洁精           1   12.50  12.50
合计                        12.50
${word}                      12.50
`;
	test.each([
		['八達通', '2024-11-02'],
		['八达通', '2024-11-02'],
		['現金', '2024-02-11'],
		['支付宝', '2024-02-11'],
	])('beside %s', (word, date) => {
		expect(readReceipt(pageOf(slip(word))).consumption_date).toBe(date);
	});

	test('has the day first among traditional characters', () => {
		const slip = `
惠民超級市場
收銀員:5512  單號:0933
02/11/2024 18:20
貨品          數量   單價   金額
維記鮮奶         2   27.90  55.80
合計                       $55.80
`;
		expect(readReceipt(pageOf(slip)).consumption_date).toBe('2024-11-02');
	});
});
