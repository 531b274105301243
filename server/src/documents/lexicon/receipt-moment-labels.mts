import { words, type LabelGroup } from './labels.mts';
import type { ReceiptLabel } from './receipt-label.mts';

type Group = LabelGroup<ReceiptLabel>;

/** Labels of dates and times. */
export const moments: readonly Group[] = [
	{
		field: 'moment',
		kind: 'moment',
		rank: 1,
		labels: words(`
			消费日期 消费时间 称重时间 称重日期 计量时间 交易日期 交易时间 交易日期时间 销售日期 销售时间
			购物日期 购物时间 购买日期 购买时间 收银日期 收银时间 收款日期 收款时间 结账日期 结账时间
			结帐日期 结帐时间 结账 结帐 结算日期 结算时间 付款日期 付款时间 支付日期 支付时间 小票日期
			小票时间 买单时间 埋单时间 买单 埋单 结单 结单时间 收费时间 收费日期 缴费时间 缴费日期
			收款时点 收衣日期 收件日期 收件时间 消费日期时间 操作日期 操作时间 开单日期时间 成交时间
			加油时间 TRANSDATE TRANSTIME TRANSACTIONDATE TRANSACTIONTIME SALEDATE PAYMENTTIME PAYTIME
			CLOSED CLOSEDAT CHECKCLOSED 扣款时间 扣费时间 刷卡时间 购票时间 购票日期 售卡日期 售卡时间
			售票时间 售票日期 取单时间 收单时间 收货款时间 支付成功时间 付款成功时间 交易完成时间 完成时间
			订单完成时间 退货日期 退货时间 退款时间 退款日期 寄件时间 寄件日期 收寄时间 揽收时间 SALETIME
			SALESDATE SALESTIME CLOSE CLOSETIME CLOSEDTIME CLOSEDATE CHECKCLOSE PURCHASEDATE PURCHASETIME
			PAIDAT PAIDON SETTLED C/OTIME 购货日期 购货时间 惠顾日期 交易日 销售日 结账日 收银日 售出时间
			记录时间 记账时间 充值时间
		`),
	},
	{
		field: 'moment',
		kind: 'moment',
		rank: 2,
		labels: words(`
			日期 时间 日期时间 日期/时间 时间日期 DATE TIME DATE/TIME DATETIME DATE&TIME DT
		`),
	},
	{
		field: 'moment',
		kind: 'moment',
		rank: 3,
		labels: words(`
			单据日期 单据时间 订单日期 订单时间 下单 点单 开单 下单日期 下单时间 点单时间 点餐时间
			点菜时间 开单日期 开单时间 制单日期 制单时间 开票日期 开票时间 出票日期 出票时间 账单日期
			账单时间 营业日期 营业日 业务日期 结束时间 结束 买单结束 离店时刻 出场时间 离场时间 出场
			驶出时间 点单 办理时间 办理日期 记账日期 创建时间 ORDERTIME ORDERDATE BILLDATE INVOICEDATE
			BUSINESSDATE 下机 下机时间 下钟 下钟时间 落单时间 落单日期 发生时间 发生日期 充电结束时间
			结束充电 接单时间 还车时间 退房时间 出库日期 出库时间 出库 出站时间 下车时间 驶离时间 出口时间
		`),
	},
	{
		field: 'moment',
		kind: 'moment',
		rank: 4,
		labels: words(`
			开房 开房时间 开包 开包时间 开包厢 开台时间 开台日期 开台 入座 入座时间 到店时间 就餐时间
			用餐时间 用餐日期 OPENED OPENEDAT OPENTIME 入店 入店时间 上机 上机时间 上钟 上钟时间
			CHECKOPENED CHECKOPEN 就诊日期 借书日期 借阅日期 提货日期 送货日期 送货时间 乘车日期 乘车时间
			上车时间 核销时间 领取时间 体检日期 取货日期 收货时间 交货日期 服务时间 发药时间
		`),
	},
	{
		field: 'printed',
		kind: 'moment',
		rank: 1,
		labels: words(`
			打印日期 打印时间 打印日期时间 打印 打印于 打单日期 打单时间 出单日期 出单时间 印单时间
			印刷时间 补打日期 补打时间 补打 重打时间 重打日期 重印时间 小票打印时间 小票打印日期 PRINTDATE
			PRINTTIME PRINTEDAT PRINTEDON PRINTED PRINT PRINTEDTIME PRINTEDDATE REPRINT REPRINTED 打票时间
			打票日期 打印日 打印时刻 打印日期/时间 PRINTEDDATE/TIME PRINTAT PRINTON 列印 列印日期 列印时间
			列印于 印发时间 制表时间 制表日期
		`),
	},
	{
		field: 'otherMoment',
		kind: 'moment',
		rank: 1,
		labels: words(`
			预计送达 预计送达时间 期望送达时间 期望送达 送达时间 配送时间 取货时间 取餐时间 自提时间
			预约时间 有效期 有效期至 有效期限 有效日期 使用期限 到期时间 到期日期 到期日 截止日期 截止时间
			退货期限 原销售日期 原交易日期 原消费日期 原购买日期 原小票日期 退换货截止日期 退货截止
			生产日期 保质期 保质期至 失效日期 入场时间 进场时间 开始时间 停车时长 停车时间 入住时间
			入住日期 离店时间 离店日期 入住 离店 到店 抵店 抵店时间 到店日期 取镜日期 取件日期 取衣日期
			起始日期 活动时间 活动日期 营业时间 包装日期 包装时间 出生日期 生日 开卡日期 积分有效期
			积分有效期至 上菜时间 用餐时长 时长 开奖时间 兑奖期 OPENINGHOURS BUSINESSHOURS EXPIRY
			EXPIRYDATE VALIDUNTIL VALIDTHRU BESTBEFORE PICKUPTIME 入场 进场 驶入时间 驶入 进站时间
			入库时间 充电开始时间 开场时间 开场 放映时间 放映日期 场次 场次时间 演出时间 演出日期 发车时间
			出发时间 取车时间 还书日期 应还日期 预产期 复诊时间 复诊日期 下次保养 下次保养日期 下次免疫
			下次复诊 抵店日期 ARR DEP ARRIVAL DEPARTURE CHECKIN CHECKOUT CHECKINDATE CHECKOUTDATE
		`),
	},
];
