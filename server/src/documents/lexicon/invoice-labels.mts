import {
	compounds,
	joinedLabels,
	lexiconOf,
	words,
	type LabelGroup,
	type ValueKind,
} from './labels.mts';

/** Whose name, tax id, address or bank account a label is about. */
export type Party = 'buyer' | 'seller';
/** What is said about a party; its `contact` is its address with its telephone number. */
export type PartyPart = 'name' | 'taxId' | 'contact' | 'address' | 'phone' | 'bank';

/** What a label of an invoice can be about. */
export type InvoiceLabel =
	| `${Party}.${PartyPart}`
	| `party.${PartyPart}`
	| 'code'
	| 'number'
	| 'date'
	| 'time'
	| 'checkCode'
	| 'total'
	| 'capital'
	| 'sum'
	| 'tax'
	| 'industry'
	| 'consumption'
	| 'payee'
	| 'reviewer'
	| 'issuer'
	| 'remarks'
	| 'ticketUser'
	| 'paymentInfo'
	| 'merchantNumber'
	| 'orderNumber'
	| 'other';

const partyWords: Readonly<Record<Party, readonly string[]>> = {
	buyer: words(`
		购买方 购方 购货方 购货单位 购买单位 购货人 购买人 购买者 购货方单位 买方 买方单位 买受方 付款方
		付款单位 付款人 付款户 付款方单位 付方 顾客 客户 客户单位 顾客单位 受票方 实际受票方 受票单位
		受票人 缴款人 缴款单位 缴费人 缴费单位 交款单位 交款人 交费单位 用户 消费者 消费单位 委托方
		接受方 服务接受方 劳务接受方 承租方 付款单位(个人) 付款单位/个人 付款单位(人) 付款方(购买方)
		购买方(付款方) 购买方单位 购货单位(人) 缴款单位(人) 付款客户 买方单位/个人 旅客 乘客 住客 住户
		BUYER CUSTOMER PAYER
	`),
	seller: words(`
		销售方 销方 销货方 销货单位 销售单位 销售企业 销售商 销货人 卖方 卖方单位 卖方单位/个人 填开单位
		出卖方 收款方 收款单位 收方 收方单位 收款户 开票方 开票单位 收费单位 经营单位 营业单位 服务方
		提供方 服务提供方 劳务提供方 出租方 供货单位 供货方 供应商 执收单位 商户 商家 企业 承运人 承运方
		收款方(销售方) 销售方(收款方) 收款企业 开票企业 销售方单位 SELLER VENDOR SUPPLIER PAYEE
	`).concat(compounds('售票 承运 运输 供水 供电 供气 供热 检测', '单位')),
};

/** What can follow the word for a party. Alone, the word stands before the party's name. */
const partyEndings: Readonly<Record<PartyPart, readonly string[]>> = {
	name: [
		'',
		...words(`
			名称 及 名称及 名称及身份证号码/组织机构代码 单位 单位名称 全称 户名 姓名 信息 (盖章) (章)
			盖章 (公章) (签章) 名称(盖章) 名称(章) 抬头 NAME
		`),
	],
	taxId: words(`
		识别号 税号 纳税人识别号 纳税识别号 纳税号 税务登记号 税务登记证号 税务登记号码 纳税人税号
		纳税人代码 纳税人编码 纳税人登记号 统一社会信用代码 社会信用代码 信用代码
		统一社会信用代码/纳税人识别号 统一社会信用代码纳税人识别号 代码 登记号 识别码 税务识别号
		证件号码 TAXID
	`),
	contact: words(`
		地址、电话 地址电话 地址及电话 地址,电话 地址/电话 地址:电话 地址.电话 地址;电话 地址·电话
		地址-电话 地址、电话号码
	`),
	address: words('地址 联系地址 通讯地址 住址'),
	phone: words('电话 电话号码 联系电话 手机'),
	bank: words(`
		开户行及账号 开户行及帐号 开户行账号 开户行、账号 开户行、帐号 开户银行及账号 开户银行及帐号
		开户银行账号 开户银行 开户行 账号 帐号 银行账号 开户行/账号 银行及账号
	`),
};

/** What a party is identified by; forms name two or three of them with strokes between. */
const idWords = words(`
	纳税人识别号 统一社会信用代码 身份证明号码 身份证号码 组织机构代码 单位代码 身份证号
`);

/** Labels that leave it to their surroundings whose they are. */
const ownPartyLabels: Readonly<Record<PartyPart, readonly string[]>> = {
	name: words('名称 单位名称 公司名称 全称 单位全称 户名 姓名 抬头 发票抬头'),
	taxId: words(`
		纳税人识别号 纳税识别号 纳税人识别码 识别号 税号 单位税号 纳税号 税务登记号 税务登记证号
		税务登记号码 纳税人税号 纳税人代码 纳税人编码 纳税人登记号 统一社会信用代码 社会信用代码
		信用代码 统一社会信用代码/纳税人识别号 统一社会信用代码纳税人识别号
		纳税人识别号/统一社会信用代码 统一社会信用代码(纳税人识别号) 税务识别号 税务登记代码 TAXID TAXNO
	`).concat(joinedLabels(idWords)),
	contact: partyEndings.contact,
	address: words('地址 联系地址 通讯地址 单位地址 详细地址 住址'),
	phone: words('电话 电话号码 联系电话 单位电话'),
	bank: partyEndings.bank,
};

const partKinds: Readonly<Record<PartyPart, ValueKind>> = {
	name: 'text',
	taxId: 'taxId',
	contact: 'text',
	address: 'text',
	phone: 'text',
	bank: 'text',
};

const parts = Object.keys(partyEndings) as PartyPart[];

const parties: ReadonlyArray<LabelGroup<InvoiceLabel>> = parts.flatMap((part) => [
	...(['buyer', 'seller'] as const).map((party) => ({
		field: `${party}.${part}` as const,
		kind: partKinds[part],
		rank: 1,
		labels: partyWords[party].flatMap((word) => partyEndings[part].map((ending) => word + ending)),
	})),
	{ field: `party.${part}` as const, kind: partKinds[part], rank: 1, labels: ownPartyLabels[part] },
	{
		field: `seller.${part}` as const,
		kind: partKinds[part],
		rank: 1,
		labels: partyEndings[part].filter((ending) => ending !== '').map((ending) => `收款人${ending}`),
	},
]);

/** Where a customer is supplied. */
const supplied: LabelGroup<InvoiceLabel> = {
	field: 'buyer.address',
	kind: 'text',
	rank: 1,
	labels: words('用水地址 用电地址 用气地址 用热地址 供热地址'),
};

const capitals = words(`
	合计金额(大写) 金额合计(大写) 合计(大写) 合计人民币(大写) 合计人民币大写 人民币(大写) 人民币大写
	价税合计(大写) 总计(大写) 总金额(大写) 总计金额(大写) 金额(大写) 金额大写 大写金额 大写合计
	大写合计金额 合计大写 合计大写金额 大写 大写人民币 大写(人民币) (大写) 金额合计大写 合计金额大写
	总计大写 总计人民币(大写) 金额人民币(大写) 共计(大写) 共计人民币(大写) 实收金额(大写)
	收款金额(大写) 票价(大写) 价税合计大写 合计金额(人民币大写) 合计(人民币大写) 人民币合计(大写)
	大写总金额 大写总计 小计(大写) 收费金额(大写) 总金额大写 金额总计(大写) 应收金额(大写)
	开票金额(大写)
`);

const groups: ReadonlyArray<LabelGroup<InvoiceLabel>> = [
	{
		field: 'code',
		kind: 'code',
		rank: 1,
		labels: words('发票代码 发票代号 票据代码 代码 INVOICECODE').concat(
			compounds('所属发票 所属增值税专用发票 所属增值税普通发票', '代码'),
		),
	},
	{
		field: 'code',
		kind: 'code',
		rank: 2,
		labels: words('机打代码 机打发票代码 打印代码 电子发票代码'),
	},
	{
		field: 'number',
		kind: 'code',
		rank: 1,
		labels: words('发票号码 发票号 票据号码 发票编号 INVOICENUMBER INVOICENO'),
	},
	{
		field: 'number',
		kind: 'code',
		rank: 2,
		labels: words('号码 机打号码 机打号 机打票号 机打发票号码 打印号码 票号 NO NO. №'),
	},
	{
		field: 'date',
		kind: 'moment',
		rank: 1,
		labels: words(`
			开票日期 开具日期 填开日期 填票日期 开票日 出票日期 填制日期 开票时间 开具时间 售票日期
			售票时间 INVOICEDATE DATEISSUED
		`),
	},
	{
		field: 'date',
		kind: 'moment',
		rank: 2,
		labels: words(`
			日期 消费日期 交易日期 收费日期 收款日期 销售日期 结账日期 打印日期 机打日期 缴费日期 付款日期
			制票日期 DATE
		`),
	},
	{ field: 'time', kind: 'moment', rank: 1, labels: words('时间 开票时分 交易时间 消费时间 TIME') },
	{
		field: 'checkCode',
		kind: 'code',
		rank: 1,
		labels: words('校验码 校验号 校验号码 检验码 效验码 发票校验码 防伪校验码 查验码 CHECKCODE'),
	},
	{
		field: 'total',
		kind: 'amount',
		rank: 1,
		labels: words(`
			合计金额(小写) 金额合计(小写) 合计(小写) 合计人民币(小写) 合计人民币小写 人民币(小写)
			人民币小写 价税合计(小写) 总计(小写) 总金额(小写) 总计金额(小写) 金额(小写) 金额小写 小写金额
			小写合计 小写合计金额 合计小写 合计小写金额 小写 小写人民币 (小写) 金额合计小写 合计金额小写
			总计小写 共计(小写) 共计人民币(小写) 实收金额(小写) 收款金额(小写) 票价(小写) 小写总金额
			小写总计 收费金额(小写) 总金额小写 金额总计(小写) 应收金额(小写) 开票金额(小写)
		`),
	},
	{
		field: 'total',
		kind: 'amount',
		rank: 2,
		labels: words(`
			价税合计 合计金额 总金额 总计金额 金额合计 总计 金额总计 合计人民币 共计 共计金额 合计收款
			实收金额 实收合计 收款金额 应收金额 应收合计 收费金额 开票金额 发票金额 TOTAL TOTALAMOUNT
		`),
	},
	{
		field: 'total',
		kind: 'amount',
		rank: 3,
		labels: words('实收 应收 票价 票款 金额 车费 总价 AMOUNT'),
	},
	{ field: 'sum', kind: 'amount', rank: 1, labels: words('合计 小计') },
	{
		field: 'sum',
		kind: 'amount',
		rank: 1,
		labels: words('不含税价 不含税价(小写) 不含税价小写 不含税金额 不含税合计'),
	},
	// One sign of 合　计, where the other was lost.
	{ field: 'sum', kind: 'amount', rank: 2, labels: words('合 计') },
	{
		field: 'tax',
		kind: 'amount',
		rank: 1,
		labels: words('合计税额 税额合计 税额总计 总税额 增值税税额 增值税额 增值税'),
	},
	{ field: 'capital', kind: 'capital', rank: 1, labels: capitals },
	{ field: 'industry', kind: 'text', rank: 1, labels: words('行业分类 行业类别 行业 所属行业') },
	{ field: 'consumption', kind: 'text', rank: 1, labels: words('发票消费类型 消费类型') },
	{
		field: 'payee',
		kind: 'person',
		rank: 1,
		labels: words('收款人 收款员 收银员 收款 收费员 经办人'),
	},
	{ field: 'reviewer', kind: 'person', rank: 1, labels: words('复核 复核人 审核 审核人') },
	{
		field: 'issuer',
		kind: 'person',
		rank: 1,
		labels: words('开票人 开票 制单 填票 开票员 填票人 开单人 制单人 开具人'),
	},
	{ field: 'remarks', kind: 'text', rank: 1, labels: words('备注 附注 备注栏 摘要说明') },
	{ field: 'ticketUser', kind: 'text', rank: 1, labels: words('经办人取票用户 取票用户') },
	{ field: 'paymentInfo', kind: 'text', rank: 1, labels: words('经办人支付信息 支付信息') },
	{ field: 'merchantNumber', kind: 'text', rank: 1, labels: words('经办人商户号') },
	{ field: 'orderNumber', kind: 'text', rank: 1, labels: words('经办人订单号') },
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(`
			机器编号 机器号 机器号码 机器代码 机号 税控器号 税控机号 税控码 税控装置号 税控盘号 税控防伪码
			防伪码 防伪号 密码 密码区 密码串 验证码 查询码 查询号 查询网址 收款机号 装置号 税率
			税率或征收率 增值税税率或征收率 税额 税务机关 主管税务机关 主管税务机关及代码 税务机关代码
			代开机关 管理机关 印制批号 印制 批号 批准文号 发票联 存根联 记账联 抵扣联 开票单位盖章
			收款单位盖章 盖章 (盖章) 销售方(章) 开票单位(章) 传真 网址 项目 品名 规格 规格型号 单位 数量
			单价 单号 订单号 流水号 合同号 合同编号 车牌号 车牌号码 车号 车型 车种 里程 上车 下车 上车时间
			下车时间 乘车日期 乘车时间 发车日期 发车时间 起点 终点 等候 时间段 证号 证件号码 身份证号 房号
			人数 入住日期 离店日期 入住时间 离店时间 天数 押金 结算方式 付款方式 支付方式 服务热线
			举报电话 客服电话 咨询电话 计费时段 入口 出口 票价(元) 状态 购销方式 附加费 减免 找零 现金
			预收 单证号 提单号 收货人 发货人 收货人及 发货人及 起运地 到达地 船名 航次 货物名称 二手车市场
			二手车市场名称 车辆类型 厂牌型号 厂牌 产地 合格证号 合格证 进口证明书号 商检单号 发动机号码
			车辆识别代号 车架号 车架号码 车辆识别代号/车架号码 车架号/车辆识别代码 登记证号 车牌照号 吨位
			限乘人数 完税凭证号码 工号 柜台 用途 开户名 手机号 有效期 联次 总页数 页次 第几页 序号
		`),
	},
];

/**
 * Labels of machine-printed invoices, sheets and rolls, as tax bureaus and shops word them. Adding a
 * label is adding a word; spellings have no blanks. Earlier groups win over later ones.
 */
export const invoiceLexicon = lexiconOf<InvoiceLabel>([...groups, supplied, ...parties], {
	// The last ones belong to 购买方信息 or 销售方信息, written downwards beside the label.
	prefixes: words('本次 本单 电子 电脑 机打 发票 人民币 方 信 息'),
	suffixes: {
		amount: words('(元) 元 (RMB) (¥) 人民币 RMB'),
		capital: words('元 (元)'),
		taxId: words('号 (15位) (18位)'),
		person: words('员 人 (签章) (章)'),
	},
});
