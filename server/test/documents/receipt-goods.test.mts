import { readReceipt } from '../../src/documents/receipt.mts';
import { goodsOf } from '../../testing/documents/goods.mts';
import { pageOf } from '../../testing/documents/page.mts';

describe('where the goods of a receipt end', () => {
	test('is the row that shows their sum, whatever it is called', () => {
		const text = `
某某超市
苹果        2     3.50    7.00
香梨        1     4.00    4.00
某某数额                 11.00
某某方式                 20.00
`;
		expect(goodsOf(text)).toEqual(['苹果 | 2 | 3.50 | 7.00', '香梨 | 1 | 4.00 | 4.00']);
	});

	test('is not the sum of one kind of them', () => {
		const text = `
某某酒楼
菜品        数量    单价    金额
拍黄瓜        1    16.00   16.00
                   小计    16.00
多宝鱼        2    88.00  176.00
                   小计   176.00
合计                      192.00
现金                      200.00
`;
		expect(goodsOf(text)).toEqual(['拍黄瓜 | 1 | 16.00 | 16.00', '多宝鱼 | 2 | 88.00 | 176.00']);
	});

	test('is a sum behind a label that nobody knows', () => {
		const text = `
某某母婴
品名        数量    单价    金额
湿巾          3    12.90   38.70
数量:3           合计:     38.70
应收:                      38.70
`;
		expect(goodsOf(text)).toEqual(['湿巾 | 3 | 12.90 | 38.70']);
		expect(readReceipt(pageOf(text)).total_amount).toBe('38.70');
	});

	test('is no fee where fees are what is sold', () => {
		const text = `
某某快运
费用项目                金额
运费                    18.00
包装费                   3.00
合计                    21.00
`;
		expect(goodsOf(text)).toEqual(['运费 |  |  | 18.00', '包装费 |  |  | 3.00']);
	});
});

describe('a discount between the goods', () => {
	const text = (total: string) => `
某某超市
商品        数量    单价     金额
苹果          2     3.50     7.00
  促销折扣                  -1.00
香梨          1     4.00     4.00
合计                        ${total}
`;

	test('is a row where the total counts it', () => {
		expect(goodsOf(text('10.00'))).toEqual([
			'苹果 | 2 | 3.50 | 7.00',
			'促销折扣 |  |  | -1.00',
			'香梨 | 1 | 4.00 | 4.00',
		]);
	});

	test('is none where the total is the sum of the goods', () => {
		expect(goodsOf(text('11.00'))).toEqual(['苹果 | 2 | 3.50 | 7.00', '香梨 | 1 | 4.00 | 4.00']);
	});
});

describe('tables of goods', () => {
	test('have columns of their own each', () => {
		const text = `
某某汽修
项目                              金额
更换刹车片                       160.00
                      工时小计   160.00
名称          单位  单价  数量    金额
玻璃水2L      瓶   12.50     2    25.00
                      材料小计    25.00
总计                             185.00
`;
		expect(goodsOf(text)).toEqual(['更换刹车片 |  |  | 160.00', '玻璃水2L | 2 | 12.50 | 25.00']);
	});

	test('can have their figures before the names', () => {
		const text = `
某某诊所
金额       数量  项目
¥30.00     1     普通门诊
¥135.00    3     皮下输液
合计 ¥165.00
`;
		expect(goodsOf(text)).toEqual(['普通门诊 | 1 |  | 30.00', '皮下输液 | 3 |  | 135.00']);
	});

	test('can be labels and values side by side', () => {
		const text = `
某某专柜
商品   精华30ml
数量   1      单价   820.00
折扣   0.9    金额   738.00
商品   面霜20ml
数量   1      单价   550.00
折扣   1.0    金额   550.00
合计   2      1288.00
`;
		expect(goodsOf(text)).toEqual([
			'精华30ml | 1 | 820.00 | 738.00',
			'面霜20ml | 1 | 550.00 | 550.00',
		]);
	});
});

describe('figures of a product', () => {
	const rowsOf = (...lines: string[]) =>
		goodsOf(
			['某某小店', ...lines, '合计               22.00', '现金               22.00'].join('\n'),
		);

	test('glued to its name multiply to their amount', () => {
		expect(rowsOf('牛肉饭12.00×1=12.00', '矿泉水5.00×2=10.00')).toEqual([
			'牛肉饭 | 1 | 12.00 | 12.00',
			'矿泉水 | 2 | 5.00 | 10.00',
		]);
	});

	test('have the letters of a tax behind them, also without cents', () => {
		expect(rowsOf('御飯糰     1    12 TX', '綠茶       2    10 TX')).toEqual([
			'御飯糰 | 1 |  | 12',
			'綠茶 | 2 |  | 10',
		]);
	});

	test('have the word of a further column among them', () => {
		expect(
			rowsOf(
				'项目        单价   数量   医生      金额',
				'驱虫片      6.00      2   陈医生   12.00',
				'洗护       10.00      1   小李     10.00',
			),
		).toEqual(['驱虫片 | 2 | 6.00 | 12.00', '洗护 | 1 | 10.00 | 10.00']);
	});

	test('are no numbers below the head of another thing', () => {
		expect(
			rowsOf(
				'挂牌号   衣物名称         金额',
				'0416     羽绒服          12.00',
				'0417     西裤            10.00',
			),
		).toEqual(['羽绒服 |  |  | 12.00', '西裤 |  |  | 10.00']);
	});
});

test('what is added to a product for a price is a row of its own', () => {
	expect(
		goodsOf(
			[
				'某某咖啡',
				'1  拿铁(热)           28.00',
				'   +燕麦奶             5.00',
				'2  美式(冰)           44.00',
				'   少冰',
				'合计                  77.00',
				'微信                  77.00',
			].join('\n'),
		),
	).toEqual(['拿铁(热) | 1 |  | 28.00', '燕麦奶 |  |  | 5.00', '美式(冰) | 2 |  | 44.00']);
});

test('a kind of price in the name of a product is no total', () => {
	const text =
		'某某公园\n票种          单价  张数   金额\n成人票(全价) 80.00     2  160.00\n学生票       40.00     1   40.00\n总计(元)               3  200.00\n现金                      200.00';
	expect(readReceipt(pageOf(text)).total_amount).toBe('200.00');
});
