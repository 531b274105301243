import { lexiconOf, words, type LabelGroup } from './labels.mts';

/** What a label of a receipt can be about; `other` is known and of no interest. */
export type ReceiptLabel =
	| 'shop'
	| 'receiptNumber'
	| 'machine'
	| 'employee'
	| 'moment'
	| 'printed'
	| 'otherMoment'
	| 'total'
	| 'subtotal'
	| 'payable'
	| 'paid'
	| 'tender'
	| 'paymentMethod'
	| 'change'
	| 'discount'
	| 'fee'
	| 'itemCount'
	| 'capital'
	| 'currency'
	| 'other';

type Group = LabelGroup<ReceiptLabel>;

const heads: readonly Group[] = [
	{
		field: 'shop',
		kind: 'text',
		rank: 1,
		labels: words(
			'商户名称 商户名 商家名称 超市名称 药店名称 单位名称 公司名称 MERCHANTNAME STORENAME SHOPNAME MERCHANT',
		),
	},
	{
		field: 'shop',
		kind: 'text',
		rank: 2,
		labels: words(
			'店名 店铺名称 停车场 停车场名称 车场 车场名称 油站 油站名称 加油站 站点名称 影院 影院名称 餐厅 餐厅名称 酒店名称 门店名称 门店 店铺 商户 商家 分店 销售门店 销售店铺 所属门店 STORE SHOP',
		),
	},

	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 1,
		labels: words(
			'小票号 小票号码 小票编号 小票单号 小票流水号 小票流水 小票序号 小票NO 电脑小票号 收银小票号 收据号 收据号码 收据编号 票号 票据号 票据号码 票据编号 RECEIPTNO RECEIPTNUMBER RECEIPT# RECEIPT RCPTNO RCPT# RCPT SLIPNO SLIP# TICKETNO TICKET# TICKET',
		),
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 2,
		labels: words(
			'流水号 流水单号 流水号码 流水编号 收银流水号 收银流水 收银单号 销售流水号 消费流水号 流水 单号 单据号 单据号码 单据编号 单据单号 电脑单号 销售单号 销售单 销售编号 销售号 销售小票 消费单号 结账单号 结帐单号 结算单号 结账号 购物单号 账单号 帐单号 账单编号 账单号码 帐单编号 账单 BILLNO BILL# BILL BILLNUMBER CHECKNO CHECK# CHECK CHK CHKNO CHK# INVOICENO INVOICE# INVNO INV# DOCNO DOC# TC#',
		),
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 3,
		labels: words(
			'交易号 交易序号 交易单号 交易流水号 交易流水 交易编号 交易号码 订单号 订单编号 订单号码 订单 商户订单号 订单流水号 点菜单号 点单号 开单号 出库单号 处方号 TRANSNO TRANS# TRANSACTIONNO TRANSACTION# TRANSACTIONID TRANSACTION TRANSID TRANS TRXNO TRX# TXN# TXNNO ORDERNO ORDER# ORDERNUMBER ORDERID ORDER SALENO SALE# SALESNO SEQNO SEQ# SERIALNO SERIAL#',
		),
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 4,
		labels: words('NO. NO № 编号 凭证号 参考号 检索号 REFNO REF# REF 序列号 票序号 收银序号'),
	},

	{
		field: 'machine',
		kind: 'code',
		rank: 1,
		labels: words(
			'机号 机器号 机器编号 收银机 收银机号 收银机编号 收款机 收款机号 收款机编号 POS机 POS机号 POS机编号 POS号 POS编号 POSNO POSID POS# POS 终端号 终端编号 终端机号 终端机 终端 款台 款台号 收银台 收银台号 收款台 收款台号 机台 机台号 机台编号 收银机台 设备号 设备编号 机位 机位号 款机 款机号 收银线 收银通道 TERMINAL TERMINALNO TERMINALID TERMNO TERM# TERM REGISTER REGISTERNO REGNO REG# REG TILLNO TILL# TILL MACHINENO MACHINE LANE LANENO WORKSTATION WS STATION WORKSTN',
		),
	},
	{
		field: 'machine',
		kind: 'code',
		rank: 2,
		labels: words('柜台 柜台号 柜号 档口 档口号 台席 窗口 窗口号 COUNTER DEVICE'),
	},

	{
		field: 'employee',
		kind: 'person',
		rank: 1,
		labels: words(
			'收银员 收银员号 收银员编号 收银员工号 收银员代码 收银员ID 收银 收银人 收银人员 收银工号 收费员 收费员号 检票员 售票员 收款员 收款员号 收款人 工号 员工号 员工工号 员工编号 员工 操作员 操作员号 操作人 操作工号 操作员工号 操作 结账人 结账员 结帐员 结帐人 结算员 CASHIER CASHIERNO CASHIERID CASHIER# CLERK CLERKNO CLERKID OPERATOR OPERATORID OPERATORNO OPER OPERNO OP EMPLOYEE EMPLOYEENO EMPLOYEEID EMP EMPNO EMPID EMP# STAFF STAFFNO STAFFID STAFF# USER USERID',
		),
	},
	{
		field: 'employee',
		kind: 'person',
		rank: 2,
		labels: words(
			'店员 店员号 店员编号 服务员 服务员号 服务人员 营业员 营业员号 售货员 售票员 点单员 点餐员 点菜员 点菜人 点单人 开单员 开单人 开台人 开台员 下单员 下单人 开票员 开票人 打单员 打单人 打印人 打印员 制单 制单人 制单员 经手人 经办人 经办 柜员 柜员号 值班员 接待员 接待 SERVER SERVEDBY SERVER# WAITER ATTENDANT SERVICEBY SALESASSISTANT',
		),
	},
	{
		field: 'employee',
		kind: 'person',
		rank: 3,
		labels: words(
			'导购 导购员 导购号 销售员 销售人员 销售 业务员 业务员号 店长 药师 配药员 发药 技师 美容师 发型师 营业 加油员 SALES SALESPERSON SALESMAN SALESREP MANAGER HOST',
		),
	},
];

const moments: readonly Group[] = [
	{
		field: 'moment',
		kind: 'moment',
		rank: 1,
		labels: words(
			'消费日期 消费时间 交易日期 交易时间 交易日期时间 销售日期 销售时间 购物日期 购物时间 购买日期 购买时间 收银日期 收银时间 收款日期 收款时间 结账日期 结账时间 结帐日期 结帐时间 结账 结帐 结算日期 结算时间 付款日期 付款时间 支付日期 支付时间 小票日期 小票时间 买单时间 埋单时间 收费时间 收费日期 缴费时间 缴费日期 收款时点 成交时间 加油时间 TRANSDATE TRANSTIME TRANSACTIONDATE TRANSACTIONTIME SALEDATE PAYMENTTIME PAYTIME CLOSED CLOSEDAT CHECKCLOSED',
		),
	},
	{
		field: 'moment',
		kind: 'moment',
		rank: 2,
		labels: words(
			'日期 时间 日期时间 日期/时间 时间日期 DATE TIME DATE/TIME DATETIME DATE&TIME DT',
		),
	},
	{
		field: 'moment',
		kind: 'moment',
		rank: 3,
		labels: words(
			'单据日期 单据时间 订单日期 订单时间 下单 点单 开单 下单日期 下单时间 点单时间 点餐时间 点菜时间 开单日期 开单时间 制单日期 制单时间 开票日期 开票时间 出票日期 出票时间 账单日期 账单时间 营业日期 营业日 业务日期 记账日期 创建时间 ORDERTIME ORDERDATE BILLDATE INVOICEDATE BUSINESSDATE',
		),
	},
	{
		field: 'moment',
		kind: 'moment',
		rank: 4,
		labels: words(
			'开台时间 开台日期 开台 入座时间 到店时间 就餐时间 用餐时间 用餐日期 OPENED OPENEDAT OPENTIME',
		),
	},
	{
		field: 'printed',
		kind: 'moment',
		rank: 1,
		labels: words(
			'打印日期 打印时间 打印日期时间 打印 打印于 打单日期 打单时间 出单日期 出单时间 印单时间 印刷时间 补打日期 补打时间 补打 重打时间 重打日期 重印时间 小票打印时间 小票打印日期 PRINTDATE PRINTTIME PRINTEDAT PRINTEDON PRINTED PRINT PRINTEDTIME PRINTEDDATE REPRINT REPRINTED',
		),
	},
	{
		field: 'otherMoment',
		kind: 'moment',
		rank: 1,
		labels: words(
			'预计送达 预计送达时间 期望送达时间 期望送达 送达时间 配送时间 取货时间 取餐时间 自提时间 预约时间 有效期 有效期至 有效期限 有效日期 使用期限 到期时间 到期日期 到期日 截止日期 截止时间 退货期限 退换货截止日期 退货截止 生产日期 保质期 保质期至 失效日期 入场时间 出场时间 进场时间 离场时间 停车时长 停车时间 入住时间 入住日期 离店时间 离店日期 入住 离店 起始日期 活动时间 活动日期 营业时间 服务时间 出生日期 生日 开卡日期 积分有效期 积分有效期至 上菜时间 用餐时长 时长 发药时间 开奖时间 兑奖期 OPENINGHOURS BUSINESSHOURS EXPIRY EXPIRYDATE VALIDUNTIL VALIDTHRU BESTBEFORE PICKUPTIME',
		),
	},
];

const sums: readonly Group[] = [
	{
		field: 'total',
		kind: 'amount',
		rank: 1,
		labels: words(
			'合计 码洋 码洋合计 总码洋 实洋合计 合计金额 总计 总计金额 总额 总金额 合计总额 金额合计 金额总计 消费金额 消费合计 消费总额 消费总计 消费总金额 应收合计 合计应收 应付合计 合计应付 商品合计 商品总额 商品金额 商品总价 商品总计 销售合计 销售金额 销售总额 小票合计 小票金额 订单金额 订单总额 订单合计 订单总价 订单总计 账单合计 账单金额 账单总额 帐单金额 总价 共计 共计金额 总共 购物金额 购物合计 购物总额 本次消费 本次消费金额 本单合计 本单金额 菜品合计 菜金合计 菜品金额 菜品总额 餐费合计 费用合计 货款合计 药费合计 票面金额 交易总额 交易合计 TOTAL TOTALAMOUNT TOTALAMT TOTALSUM AMOUNTTOTAL GRANDTOTAL TOTALSALES TOTALPRICE TOTALDUE TOTALRMB TTL',
		),
	},
	{
		field: 'total',
		kind: 'amount',
		rank: 2,
		labels: words(
			'原价合计 原价总额 原价 折前金额 折前合计 折前总额 优惠前金额 优惠前合计 总额(元) 交易金额 金额 AMOUNT AMT',
		),
	},
	{
		field: 'subtotal',
		kind: 'amount',
		rank: 1,
		labels: words(
			'小计 小计金额 商品小计 菜品小计 货品小计 消费小计 SUBTOTAL SUB-TOTAL SUBTTL STOTAL',
		),
	},
	{
		field: 'payable',
		kind: 'amount',
		rank: 1,
		labels: words(
			'应收 实洋 实洋应付 应收金额 应收款 应收总额 应收总计 应收额 应付 应付金额 应付款 应付总额 应付总计 应付额 应付价 待付 待付金额 待支付 待收 需付 需付金额 需付款 需支付 还需支付 实际应收 实际应付 实应收 折后 折后金额 折后应收 折后应付 折后合计 折后总额 折后价 优惠后金额 优惠后应付 优惠后 优惠价合计 净额 净应收 结算金额 结账金额 AMOUNTDUE BALANCEDUE NETTOTAL NETAMOUNT NET PAYABLE AMOUNTPAYABLE TOTALPAYABLE DUE BALANCE NETSALES',
		),
	},
	{
		field: 'paid',
		kind: 'amount',
		rank: 1,
		labels: words(
			'实收 实收金额 实收款 实收总额 实收合计 实收额 实收现金 实付 实付金额 实付款 实付总额 实付合计 实付额 合计实收 合计实付 实际支付 实际支付金额 实际付款 实际付款金额 实际收款 实际收入 付款 付款金额 付款合计 付款总额 付款额 付款总计 已付 已付金额 已付款 已付合计 已收 已收金额 已收款 已支付 已支付金额 收款金额 收款合计 收款总额 收款额 支付 支付金额 支付合计 支付总额 支付总计 顾客付款 客户付款 客付 客付金额 客付款 顾客支付 客实付 会员实付 用户实付 顾客实付 用户支付 在线支付 已在线支付 线上支付 收款 本次收款 本次付款 本次实收 本次实付 本单收款 交款 交款金额 付现 收您 收您金额 预收 收现 实收人民币 PAID PAIDAMOUNT AMOUNTPAID TENDERED AMOUNTTENDERED TENDER TENDERAMOUNT RECEIVED AMOUNTRECEIVED PAYMENT PAYMENTS TOTALPAID TOTALTENDERED TOTALPAYMENT TOTALTENDER PAIDAMT',
		),
	},
	{
		field: 'change',
		kind: 'amount',
		rank: 1,
		labels: words(
			'找零 找零金额 找零额 现金找零 找赎 找回 找回金额 找补 找补金额 找钱 找还 找您 应找 应找零 应找金额 实找 实找零 退找 退零 找头 CHANGE CHANGEDUE CHANGEAMOUNT CHANGEAMT CASHCHANGE CHG YOURCHANGE',
		),
	},
	{
		field: 'capital',
		kind: 'capital',
		rank: 1,
		labels: words(
			'大写 大写金额 金额大写 合计大写 大写合计 人民币大写 总计大写 人民币(大写) 合计(大写) 金额(大写) 合计金额(大写) 总金额(大写) 实收大写 实收金额大写 应收大写',
		),
	},
	{ field: 'currency', kind: 'text', rank: 1, labels: words('币种 货币 币别 货币种类 CURRENCY') },
];

const discounts: readonly Group[] = [
	{
		field: 'discount',
		kind: 'amount',
		rank: 1,
		labels: words(
			'优惠 优惠金额 优惠额 优惠合计 优惠总额 优惠总计 优惠总金额 总优惠 总优惠金额 合计优惠 共优惠 已优惠 已优惠金额 本单优惠 本次优惠 整单优惠 订单优惠 折扣 折扣金额 折扣额 折扣合计 折扣总额 总折扣 合计折扣 整单折扣 全单折扣 折让 折让金额 折让合计 让利 让利金额 让利合计 减免 减免金额 减免合计 节省 共节省 为您节省 已为您节省 节省金额 已节省 已省 共省 立省 共为您节省 您节省了 本单节省 本次节省 DISCOUNT DISCOUNTS TOTALDISCOUNT DISC DISCOUNTAMOUNT DISCOUNTAMT DISCAMT SAVINGS TOTALSAVINGS YOUSAVED SAVED YOUSAVE',
		),
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 2,
		labels: words(
			'会员优惠 会员折扣 会员立减 会员减免 会员让利 会员卡优惠 会员价优惠 会员专享优惠 会员折让 会员节省 促销优惠 促销折扣 促销立减 促销让利 活动优惠 活动折扣 活动立减 活动减免 满减 满减优惠 满减金额 满额立减 满额减 商家优惠 商户优惠 店铺优惠 门店优惠 平台优惠 支付优惠 支付立减 微信优惠 微信立减 支付宝优惠 支付宝立减 银行优惠 银联优惠 立减 立减金额 立减优惠 随机立减 新人立减 首单立减 下单立减 抵扣 抵扣金额 优惠抵扣 积分抵扣 积分抵现 积分优惠 红包 红包抵扣 红包优惠 优惠券 优惠券抵扣 优惠劵 优惠卷 券优惠 券抵扣 用券 卡券优惠 卡券抵扣 折扣券 抵用券抵扣 代金券优惠 代金券抵扣 单品优惠 单品折扣 商品优惠 商品折扣 菜品优惠 套餐优惠 特价优惠 限时优惠 员工优惠 员工折扣 团购优惠 其他优惠 手工优惠 手动优惠 减价 降价 折价 MEMBERDISCOUNT COUPON COUPONS PROMO PROMOTION VOUCHERDISCOUNT',
		),
	},
	{
		field: 'discount',
		kind: 'amount',
		rank: 3,
		labels: words(
			'抹零 抹零金额 抹零优惠 去零 去尾 舍零 舍去 抹分 抹角 自动抹零 四舍五入 尾数 尾数处理 零头 ROUNDING ROUND ROUNDOFF ROUNDINGADJ',
		),
	},
	{
		field: 'fee',
		kind: 'amount',
		rank: 1,
		labels: words(
			'税额 税金 税费 增值税 其中税额 含税 不含税金额 税前金额 服务费 服务费金额 餐位费 茶位费 开瓶费 包间费 包厢费 打包费 餐具费 餐盒费 打包盒 外送服务费 送餐费 包装费 配送费 运费 外送费 手续费 最低消费 最低消费补差 TAX VAT GST SERVICECHARGE SERVICE TIP TIPS DELIVERYFEE SVCCHG',
		),
	},
];

/** Names of means of payment: each can be a label with the amount paid by it. */
const tenders: readonly Group[] = [
	{
		field: 'tender',
		kind: 'amount',
		rank: 1,
		labels: words(
			'现金 现金支付 现金付款 现金收款 现金实收 收现金 付现金 人民币 人民币现金 现钞 微信 微信支付 微信付款 微信扫码 微信扫码支付 微信收款 微信零钱 扫码支付 扫码付 扫码付款 扫码 聚合支付 聚合码支付 二维码支付 条码支付 移动支付 手机支付 刷脸支付 支付宝 支付宝支付 支付宝付款 支付宝扫码 花呗 云闪付 银联 银联卡 银联支付 银联云闪付 银联刷卡 银联扫码 银联二维码 银行卡 银行卡支付 刷卡 刷卡金额 刷卡支付 信用卡 借记卡 储蓄卡 贷记卡 POS刷卡 数字人民币 数币支付 储值卡 储值 储值支付 储值卡支付 储值余额 会员卡 会员卡支付 会员储值 会员余额支付 会员支付 余额支付 卡支付 购物卡 礼品卡 预付卡 充值卡 消费卡 提货卡 福利卡 一卡通 校园卡 饭卡 医保 医保卡 医保支付 医保账户 医保个人账户 个人账户 个人账户支付 个账支付 医保统筹 统筹支付 统筹基金 医保基金支付 社保卡 代金券 现金券 抵用券 购物券 礼券 提货券 消费券 团购券 美团 美团支付 美团券 美团团购 大众点评 饿了么 抖音 抖音支付 抖音券 抖音团购 京东 京东支付 翼支付 和包支付 和包 美团闪惠 口碑 闪惠 支票 转账 银行转账 挂账 签单 赊账 外币 八达通 CASH CASHPAYMENT CASHTENDERED CASHRECEIVED WECHAT WECHATPAY WECHATPAYMENT WXPAY ALIPAY UNIONPAY UNIONPAYCARD CREDITCARD DEBITCARD CREDIT DEBIT CARD CARDPAYMENT BANKCARD VISA MASTERCARD MASTER AMEX JCB APPLEPAY QRPAY GIFTCARD VOUCHER EFTPOS OCTOPUS',
		),
	},
	{
		field: 'paymentMethod',
		kind: 'text',
		rank: 1,
		labels: words(
			'支付方式 付款方式 支付类型 付款类型 收款方式 结算方式 结账方式 结帐方式 交易方式 支付渠道 付款渠道 支付平台 付款 支付 结算 PAYMENTMETHOD PAYMENTTYPE PAYMETHOD PAIDBY PAYMENTMODE TENDERTYPE PAYTYPE',
		),
	},
];

const counts: readonly Group[] = [
	{
		field: 'itemCount',
		kind: 'count',
		rank: 1,
		labels: words(
			'件数 总册数 册数 合计册数 总本数 总件数 合计件数 商品件数 商品总件数 共计件数 销售件数 购物件数 件数合计 数量合计 合计数量 总数量 总数 商品数量 商品总数 购买数量 销售数量 总计数量 数量总计 品种数 品项数 品种 总项数 项数 种类数 商品种类 商品种数 行数 份数 总份数 菜品数量 菜品数 菜品总数 点数 件数总计 共计数量 QTYTOTAL TOTALQTY TOTALITEMS ITEMS ITEMCOUNT ITEMSSOLD TOTALQUANTITY NUMBEROFITEMS NOOFITEMS TTLQTY ITEMQTY',
		),
	},
];

const others: readonly Group[] = [
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(
			'电话 联系电话 服务电话 客服电话 客服热线 服务热线 热线 热线电话 投诉电话 咨询电话 订餐电话 订餐热线 外卖电话 手机 手机号 手机号码 联系方式 联系人 传真 TEL TELEPHONE PHONE HOTLINE FAX 地址 门店地址 店铺地址 店址 公司地址 联系地址 送货地址 配送地址 收货地址 收货人 收件人 ADDRESS ADD ADDR 网址 官网 网站 微信号 公众号 微信公众号 WEB WEBSITE EMAIL E-MAIL 邮箱',
		),
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(
			'桌号 台号 桌台 桌位 餐桌 餐台 台位 台桌 桌名 桌台号 座位 座位号 座号 牌号 号牌 房号 房间 房间号 包厢 包间 包房 取餐号 取餐码 取餐编号 取单号 取号 叫号 呼叫号 排号 排队号 取货码 取货号 核销码 人数 客数 用餐人数 就餐人数 顾客人数 宾客人数 就餐方式 用餐方式 就餐类型 班次 餐别 市别 餐段 区域 TABLE TABLENO TABLE# TBL GUEST GUESTS COVERS COVER PAX PERSONS SEAT QUEUENO PICKUPNO',
		),
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(
			'会员 会员号 会员卡号 会员编号 会员名 会员姓名 会员名称 会员等级 会员级别 会员手机 会员手机号 会员电话 会员积分 会员余额 会员卡余额 卡号 VIP VIP卡号 VIP号 顾客 顾客姓名 顾客名称 客户 客户名称 客户姓名 姓名 患者 患者姓名 性别 年龄 积分 本次积分 本单积分 消费积分 新增积分 获得积分 累计积分 积分余额 可用积分 剩余积分 当前积分 总积分 积分合计 上次积分 积分总额 原有积分 现有积分 使用积分 余额 卡余额 账户余额 帐户余额 卡内余额 剩余金额 剩余余额 储值余额 当前余额 原余额 消费前余额 消费后余额 赠送余额 本金余额 上次余额 期初余额 MEMBER MEMBERNO MEMBERID CARDNO CARD# POINTS POINTSEARNED CUSTOMER NAME',
		),
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(
			'支付流水 支付流水号 支付单号 支付订单号 支付交易号 微信单号 微信订单号 支付宝单号 支付宝订单号 商户单号 第三方单号 平台单号 外部单号 退货原因 退款原因 仓库 店号 门店号 店铺号 门店编号 店铺编号 店编号 分店号 部门 部门号 商户号 商户编号 商户代码 终端流水号 批次号 批次 授权码 授权号 系统参考号 交易参考号 发卡行 收单行 收单机构 发卡机构 交易类型 交易类别 卡类型 卡别 有效期 应用标识 操作类型 单据类型 类型 状态 渠道 来源 订单来源 平台 备注 整单备注 订单备注 说明 发票 发票号 发票代码 发票号码 税号 纳税人识别号 税率 开票码 提取码 验证码 密码 查询码 防伪码 条码 条形码 版本 页码 序号 次数 打印次数 第几联 联次 STOREID STORENO STORE# SHOPNO SHOPID BRANCH MID TID MERCHANTID BATCH BATCHNO AUTHCODE AUTHNO APPROVALCODE TRACENO TRACE AID ARQC TVR TSI REMARK REMARKS NOTE TAXNO TAXID VATNO GSTNO REGNO. SESSION SHIFT 退款 退款金额 退货金额 退货 押金 定金 订金 欠款 赊欠 未付 未付金额 未收 存零 充值 充值金额 赠送 赠送金额 服务费率 折扣率 折扣方式 加油量 油量 升数 油枪 枪号 油枪号 油品 油号 车牌 车牌号 车号 车型 司机 里程 起点 终点',
		),
	},
];

/**
 * Labels of receipts, gathered from shops' slips, cash register manuals and ocr-facts.md. Adding a
 * label is adding a word; spellings have no blanks. Earlier groups win over later ones.
 */
export const receiptLexicon = lexiconOf<ReceiptLabel>(
	[...heads, ...moments, ...sums, ...discounts, ...counts, ...tenders, ...others],
	{
		prefixes: words(
			'本次 本单 本店 本笔 本桌 共 总 订单 商品 顾客 客户 会员 用户 交易 销售 消费 小票 账单 整单 全单 餐费 药品 人民币 RMB 您的 系统 电脑 当前 门店 以上',
		),
		suffixes: {
			amount: words('金额 总额 总计 合计 款 额 款项 数额 (元) 元 RMB (RMB) (¥) (CNY) CNY 人民币'),
			code: words('号 号码 编号 代码 NO NO. ID # CODE NUMBER'),
			person: words('号 号码 编号 代码 工号 姓名 名称 NO NO. ID # CODE NAME 员'),
			moment: words('日期 时间 DATE TIME'),
			count: words('合计 总计 (件) (个) 数'),
		},
	},
);

/** Labels that end the table of goods when a row starts with one. */
export const summaryFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'total',
	'subtotal',
	'payable',
	'paid',
	'tender',
	'paymentMethod',
	'change',
	'discount',
	'fee',
	'itemCount',
	'capital',
]);
