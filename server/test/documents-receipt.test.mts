import { readReceipt, type ReceiptData } from '../src/documents/receipt.mts';
import { pageOf, type View } from './documents-page.mts';

interface Slip {
	kind: string;
	text: string;
	fields: Partial<ReceiptData>;
	/** product, quantity, unit price, subtotal; without blanks. */
	rows: string[][];
}

const slips: readonly Slip[] = [
	{
		kind: 'supermarket: heads in two rows, code, name and figures on three rows',
		text: `
# 联华生活鲜超市
   欢迎光临
门店:张江高科店  电话:021-58951234
机号:12     收银员:10086
流水号:00012345
2023.11.05        19:20:33
------------------------------
编码         品名
     单价    数量      金额
------------------------------
6922255451427
景田饮用纯净水560ml
     1.50     2       3.00
2000013
散装大白菜
     2.36   1.234     2.91
6901236341582
心心相印面巾纸 DT200
    15.80     1      15.80
------------------------------
件数:3      小计:     21.71
抹零:                  0.01
应收:                 21.70
现金:                 50.00
找零:                 28.30
会员卡余额:          120.00
`,
		fields: {
			shop_name: '联华生活鲜超市',
			receipt_num: '00012345',
			machine_num: '12',
			employee_num: '10086',
			consumption_date: '2023-11-05',
			consumption_time: '19:20:33',
			total_amount: '21.70',
			paid_amount: '50.00',
			change: '28.30',
			discount: '0.01',
		},
		rows: [
			['景田饮用纯净水560ml', '2', '1.50', '3.00'],
			['散装大白菜', '1.234', '2.36', '2.91'],
			['心心相印面巾纸DT200', '1', '15.80', '15.80'],
		],
	},
	{
		kind: 'restaurant: measure words, a remark row, two moments and a third one of printing',
		text: `
# 老盛昌汤包
   (人民广场店)
        预结单
桌号:B08        人数:3
单号:20240311-0087
开单时间:2024-03-11 12:01
结账时间:2024-03-11 12:55:10
服务员:小李    收银员:王芳
--------------------------------
品名          数量   单价   小计
--------------------------------
鲜肉小笼        2笼  12.00  24.00
蟹粉小笼        1笼  28.00  28.00
  (加醋)
咖喱牛肉汤      3碗  15.00  45.00
餐位费          3位   2.00   6.00
--------------------------------
合计:                     103.00
会员折扣(9折):             -9.70
赠送:小菜一份
实收:                      93.30
支付方式:微信支付
打印时间:2024-03-11 12:55:30
`,
		fields: {
			shop_name: '老盛昌汤包',
			receipt_num: '20240311-0087',
			machine_num: '',
			employee_num: '王芳',
			consumption_date: '2024-03-11',
			consumption_time: '12:55:10',
			print_date: '2024-03-11',
			print_time: '12:55:30',
			total_amount: '103.00',
			paid_amount: '93.30',
			discount: '9.70',
			change: '',
		},
		rows: [
			['鲜肉小笼', '2', '12.00', '24.00'],
			['蟹粉小笼', '1', '28.00', '28.00'],
			['咖喱牛肉汤', '3', '15.00', '45.00'],
			['餐位费', '3', '2.00', '6.00'],
		],
	},
	{
		kind: 'English café: quantity before the name',
		text: `
        STARLIGHT CAFE
     No.88 Nanjing Road
     Tel:021-66778899
Order#: 10234    Table: 5
Cashier: Amy     POS: 02
Date: 03/15/2024  Time: 14:22
--------------------------------
QTY  ITEM               AMOUNT
2    Cappuccino          60.00
1    Cheese Cake         38.00
1    Iced Americano      28.00
--------------------------------
SUBTOTAL                126.00
DISCOUNT                -12.60
TOTAL                   113.40
CASH                    120.00
CHANGE                    6.60
Thank you! Please come again
`,
		fields: {
			shop_name: 'STARLIGHTCAFE',
			receipt_num: '10234',
			machine_num: '02',
			employee_num: 'Amy',
			consumption_date: '2024-03-15',
			consumption_time: '14:22',
			total_amount: '113.40',
			paid_amount: '120.00',
			change: '6.60',
			discount: '12.60',
		},
		rows: [
			['Cappuccino', '2', '', '60.00'],
			['CheeseCake', '1', '', '38.00'],
			['IcedAmericano', '1', '', '28.00'],
		],
	},
	{
		kind: 'convenience store: an index, no heads, x2 and price below the name',
		text: `
# 好又多便利店
日期:2023-06-18      时间:08:15
票号:A0031      店员:03
================================
1 可口可乐500ml
  x2          3.50       7.00
2 双汇火腿肠
  x5          1.20       6.00
3 盼盼法式小面包
  x1          9.90       9.90
================================
总计(8件)               ￥22.90
支付宝                   ￥22.90
`,
		fields: {
			shop_name: '好又多便利店',
			receipt_num: 'A0031',
			employee_num: '03',
			consumption_date: '2023-06-18',
			consumption_time: '08:15',
			total_amount: '22.90',
			paid_amount: '22.90',
			currency: '人民币',
		},
		rows: [
			['可口可乐500ml', '2', '3.50', '7.00'],
			['双汇火腿肠', '5', '1.20', '6.00'],
			['盼盼法式小面包', '1', '9.90', '9.90'],
		],
	},
	{
		kind: 'pharmacy: a column of specifications, two payments that make up the total',
		text: `
       国大药房
    国药控股国大药房浦东店
销售单号:GD2024010100088
日期:2024/01/01 16:30:05
收银员:0231 张敏
商品名称       规格       数量  单价   金额
感冒灵颗粒     10g*9袋     2盒  15.50  31.00
医用棉签       50支/包     1包   5.00   5.00
------------------------------------
合计金额:36.00元   大写:叁拾陆元整
医保个人账户:30.00元
现金支付:6.00元
执业药师:李明
`,
		fields: {
			shop_name: '国大药房',
			receipt_num: 'GD2024010100088',
			employee_num: '0231张敏',
			consumption_date: '2024-01-01',
			consumption_time: '16:30:05',
			total_amount: '36.00',
			paid_amount: '36.00',
			currency: '人民币',
		},
		rows: [
			['感冒灵颗粒', '2', '15.50', '31.00'],
			['医用棉签', '1', '5.00', '5.00'],
		],
	},
	{
		kind: 'card slip: a merchant behind a label, no goods',
		text: `
      银联POS签购单
商户名称:杭州西湖茶叶商行
商户编号:898330154110001
终端编号:00001234   操作员:01
卡号:6222 **** **** 1234
交易类型:消费
批次号:000012  凭证号:000345
参考号:123456789012
日期/时间:2023/09/10 15:33:20
金额:RMB 256.00
备注:
持卡人签名:
`,
		fields: {
			shop_name: '杭州西湖茶叶商行',
			machine_num: '00001234',
			employee_num: '01',
			consumption_date: '2023-09-10',
			consumption_time: '15:33:20',
			total_amount: '256.00',
			currency: '人民币',
		},
		rows: [],
	},
	{
		kind: 'grocery: a column of discounts',
		text: `
# 盒马鲜生
盒马鲜生(金桥店)
小票号:8800123456789012
收银台:S03
交易时间:2024-05-01 10:11:12
商品      单价   数量    折扣    金额
阿根廷红虾 59.90   1    10.00   49.90
有机西兰花  8.90   2     0.00   17.80
三文鱼刺身 68.00   1     8.00   60.00
商品总数:4
商品总额:145.70
优惠总额:18.00
实付金额:127.70
付款方式:盒马APP支付 127.70
`,
		fields: {
			shop_name: '盒马鲜生',
			receipt_num: '8800123456789012',
			machine_num: 'S03',
			consumption_date: '2024-05-01',
			consumption_time: '10:11:12',
			total_amount: '145.70',
			paid_amount: '127.70',
			discount: '18.00',
			currency: '',
		},
		rows: [
			['阿根廷红虾', '1', '59.90', '49.90'],
			['有机西兰花', '2', '8.90', '17.80'],
			['三文鱼刺身', '1', '68.00', '60.00'],
		],
	},
	{
		kind: 'a discount between the goods is a row of theirs, no prices',
		text: `
   罗森LAWSON
上海延安西路店
2024年2月3日(六)  07:45  #4
No.0045123  责任者:18
鸡蛋灌饼         1   8.00
 饮料          1   5.00
 套餐优惠          -2.00
酸奶            2  13.60
合  计              24.60
数字人民币          24.60
`,
		fields: {
			shop_name: '罗森LAWSON',
			receipt_num: '0045123',
			consumption_date: '2024-02-03',
			consumption_time: '07:45',
			total_amount: '24.60',
			paid_amount: '24.60',
			discount: '',
		},
		rows: [
			['鸡蛋灌饼', '1', '', '8.00'],
			['饮料', '1', '', '5.00'],
			['套餐优惠', '', '', '-2.00'],
			['酸奶', '2', '', '13.60'],
		],
	},
	{
		kind: 'warehouse: sizes in names, date and numbers at the end',
		text: `
      山姆会员商店
会员号:9999****1234
01 牛肉卷 1.2kg
          1    99.80    99.80
02 瑞士卷
          2    58.00   116.00
03 烤鸡
          1    39.90    39.90
应付总额                255.70
优惠券                   20.00
实付总额                235.70
收银员:E2001  机台:07
2024-07-08 18:18
交易序号:778899
`,
		fields: {
			shop_name: '山姆会员商店',
			receipt_num: '778899',
			machine_num: '07',
			employee_num: 'E2001',
			consumption_date: '2024-07-08',
			consumption_time: '18:18',
			total_amount: '255.70',
			paid_amount: '235.70',
			discount: '20.00',
			change: '',
		},
		rows: [
			['牛肉卷1.2kg', '1', '99.80', '99.80'],
			['瑞士卷', '2', '58.00', '116.00'],
			['烤鸡', '1', '39.90', '39.90'],
		],
	},
	{
		kind: 'fast food: price*quantity below the name, 收款 before an amount',
		text: `
  真功夫
订单号:88123  取餐号:A56
收银机:3
香汁排骨饭
          28.0*1        28.00
冬菇鸡腿肉饭
          26.5*2        53.00
外带盒
           1.0*3         3.00
合计:84.00
优惠:4.00
应收:80.00
收款:100.00  找回:20.00
2023-12-12 12:12:12
`,
		fields: {
			shop_name: '真功夫',
			receipt_num: '88123',
			machine_num: '3',
			employee_num: '',
			consumption_date: '2023-12-12',
			consumption_time: '12:12:12',
			total_amount: '84.00',
			paid_amount: '100.00',
			change: '20.00',
			discount: '4.00',
		},
		rows: [
			['香汁排骨饭', '1', '28.0', '28.00'],
			['冬菇鸡腿肉饭', '2', '26.5', '53.00'],
			['外带盒', '3', '1.0', '3.00'],
		],
	},
	{
		kind: 'market: labels in one row above their values, codes before names',
		text: `
       天天鲜果蔬
    地址:南京市鼓楼区中山北路105号
电话:025-83201234
日期    时间    机号   收银    单号
24-05-18 17:03  02     0011   240518000356
货号   品名     重量   单价   金额
0012   香蕉     0.856  5.98    5.12
0035   西瓜     4.210  3.60   15.16
0108   草莓     0.502  25.80  12.95
数量合计 3        金额合计 33.23
优惠 0.23         应付 33.00
现金 50.00        找零 17.00
`,
		fields: {
			shop_name: '天天鲜果蔬',
			receipt_num: '240518000356',
			machine_num: '02',
			employee_num: '0011',
			consumption_date: '2024-05-18',
			consumption_time: '17:03',
			total_amount: '33.23',
			paid_amount: '50.00',
			change: '17.00',
			discount: '0.23',
		},
		rows: [
			['香蕉', '0.856', '5.98', '5.12'],
			['西瓜', '4.210', '3.60', '15.16'],
			['草莓', '0.502', '25.80', '12.95'],
		],
	},
	{
		kind: 'hotel: a column of dates',
		text: `
     如家酒店
   结账单
房号:8302   姓名:王**
单号:FJ20231001
日期        项目      金额
2023-10-01  房费     268.00
2023-10-02  房费     288.00
2023-10-02  早餐      36.00
消费合计            592.00
押金                600.00
退款                  8.00
操作员:前台01
打印时间:2023-10-03 11:20
`,
		fields: {
			shop_name: '如家酒店',
			receipt_num: 'FJ20231001',
			employee_num: '前台01',
			print_date: '2023-10-03',
			print_time: '11:20',
			total_amount: '592.00',
			consumption_date: '',
		},
		rows: [
			['房费', '', '', '268.00'],
			['房费', '', '', '288.00'],
			['早餐', '', '', '36.00'],
		],
	},
	{
		kind: 'drugstore: quantity @ price, a branch behind 店名, a discount among the goods',
		text: `
WATSONS 屈臣氏
店名:上海南京东路店
收银员:A123  POS:3
销售单号:30012345678
2023/12/24 21:05
妮维雅润唇膏
  1 @ 29.90               29.90
欧莱雅洗发露 400ML
  2 @ 59.00              118.00
  会员价优惠             -18.00
棉签
  1 @ 9.90                 9.90
合计 4 件              RMB139.80
支付宝                    139.80
`,
		fields: {
			shop_name: 'WATSONS屈臣氏',
			receipt_num: '30012345678',
			machine_num: '3',
			employee_num: 'A123',
			total_amount: '139.80',
			paid_amount: '139.80',
			currency: '人民币',
		},
		rows: [
			['妮维雅润唇膏', '1', '29.90', '29.90'],
			['欧莱雅洗发露400ML', '2', '59.00', '118.00'],
			['会员价优惠', '', '', '-18.00'],
			['棉签', '1', '9.90', '9.90'],
		],
	},
	{
		kind: 'petrol station: heads without a name, the name behind a label',
		text: `
      中国石化
  中国石化销售公司江苏分公司
      南京雨花加油站
流水号:00088912   班次:2
日期:2024/02/10 时间:08:30:15
油枪:05  油品:92号汽油
单价     升数     金额
7.65    40.00    306.00
折扣:6.00
应付:300.00
付款方式:加油卡
卡号:1000113200012345
加油员:016
`,
		fields: {
			shop_name: '中国石化',
			receipt_num: '00088912',
			employee_num: '016',
			consumption_date: '2024-02-10',
			consumption_time: '08:30:15',
			total_amount: '300.00',
			discount: '6.00',
			paid_amount: '',
		},
		rows: [['92号汽油', '40.00', '7.65', '306.00']],
	},
	{
		kind: 'bookshop: codes above, list prices and rates',
		text: `
    新华书店
 购 书 小 票
店号:0101  款台:03  收款员:1021
书名            定价  数量  折扣率  金额
9787020002207
红楼梦(上下)    59.70   1   90%    53.73
9787108009821
万历十五年      18.00   2   100%   36.00
品种:2  册数:3
码洋:95.70  实洋:89.73
应收:89.73 实收:100.00 找零:10.27
2021-06-01 15:15:15
票号:0101030045
`,
		fields: {
			shop_name: '新华书店',
			receipt_num: '0101030045',
			machine_num: '03',
			employee_num: '1021',
			total_amount: '95.70',
			paid_amount: '100.00',
			change: '10.27',
		},
		rows: [
			['红楼梦(上下)', '1', '59.70', '53.73'],
			['万历十五年', '2', '18.00', '36.00'],
		],
	},
	{
		kind: 'bakery: amounts below quantities, two payments',
		text: `
好利来
Holiland
北京望京店  010-64701234
单据号：HL-889912
时间：2024.04.04 16:16
收银：孟
───────────────
半熟芝士(原味)   1盒
                  ¥39.00
北海道蛋糕       2个
                  ¥56.00
───────────────
合计              ¥95.00
礼品卡            ¥50.00
微信支付          ¥45.00
`,
		fields: {
			shop_name: '好利来',
			receipt_num: 'HL-889912',
			employee_num: '孟',
			total_amount: '95.00',
			paid_amount: '95.00',
		},
		rows: [
			['半熟芝士(原味)', '1', '', '39.00'],
			['北海道蛋糕', '2', '', '56.00'],
		],
	},
];

const views: ReadonlyArray<readonly [string, View]> = [
	['lies flat', {}],
	[
		'is tilted, in perspective, with its blanks lost',
		{ tilt: -4, perspective: [0.12, 0.1], losesBlanks: true },
	],
];

const compact = (text: string) => text.replace(/\s+/gu, '');

describe.each(views)('a slip that %s', (_, view) => {
	test.each(slips)('$kind', ({ text, fields, rows }) => {
		const { shop_name, table, ...read } = readReceipt(pageOf(text, view));
		const cells = table.map(({ product, quantity, unit_price, subtotal_amount }) => [
			compact(product),
			quantity,
			unit_price,
			subtotal_amount,
		]);
		expect({ shop_name: compact(shop_name), ...read }).toMatchObject({
			...fields,
			table_row_num: rows.length,
		});
		expect(cells).toEqual(rows);
	});
});

describe('a receipt', () => {
	test('without anything readable has all documented fields, empty', () => {
		const empty = readReceipt({ width: 10, height: 10, boxes: [] });
		expect(empty).toMatchObject({ shop_name: '', total_amount: '', table_row_num: 0, table: [] });
		expect(Object.keys(empty)).toHaveLength(16);
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

	test('a name that broke off for lack of room goes on, an article number below a name does not', () => {
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
