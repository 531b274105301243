import { compounds, lexiconOf, words } from './labels.mts';

/** What a column of a table holds. `extra` columns are recognised so that they are not taken for another. */
export type ColumnRole =
	| 'name'
	| 'quantity'
	| 'price'
	| 'amount'
	| 'specification'
	| 'unit'
	| 'taxRate'
	| 'taxAmount'
	| 'discount'
	| 'listPrice'
	| 'index'
	| 'code'
	| 'extra';

/** Numbers of goods, which share a head with their names: 款号/品名. */
const codes =
	'条码 条形码 商品条码 国际条码 编码 商品编码 编号 商品编号 代码 商品代码 货号 商品货号 品号 款号 款式 型号 书号 ISBN 序号';
const names =
	'品名 名称 商品 商品名 商品名称 货品 货品名称 产品 产品名称 货名 书名 菜名 菜品 物品 项目';

/** Words at the head of columns, which also stand before a figure within a row of goods. */
export const columnLexicon = lexiconOf<ColumnRole>([
	{
		field: 'name',
		kind: 'text',
		rank: 1,
		labels: words(`
			品名 商品全名 货品全名 品名全称 花材 点心 卡种 票种 券种 菜肴 菜点 菜品名 食品 食品名称 货品名
			品种 收费名称 点单内容 餐点 饮品 酒水 套餐/商品 商品/服务 商品名称/规格/厂家 费用项目 费用名称
			种类 业务种类 业务名称 业务类型 点心名称 书名 商品描述 商品说明 衣物名称 衣物 产品描述 书刊名
			图书名称 书刊名称 片名 影片 线路 商品名称 商品名 名称 商品 货名 货品 货品名称 品项 品名/条码
			条码/品名 商品/条码 编码/品名 品名/编码 货号/品名 品号/品名 商品信息 商品明细 商品编码/名称
			商品编码/品名 品名规格 品名及规格 品名/规格 名称/规格 名称规格 商品名称/规格 商品名称规格
			药品名称 药品 药名 药品名称/规格 药品名称规格 菜品 菜名 菜品名称 菜式 菜单 菜品/规格 餐品
			餐品名称 品目 产品 产品名称 物品 物品名称 项目 项目名称 服务项目 消费项目 收费项目 油品
			油品名称 油品型号 油品号 油品种类 燃油 燃油种类 货物名称 货物或劳务名称 货物或应税劳务名称
			货物或应税劳务、服务名称 货物或应税劳务,服务名称 货物或应税劳务服务名称 应税劳务名称
			货物劳务名称 货物及劳务名称 货物及劳务 货物劳务 货物或劳务 货物或服务 商品或服务 项目内容
			开票项目 商品或服务名称 劳务名称 服务名称 内容 摘要 经营项目 收费项目名称 收费内容 服务内容
			业务内容 DESCRIPTION ITEM ITEMS ITEMNAME PRODUCT NAME GOODS ARTICLE DESC DESCR PARTICULARS
		`),
	},
	{
		field: 'name',
		kind: 'text',
		rank: 1,
		labels: [...compounds(codes, names, '/'), ...compounds(names, codes, '/')],
	},
	{
		field: 'quantity',
		kind: 'count',
		rank: 1,
		labels: words(`
			数量 人数 商品数量 购买数量 交易数量 工时 工时数 钟数 场数 节数 用电量 电量 电量(度) 充电量
			充电电量 数目 量 位数 时数 只数 桶数 份/数 数量/份 数(量) 册数 本数 张数 数量/重量 数量(重量)
			重量/数量 数量/KG 数 件数 份数 重量 重量(KG) 净重 斤数 个数 数目 QTY QUANTITY QTY. QNTY
			重量/件 数量(件) 数量(份) 数量(斤) 次数 天数 升数 面积 计费面积 建筑面积 用量 用水量 用电量
			计费数量 吨数 时长 小时数 加油量 加油量(L) 加油量(升) 升量 加油升量 加油升数 加油数量 加油体积
			油量 油量(L) 升数(L) 体积 体积(L) 公升 公升数 LITRES VOLUME 油量(升) 数量(升) 销量 点数 PCS
			毛重 克重 重量(克) 重量(斤) 公斤 斤两 份量
		`),
	},
	{
		field: 'price',
		kind: 'amount',
		rank: 1,
		labels: words(`
			单价 面值 面额 元/百克 元/100G 元/斤 元/公斤 元/KG 元/千克 元/份 元/件 租金 商品单价 商品价格
			票价 电价 油价 油品单价 单价(元/L) 单价(元/KG) 单价(元/千克) 单价(元/公斤) 价钱 单位价 单价/份
			售价 零售价 价格 现价 实价 单价(元) 单价(RMB) 单价/元 销售价 折后价 实售价 成交价 优惠价
			折后单价 实际单价 销售单价 价 UNITPRICE PRICE U/PRICE UPRICE U.PRICE @PRICE UNITPRICE(RMB)
			单价(元/升) 单价(元/斤) 标准
		`),
	},
	{
		field: 'amount',
		kind: 'amount',
		rank: 1,
		labels: words(`
			金额 银码 租金小计 退款 退款金额 退货金额 退款额 实退金额 加油金额 油款 共计 计 钱数 价款
			消费额 费用(元) 总计 应付 应付金额 小结 资费 费用 邮资 实售 小计 实洋 金额(元) 小计(元)
			金额(RMB) 金额/元 小计金额 销售金额 商品金额 金额小计 总价 合计 应收金额 应收 实收金额 实收
			实付 折后金额 实售金额 总额 合计金额 收费金额 消费 借方 CHARGES DEBIT AMOUNT AMT AMT. TOTAL
			SUBTOTAL SUM AMOUNT(RMB) AMOUNT(¥) LINETOTAL
		`),
	},
	{
		field: 'specification',
		kind: 'text',
		rank: 1,
		labels: words('规格 规格型号 型号 规格/型号 药品规格 单位/规格 包装规格 包装 型号规格 SPEC'),
	},
	{
		field: 'unit',
		kind: 'text',
		rank: 1,
		labels: words('单位 面积单位 计量单位 计价单位 UNIT UOM'),
	},
	{
		field: 'taxRate',
		kind: 'text',
		rank: 1,
		labels: words('税率 税率/征收率 征收率 税率(%) 税率征收率 TAXRATE'),
	},
	{
		field: 'taxAmount',
		kind: 'amount',
		rank: 1,
		labels: words('税额 税额(元) 税金 TAX TAXAMOUNT'),
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 1,
		labels: words(`
			折扣 优惠 折让 折扣额 优惠额 折扣金额 优惠金额 让利 折扣率 折 立减 DISC DISCOUNT
		`),
	},
	{
		field: 'listPrice',
		kind: 'amount',
		rank: 1,
		labels: words('原价 原单价 吊牌价 标价 定价 市场价 正价 会员价 牌价 ORIGINAL'),
	},
	{ field: 'index', kind: 'count', rank: 1, labels: words('序号 序 行号 编 项次 # NO NO. SN') },
	{
		field: 'code',
		kind: 'code',
		rank: 1,
		labels: words(`
			条码 款号 条形码 商品条码 编码 商品编码 货号 品号 商品编号 商品号 商品代码 代码 编号 国际码
			店内码 SKU CODE BARCODE ITEMNO
		`),
	},
	{
		field: 'extra',
		kind: 'text',
		rank: 1,
		labels: words(`
			付款 贷方 CREDIT CREDITS PAYMENTS 日期 时间 DATE TIME 消费日期 批号 生产批号 有效期至 有效期
			效期至 产地 厂家 生产厂家 生产企业 有效期 效期 备注 口味 做法 类别 分类 颜色 尺码 技师 发型师
			美容师 医保等级 等级 科室 服务员 桌号 房号 营业员 专柜 类型 状态 税 批次 品牌 油枪号 枪号
			车牌号 建筑服务发生地 发生地 建筑项目名称 不动产单元代码 产权证书号 产权证书/不动产权证号
			不动产权证号 不动产地址 租赁期起止 租赁期 跨地市标志 出行人 有效身份证件号 出行日期 出发地
			到达地 交通工具类型 运输工具种类 运输工具牌号 起运地 运输货物名称 通行日期起 通行日期止
		`),
	},
]);
