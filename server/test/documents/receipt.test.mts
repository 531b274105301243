import { join } from 'node:path';
import { compareReceipt } from '../../testing/accuracy/compare.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { fixtureFiles } from '../../testing/documents/fixtures.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** Slips that lie worse than most photos do: those of one batch. */
const slips = fixtureFiles(join(__dirname, '../../testing/documents/slips'))
	.filter(({ name }) => name.startsWith('receipts'))
	.flatMap(({ fixtures }) => fixtures)
	.filter(({ batch }) => batch === 'first');

describe('a slip that is tilted, in perspective, with its blanks lost', () => {
	test.each(slips)('$truth.id', ({ text, truth }) => {
		const page = pageOf(text, { tilt: -4, perspective: [0.12, 0.1], losesBlanks: true });
		const { misses, invented } = compareReceipt(truth, readReceipt(page));
		expect([...misses, ...invented]).toEqual([]);
	});
});

describe('a receipt', () => {
	test('without anything readable has all documented fields, empty', () => {
		const empty = readReceipt({ width: 10, height: 10, boxes: [] });
		expect(empty).toMatchObject({ shop_name: '', total_amount: '', table_row_num: 0, table: [] });
		expect(Object.keys(empty)).toHaveLength(17);
		expect(
			Object.values(empty.confidence)
				.flat()
				.every((one) => one === 0),
		).toBe(true);
	});

	test('a lone 1 that was overlooked is restored where the slip has quantities', () => {
		const page = pageOf(`
某某超市
品名      数量    单价    金额
苹果        2     3.50    7.00
香梨              4.00    4.00
合计:                    11.00
`);
		expect(readReceipt(page).table.map(({ quantity }) => quantity)).toEqual(['2', '1']);
	});

	test('a quantity that no row prints stays empty', () => {
		const page = pageOf(`
某某超市
品名      单价    金额
苹果      3.50    7.00
香梨      4.00    4.00
合计:            11.00
`);
		expect(readReceipt(page).table.map(({ quantity }) => quantity)).toEqual(['', '']);
	});

	test('a refund keeps its signs, a discount has none', () => {
		const page = pageOf(`
某某百货
品名      数量    单价     金额
保温杯      -1   89.00   -89.00
合计                     -89.00
现金                     -89.00
优惠                      -1.00
`);
		expect(readReceipt(page)).toMatchObject({
			total_amount: '-89.00',
			paid_amount: '-89.00',
			discount: '1.00',
		});
	});

	test('a name that broke off for lack of room goes on', () => {
		const broken = readReceipt(
			pageOf(`
某某超市
品名             数量    单价    金额
金龙鱼食用调和油   1    69.90   69.90
5L
海天生抽           2     8.50   17.00
合计:                           86.90
`),
		);
		expect(broken.table.map(({ product }) => product)).toEqual(['金龙鱼食用调和油5L', '海天生抽']);
	});

	test('an article number below a name is no part of it', () => {
		const article = readReceipt(
			pageOf(`
某某服饰
品名                数量    单价    金额
衬衫                  1   239.00  239.00
SJ2307 米白
短袜                  1    26.50   26.50
SJ0020 混色
合计:                             265.50
`),
		);
		expect(article.table.map(({ product }) => product)).toEqual(['衬衫', '短袜']);
	});
});
