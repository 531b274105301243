import { goodsOf } from '../../testing/documents/goods.mts';

describe('names of goods', () => {
	test('have no heading of their kind and no remark below every one of them', () => {
		const text = `
某某火锅
品名           数量    金额
*锅底
鸳鸯锅           1    58.00
  微辣
*荤菜
毛肚             2    96.00
  鲜切
合计                 154.00
`;
		expect(goodsOf(text)).toEqual(['鸳鸯锅 | 1 |  | 58.00', '毛肚 | 2 |  | 96.00']);
	});

	test('stand right above the figures where the lines before have remarks below them', () => {
		const text = `
某某影城
名称          数量    单价      小计
远洋来信3D
               2张   45.00     90.00
  场次 19:30
  5号激光厅
爆米花套餐
               1份   39.90     39.90
总金额                        129.90
`;
		expect(goodsOf(text)).toEqual([
			'远洋来信3D | 2 | 45.00 | 90.00',
			'爆米花套餐 | 1 | 39.90 | 39.90',
		]);
	});

	test('go on below where they broke off in a narrow column', () => {
		const text = `
某某五金
商品名称            数量     单价     金额
LED护眼台灯三档        1   128.00   128.00
调光充电款白色
防水电工绝缘胶带       5     3.50    17.50
三孔插线板带独立       2    46.00    92.00
开关儿童保护门
合计                                237.50
`;
		expect(goodsOf(text)).toEqual([
			'LED护眼台灯三档调光充电款白色 | 1 | 128.00 | 128.00',
			'防水电工绝缘胶带 | 5 | 3.50 | 17.50',
			'三孔插线板带独立开关儿童保护门 | 2 | 46.00 | 92.00',
		]);
	});

	test('go on below where Latin words broke off at a blank', () => {
		const text = `
某某进口食品
品名               数量   单价    金额
Wholegrain Breakfa   2   36.00    72.00
st Muesli 500g
Dark Rye Bread       1   28.00    28.00
Salted Butter from   3   32.00    96.00
Normandy 250g
合计                              196.00
`;
		expect(goodsOf(text)).toEqual([
			'WholegrainBreakfastMuesli500g | 2 | 36.00 | 72.00',
			'DarkRyeBread | 1 | 28.00 | 28.00',
			'SaltedButterfromNormandy250g | 3 | 32.00 | 96.00',
		]);
	});

	test('begin above their figures where all of them broke off there', () => {
		const text = `
某某农家菜
菜品          数   单价    小计
柴火土鸡炖干
蘑菇           1  118.00  118.00
铁锅炖大鹅配
贴饼子         1  158.00  158.00
合计:276.00
`;
		expect(goodsOf(text)).toEqual([
			'柴火土鸡炖干蘑菇 | 1 | 118.00 | 118.00',
			'铁锅炖大鹅配贴饼子 | 1 | 158.00 | 158.00',
		]);
	});

	test('have no discount or heading below them though they fill their column', () => {
		const text = `
某某超市
品名            数量    单价    金额
百花蜂蜜(特级)    1    38.00   38.00
  会员立减                     -3.00
蔬菜类
本地有机小白菜    2     4.50    9.00
合计                           44.00
`;
		expect(goodsOf(text).map((row) => row.split(' | ')[0])).toEqual([
			'百花蜂蜜(特级)',
			'会员立减',
			'本地有机小白菜',
		]);
	});

	test('have the size of one piece in them where a count follows', () => {
		const text = `
某某便利店
2024-10-10 18:41
速溶咖啡 100g       1    28.90
鲜橙多 450ml        2     7.00
核桃仁              1    32.80
(特选)400g
合计                     68.70
`;
		expect(goodsOf(text)).toEqual([
			'速溶咖啡100g | 1 |  | 28.90',
			'鲜橙多450ml | 2 |  | 7.00',
			'核桃仁(特选)400g | 1 |  | 32.80',
		]);
	});

	test('have no letter of a tax rate behind them', () => {
		const text = `
某某鲜生
三文鱼刺身 (特选)          A
 2 x 38.00               76.00
手剥橙                     B
 1 x 12.90               12.90
合计                     88.90
`;
		expect(goodsOf(text)).toEqual([
			'三文鱼刺身(特选) | 2 | 38.00 | 76.00',
			'手剥橙 | 1 | 12.90 | 12.90',
		]);
	});

	test('are no words that stand in line below one another where the columns have no heads', () => {
		const text = `
某某洗衣
2024-05-06 12:11
A5521   羽绒服      黑色     1    45.00
A5522   西裤        深灰     2    30.00
A5523   真丝围巾    花色     1    25.00
合计                             100.00
`;
		expect(goodsOf(text)).toEqual([
			'羽绒服 | 1 |  | 45.00',
			'西裤 | 2 |  | 30.00',
			'真丝围巾 | 1 |  | 25.00',
		]);
	});

	test('are no words of further columns behind the figures', () => {
		const text = `
某某五金
品名          数量    单价    金额    备注
铜芯线          6    86.00   516.00   含税
生料带          5     1.00     5.00   赠2
合计                         521.00
`;
		expect(goodsOf(text)).toEqual(['铜芯线 | 6 | 86.00 | 516.00', '生料带 | 5 | 1.00 | 5.00']);
	});
});

describe('what stands around a product', () => {
	test('a size before the count below the name is no product', () => {
		const text = `
某某大药房
10234 藿香正气口服液        36.00
   10ml*10支   2盒 × 18.00
30055 维生素C片             11.40
   0.1g*100片  3瓶 × 3.80
合计金额:                   47.40
`;
		expect(goodsOf(text)).toEqual([
			'藿香正气口服液 | 2 | 18.00 | 36.00',
			'维生素C片 | 3 | 3.80 | 11.40',
		]);
	});

	test.each(['款号/品名', '品名/款号', '书号/书名', '编号/名称'])(
		'the head %s is of names',
		(head) => {
			const text = `
某某衣橱
店员 8806   2025/03/02 15:58
${head}             数量    单价    金额
M25S118                  1  469.00  469.00
 亚麻衬衫(米白/L)
M25A009                  2   59.00  118.00
 棉袜三双装
总计                                587.00
`;
			expect(goodsOf(text)).toEqual([
				'亚麻衬衫(米白/L) | 1 | 469.00 | 469.00',
				'棉袜三双装 | 2 | 59.00 | 118.00',
			]);
		},
	);
});
