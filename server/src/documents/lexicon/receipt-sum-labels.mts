import { compounds, words, type LabelGroup } from './labels.mts';
import type { ReceiptLabel } from './receipt-label.mts';

type Group = LabelGroup<ReceiptLabel>;

/** Labels of the sums below the goods. */
export const sums: readonly Group[] = [
	{
		field: 'total',
		kind: 'amount',
		rank: 1,
		labels: words(`
			合计 总言计 一共 拢共 合共 总共计 票款 票款合计 餐品金额 餐品合计 餐品总额 餐品总价 餐费
			餐费总计 退货合计 退款合计 合计退款 退款总计 退货总计 退货总额 退款总额 码洋 码洋合计 总码洋
			实洋合计 合计金额 总计 总计金额 总额 总金额 合计总额 金额合计 金额总计 消费金额 消费合计
			消费总额 消费总计 消费总金额 应收合计 合计应收 应付合计 合计应付 商品合计 商品总额 商品金额
			商品总价 商品总计 销售合计 销售金额 销售总额 小票合计 小票金额 订单金额 订单总额 订单合计
			订单总价 订单总计 账单合计 账单金额 账单总额 帐单金额 总价 共计 共计金额 总共 购物金额
			购物合计 购物总额 本次消费 本次消费金额 本单合计 本单金额 菜品合计 菜金合计 菜品金额 菜品总额
			餐费合计 费用合计 货款合计 药费合计 票面金额 交易总额 交易合计 TOTAL TOTALAMOUNT TOTALAMT
			TOTALSUM AMOUNTTOTAL GRANDTOTAL TOTALSALES TOTALPRICE TOTALDUE TOTALRMB TTL 价税合计 货款
			货款总额 货款金额 货物总价 费用总计 费用总额 合计总价 金额总额 应收总金额 销售总金额
			商品总金额 项目合计 TOTAL(RMB) TOTALCNY TOTALHKD BILLTOTAL CHECKTOTAL ORDERTOTAL SALETOTAL
			SALESTOTAL NETSALE 成交金额 成交额 成交总额 成交总价 成交合计 成交价合计 销售额 菜金 全价
			总费用 停车总费用 总停车费 应缴费用 房费合计 房价合计 消费额 票价合计 总收费 收费合计 收费金额
			收费总额 总消费 用餐合计 点餐合计 吊牌总额 吊牌金额 零售金额 零售总额 总零售价 总值 总数额
			实计 单据总额 货品总值 总结 GROSSTOTAL GROSSAMOUNT
		`),
	},
	{
		field: 'total',
		kind: 'amount',
		rank: 2,
		labels: words(`
			共 原价合计 原价总额 原价 折前金额 折前合计 折前总额 优惠前金额 优惠前合计 优惠前 优惠前总额
			打折前 折扣前 折前 原总价 GROSS 总额(元) 交易金额 金额 AMOUNT AMT 小写 小写金额 金额小写
			合计小写 (小写) 合计(小写) 金额(小写) 总金额小写
		`),
	},
	{
		field: 'subtotal',
		kind: 'amount',
		rank: 1,
		labels: words(`
			小计 小计金额 商品小计 菜品小计 餐品小计 货品小计 消费小计 食品小计 餐饮小计 小结 SUBTOTAL
			SUB-TOTAL SUBTTL STOTAL
		`),
	},
	{
		field: 'payable',
		kind: 'amount',
		rank: 1,
		labels: words(`
			应收 应交 应交款 应交金额 应缴 应缴款 应退 应退金额 应退款 应退总额 应退合计 实洋 实洋应付
			应收金额 应收款 应收总额 应收总计 应收额 应付 应付金额 应付款 应付总额 应付总计 应付额 应付价
			待付 待付金额 待支付 待收 需付 需付金额 需付款 需支付 还需支付 实际应收 实际应付 实应收 折后
			折后金额 折后应收 折后应付 折后合计 折后总额 折后价 优惠后金额 优惠后应付 优惠后 优惠价合计
			净额 净应收 净金额 净销售额 净销售 折实 折实金额 抹零后 抹零后金额 实售金额 实售合计 打折后
			打折后金额 应收现金 应收净额 应付净额 活动后金额 券后 券后价 券后金额 会员价合计 应缴总额
			结算总额 结账总额 宝际应付金额 宝际应付 结算金额 结账金额 AMOUNTDUE BALANCEDUE NETTOTAL
			NETAMOUNT NET PAYABLE AMOUNTPAYABLE TOTALPAYABLE DUE BALANCE NETSALES
		`),
	},
	{
		field: 'paid',
		kind: 'amount',
		rank: 1,
		labels: words(`
			实收 宝收 宝付 退款 实交 实交款 实交金额 实缴 实缴款 现付 到付 实退 实退金额 实退款 实退现金
			实退总额 已退 已退金额 已退款 退现金 退还现金 退还金额 退款金额 扣卡 卡扣 卡扣金额 扣款
			扣款金额 扣卡金额 卡扣款 扣费 扣费金额 刷卡扣款 实扣 实扣金额 实收金额 实收款 实收总额
			实收合计 实收额 实收现金 实付 实付金额 实付款 实付租金 实收租金 实付费用 实收费用 实付房费
			实收货款 实付总额 实付合计 实付额 合计实收 合计实付 实际支付 实际支付金额 实际付款
			实际付款金额 实际收款 实际收入 付款 付款金额 付款合计 付款总额 付款额 付款总计 已付 已付金额
			已付款 已付合计 已收 已收金额 已收款 已支付 已支付金额 收款金额 收款合计 收款总额 收款额 支付
			支付金额 支付合计 支付总额 支付总计 顾客付款 客户付款 客付 客付金额 客付款 顾客支付 客实付
			会员实付 用户实付 顾客实付 用户支付 在线支付 已在线支付 线上支付 收款 本次收款 本次付款
			本次实收 本次实付 本单收款 交款 交款金额 付现 投入 投入金额 投入现金 投币 投币金额 投币总额
			收您 收您金额 预收 收现 实收人民币 PAID PAIDAMOUNT AMOUNTPAID TENDERED AMOUNTTENDERED TENDER
			TENDERAMOUNT RECEIVED AMOUNTRECEIVED PAYMENT PAYMENTS TOTALPAID TOTALTENDERED TOTALPAYMENT
			TOTALTENDER PAIDAMT 收取 收取金额 收讫 收客 现收 缴费 缴费金额 缴款 缴款金额 收款现金 结账实收
			最终支付 最终实付 卡消费 卡付款 付账 付帐 CASHTENDER 实收RMB 收款实收 收到 收到金额 收到现金
			实收总金额 实付现金 付款实付 AMTTENDERED AMTPAID TOTALRECEIVED
		`),
	},
	{
		field: 'paid',
		kind: 'amount',
		rank: 3,
		labels: words('收'),
		standsAlone: true,
	},
	{
		field: 'change',
		kind: 'amount',
		rank: 2,
		labels: words('找'),
		standsAlone: true,
	},
	{
		field: 'change',
		kind: 'amount',
		rank: 1,
		labels: words(`
			找零 找零金额 找零额 现金找零 找赎 找回 找回金额 找补 找补金额 找钱 找还 找您 应找 应找零
			应找金额 实找 实找零 退找 退币 退币金额 出币 找零硬币 退零 找头 CHANGE CHANGEDUE CHANGEAMOUNT
			CHANGEAMT CASHCHANGE CHG YOURCHANGE 找款 找续 找续金额 找零合计 找零款 应找回 找回零钱
			找回现金 找零现金 找给 找余 找现 找退 现金找赎 现金找续 CHG. CHANGERMB
		`),
	},
	{
		field: 'capital',
		kind: 'capital',
		rank: 1,
		labels: words(`
			大写 大写金额 金额大写 合计大写 大写合计 人民币大写 总计大写 人民币(大写) 合计(大写)
			金额(大写) 合计金额(大写) 总金额(大写) 实收大写 实收金额大写 应收大写
		`),
	},
	{ field: 'currency', kind: 'text', rank: 1, labels: words('币种 货币 币别 货币种类 CURRENCY') },
];

/** Labels of what was taken off and of fees. */
export const discounts: readonly Group[] = [
	{
		field: 'discount',
		kind: 'amount',
		rank: 1,
		labels: words(`
			优惠 促销金额 促销优惠金额 促销优惠总金额 促销优惠总额 优惠金额 优惠额 优惠合计 优惠总额
			优惠总计 优惠总金额 总优惠 总优惠金额 合计优惠 共优惠 已优惠 已优惠金额 优惠减免 共减 共减免
			本单优惠 本次优惠 整单优惠 订单优惠 折扣 折扣金额 折扣额 折扣合计 折扣总额 总折扣 合计折扣
			整单折扣 全单折扣 折让 折让金额 折让合计 让利 让利金额 让利合计 减免 减免金额 减免合计 节省
			共节省 为您节省 已为您节省 节省金额 已节省 已省 共省 立省 共为您节省 您节省了 本单节省
			本次节省 DISCOUNT DISCOUNTS TOTALDISCOUNT DISC DISCOUNTAMOUNT DISCOUNTAMT DISCAMT SAVINGS
			TOTALSAVINGS YOUSAVED SAVED YOUSAVE 优免 优免金额 让价 打折 打折金额 打折优惠 优惠立减
			优惠扣减 折扣优惠 SAVING 会员省 会员已省 共优惠金额 已为您省 此单节省 本单立省 已减 已减免
			直降 折扣总计 DISC. LESS
		`),
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 2,
		labels: words(`
			会员优惠 会员折扣 会员立减 会员减免 会员让利 会员卡优惠 会员价优惠 会员专享优惠 会员折让
			会员节省 促销优惠 促销折扣 促销立减 促销让利 活动优惠 活动折扣 活动立减 活动减免 满减优惠
			满减金额 满额立减 满额减 商家优惠 商户优惠 店铺优惠 门店优惠 平台优惠 支付优惠 支付立减
			微信优惠 微信立减 支付宝优惠 支付宝立减 银行优惠 银联优惠 立减金额 立减优惠 随机立减 新人立减
			首单立减 下单立减 抵扣金额 优惠抵扣 积分抵扣 积分抵现 积分优惠 红包 红包抵扣 红包优惠 优惠券
			优惠券抵扣 优惠劵 优惠卷 券优惠 券抵扣 用券 卡券优惠 卡券抵扣 折扣券 抵用券抵扣 代金券优惠
			代金券抵扣 单品优惠 单品折扣 商品优惠 商品折扣 菜品优惠 套餐优惠 特价优惠 限时优惠 员工优惠
			员工折扣 团购优惠 其他优惠 手工优惠 手动优惠 减价 降价 折价 MEMBERDISCOUNT COUPON COUPONS
			PROMO PROMOTION VOUCHERDISCOUNT 新客立减 新客优惠 新用户立减 满减活动 商户减免 商场减免
			停车减免 免费时长抵扣 零头优惠 首单优惠 VIP优惠 VIP折扣 免单 积分扣减 积分扣除 回赠 服务费减免
			配送费减免
		`),
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 2,
		labels: compounds(
			'会员 会员卡 促销 活动 满减 商家 商户 商场 店铺 门店 平台 支付 微信 支付宝 银行 银联 员工 手工 手动 人工 经理 前台 全场 单项 单品 单件 套餐 特价 限时 团购 储值 停车 节日 生日 新人 新客 首单 老客 下单 预付 周年 开业 积分',
			'优惠 折扣 折让 立减 减免 让利 直降',
		),
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 2,
		labels: words('减 省'),
		needsColon: true,
		standsAlone: true,
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 2,
		labels: words('立减 满减 抵扣 直减'),
		endsLabels: true,
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 3,
		labels: words(`
			抹零 减零 抹零金额 抹零优惠 去零 去尾 舍零 舍去 抹分 抹角 自动抹零 四舍五入 尾数 尾数处理 零头
			ROUNDING ROUND ROUNDOFF ROUNDINGADJ 舍入 尾差 找零抹零
		`),
	},
	{
		field: 'fee',
		kind: 'amount',
		rank: 1,
		labels: words(`
			税额 税金 税费 增值税 其中税额 含税 不含税金额 税前金额 服务费 服务费金额 餐位费 茶位费 开瓶费
			包间费 包厢费 打包费 餐具费 餐盒费 打包盒 外送服务费 送餐费 包装费 配送费 运费 外送费 手续费
			最低消费 最低消费补差 TAX VAT GST SERVICECHARGE SERVICE TIP TIPS DELIVERYFEE SVCCHG 加一
			加一服务费 另加一 另加一服务费 附加费 外卖费 快递费 外卖配送费 平台服务费 茶芥 胶袋征费
			塑胶袋收费
		`),
	},
];

/** Cards that are paid with, and other purses. */
export const cards =
	'储值卡 会员卡 购物卡 礼品卡 充值卡 预付卡 提货卡 福利卡 消费卡 书卡 油卡 加油卡 餐卡 饭卡 校园卡 员工卡 市民卡 公交卡 交通卡 公务卡 一卡通 医保卡 社保卡 银行卡 信用卡 借记卡 贷记卡 储蓄卡';
const purses =
	'现金 微信 支付宝 银联 云闪付 数字人民币 数字货币 美团 抖音 京东 苏宁 余额 储值 储值余额 会员余额 账户余额 卡内余额 钱包 八达通 医保 医保账户 医保个账 医保个人账户 医保统筹 统筹 个人账户 个账 个人现金 花呗';

/** Names of means of payment: each can be a label with the amount paid by it. */
export const tenders: readonly Group[] = [
	{
		field: 'tender',
		kind: 'amount',
		rank: 1,
		labels: words(`
			现金 现金付款 八达通 八达通付款 八达通支付 MOBILEPAY OCTOPUS 钱包 电子钱包 会员钱包 现金支付
			现金付款 现金收款 现金实收 收现金 付现金 人民币 人民币现金 现钞 微信 微信支付 微信付款
			微信扫码 微信扫码支付 微信收款 微信零钱 扫码支付 扫码付 扫码付款 扫码 聚合支付 聚合码支付
			二维码支付 条码支付 移动支付 手机支付 刷脸支付 支付宝 支付宝支付 支付宝付款 支付宝扫码 花呗
			花呗分期 花呗支付 白条 京东白条 分期付款 信用支付 美团月付 月付 先用后付 数字钱包 云闪付 银联
			银联卡 银联支付 银联云闪付 银联刷卡 银联扫码 银联二维码 银行卡 银行卡支付 刷卡 刷卡金额
			刷卡支付 信用卡 借记卡 储蓄卡 贷记卡 POS刷卡 数字人民币 数币支付 储值卡 储值 储值支付
			储值卡支付 储值余额 会员卡 会员卡支付 会员储值 会员余额支付 会员支付 余额支付 卡支付 购物卡
			礼品卡 预付卡 充值卡 消费卡 提货卡 福利卡 一卡通 校园卡 饭卡 医保 医保卡 医保支付 医保账户
			医保个人账户 个人自付 自付 个人支付 个人现金 自费 自费金额 个人账户 个人账户支付 个账支付
			医保统筹 统筹支付 统筹基金 医保基金支付 社保卡 代金券 现金券 抵用券 购物券 礼券 提货券 消费券
			团购券 美团 美团支付 美团券 美团团购 大众点评 饿了么 抖音 抖音支付 抖音券 抖音团购 京东
			京东支付 翼支付 和包支付 和包 美团闪惠 口碑 闪惠 支票 转账 银行转账 挂账 签单 赊账 外币 八达通
			CASH CASHPAYMENT CASHTENDERED CASHRECEIVED WECHAT WECHATPAY WECHATPAYMENT WXPAY ALIPAY
			UNIONPAY UNIONPAYCARD CREDITCARD DEBITCARD CREDIT DEBIT CARD CARDPAYMENT BANKCARD VISA
			VISACARD MASTERCARD MASTER AMEX JCB APPLEPAY QRPAY GIFTCARD VOUCHER EFTPOS OCTOPUS MPAY 澳门通
			PAYME BOCPAY 中银支付 OCTOPUSCARD FPS 转数快 WECHATPAYHK ALIPAYHK 账户余额支付
		`),
	},
	{
		field: 'tender',
		kind: 'amount',
		rank: 1,
		labels: [
			...compounds(`${cards} ${purses}`, '支付 付款 收款 实付 扫码 扫码付'),
			...compounds(cards, '扣款 消费 刷卡'),
			...words(cards),
			...words(`
				房账 挂房账 转房账 记账 单位记账 对公转账 招行 建行 农行 工行 龙支付 建行龙支付 收钱吧
				拉卡拉 电子支付 掌上支付 网银 一网通 抵金券 华为支付 HUAWEIPAY 刷脸 刷脸付 人脸支付
				微信付款码 支付宝付款码 易办事 EPS 转数快 中银 UPI TAP&GO 礼券 易赏钱 医保账户 医保个账
				医保统筹 统筹 统筹金 个账 数字货币 银联POS 国内卡 外卡 ETC
			`),
		],
	},
	{
		field: 'paymentMethod',
		kind: 'text',
		rank: 1,
		labels: words(`
			支付方式 付款方式 支付类型 付款类型 收款方式 结算方式 结账方式 结帐方式 交易方式 支付渠道
			付款渠道 支付平台 付款 支付 结算 PAYMENTMETHOD PAYMENTTYPE PAYMETHOD PAIDBY PAYMENTMODE
			TENDERTYPE PAYTYPE
		`),
	},
];

/** Labels of counts of goods. */
export const counts: readonly Group[] = [
	{
		field: 'itemCount',
		kind: 'count',
		rank: 1,
		labels: words(`
			件数 总册数 册数 合计册数 总本数 总件数 合计件数 商品件数 商品总件数 共计件数 销售件数
			购物件数 件数合计 数量合计 合计数量 总数量 总数 商品数量 商品总数 购买数量 销售数量 总计数量
			数量总计 品种数 品项数 品种 总项数 项数 种类数 商品种类 商品种数 行数 份数 总份数 菜品数量
			菜品数 菜品总数 点数 件数总计 共计数量 商品数 SOLDITEMS 件数(件) 合计件 总共件数 QTYTOTAL
			TOTALQTY TOTALITEMS ITEMS ITEMCOUNT ITEMSSOLD TOTALQUANTITY NUMBEROFITEMS NOOFITEMS TTLQTY
			ITEMQTY
		`),
	},
];
