import { words, type LabelGroup } from './labels.mts';
import type { ReceiptLabel } from './receipt-label.mts';

type Group = LabelGroup<ReceiptLabel>;

/** Labels of the shop, the slip, the register and the clerk. */
export const heads: readonly Group[] = [
	{
		field: 'shop',
		kind: 'text',
		rank: 1,
		labels: words(`
			商户名称 商户名 商家名称 超市名称 药店名称 单位名称 公司名称 MERCHANTNAME STORENAME SHOPNAME
			MERCHANT
		`),
	},
	{
		field: 'shop',
		kind: 'text',
		rank: 2,
		labels: words(`
			店名 店铺名称 停车场 停车场名称 车场 车场名称 油站 油站名称 加油站 站点名称 影院 影院名称 餐厅
			餐厅名称 酒店名称 门店名称 门店 店铺 商户 商家 分店 销售门店 销售店铺 所属门店 STORE SHOP
		`),
	},

	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 1,
		labels: words(`
			凭据号 凭据编号 凭据号码 小票号 退货单号 退货单 退款单号 退款流水号 退货流水号 小票号码
			小票编号 小票单号 小票流水号 小票流水 小票序号 小票NO 电脑小票号 收银小票号 收据号 收据号码
			收据编号 票号 票据号 票据号码 票据编号 RECEIPTNO RECEIPTNUMBER RECEIPT# RECEIPT RCPTNO RCPT#
			RCPT SLIPNO SLIP# TICKETNO TICKET# TICKET 机打票号 凭条号 凭条编号 票NO 票单号 票根号 存根号
			机制票号 回执号 回执单号 收条号 SLIPNUMBER TICKETNUMBER RECEIPTID RCPTNO. RCPTNUMBER 单据NO
			收据NO 小票序列 小票单据号
		`),
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 2,
		labels: words(`
			流水号 换货单号 换货单 租车单号 租赁单号 借用单号 交款单号 缴款单号 花单号 团单号 结账流水
			结账流水号 点单流水号 收费单号 收费编号 缴费单号 缴费流水号 票据流水号 水单号 水单 结单号
			消费编号 消费单 房单号 预结单号 出货单号 出货流水号 支付凭证号 购物码 业务单号 业务流水号
			业务流水 消费凭证号 账单流水号 结算流水号 消费记录号 记录号 消费序号 小票码 小票第 单据第 票第
			单据流水号 台单号 营业流水 营业流水号 当日流水号 日流水号 外卖单号 称重单号 称重流水号
			称重流水 配送单号 卖品单号 FOLIO FOLIONO VOUCHERNO DOCKET DOCKETNO SLIP 流水单号 流水号码
			流水编号 收银流水号 收银流水 收银单号 销售流水号 消费流水号 流水 单据 单号 单据号 单据号码
			单据编号 单据单号 电脑单号 销售单号 销售单 销售编号 销售号 销售小票 消费单号 结账单号 结帐单号
			结算单号 结账号 购物单号 账单号 帐单号 账单编号 账单号码 帐单编号 账单 BILLNO BILL# BILL
			BILLNUMBER CHECKNO CHECK# CHECK CHK CHKNO CHK# INVOICENO INVOICE# INVNO INV# DOCNO DOC# TC#
			销货单号 销货号 销货单 零售单号 零售单 零售号 零售流水 零售流水号 收款单号 收款单 收款流水
			收款流水号 收款序号 收银单 收费流水 收费流水号 收费票号 结帐号 结账单 结帐单 结算号 结算单
			付款单 账务号 帐单 帐单NO 账单NO 房账号 房帐号 宾客账号 宾客帐号 住客账号 客账号 客帐号 消费号
			消费单据 业务号 受理号 受理单号 受理编号 办理流水号 本机流水 本机流水号 POS流水 POS流水号
			前台流水 前台流水号 前台单号 门店流水 日流水 当日序号 当日单号 顺序号 本单号 本单编号 服务单号
			工单号 派工单号 维修单号 施工单号 洗衣单号 收衣单号 衣单号 寄存单号 加油流水 加油流水号
			加油单号 停车流水号 停车单号 充电单号 开台单号 厨打单号 客单号 购货单号 提货单号 送货单号
			发货单号 批发单号 批销单号 录单号 落单号 打单号 制单号 衣物单号 取件单号 住宿单号 住店单号
			登记单号 购药单号 内部流水号 店内流水号 电子小票号 停车票号 缴费编号 缴费凭证号 账务流水号
			结帐流水号 单据流水 结算序号 交易凭单号 凭单号 凭条号码 CHIT CHITNO INV 电脑单号 落单编号
			餐单号 INVOICENO. CHECKNUMBER CHKNUMBER VOUCHER VOUCHERNUMBER DOCUMENTNO INVOICENUMBER TAB
			TABNO
		`),
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 3,
		labels: words(`
			ORD ORD# ORD.# 发票号码 发票号 发票编号 交易 TR# 交易号 交易序号 交易单号 交易流水号 交易流水
			交易编号 交易号码 订单号 订单编号 订单号码 订单 商户订单号 订单流水号 点菜单号 点单号 开单号
			出库单号 处方号 TRANSNO TRANS# TRANSACTIONNO TRANSACTION# TRANSACTIONID TRANSACTION TRANSID
			TRANS TRXNO TRX# TXN# TXNNO ORDERNO ORDER# ORDERNUMBER ORDERID ORDER SALENO SALE# SALESNO
			SEQNO SEQ# SERIALNO SERIAL# 订单码 交易码 交易参考号 TRN TRN# TRNNO TXN TRX TRAN TRAN# TRANNO
			TRANNUMBER TRANSNUMBER TRANSACTIONNUMBER TRANSACTIONNO. SEQ SEQUENCE SEQUENCENO SALESID
			ORDERNO. 运单号 运单编号 快递单号 寄件单号 处方编号 门诊号 门诊流水号 就诊号 病历流水号
			充值单号 充电订单号 停车订单号 出场流水号 平台单号
		`),
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 4,
		labels: words(`
			凭证 凭证号 凭证号码 参考号 支付凭证 检索参考号 参考编号 REF.NO 检索号 REFNO REF# REF 票序号
			收银序号 序号 小票 取衣单号
		`),
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 4,
		labels: words('NO. NO N0. № 编号 序列号 账号 帐号'),
		standsAlone: true,
	},
	{
		field: 'receiptNumber',
		kind: 'code',
		rank: 4,
		labels: words('单 号 票 流 收据'),
		needsColon: true,
		standsAlone: true,
	},

	{
		field: 'machine',
		kind: 'code',
		rank: 1,
		labels: words(`
			机号 票务终端 售票终端 取票终端 机器号 机器编号 收银机 收银机号 收银机编号 收款机 收款机号
			收款机编号 POS机 POS机号 POS机编号 POS号 POS编号 POSNO POSID POS# POS 终端号 终端编号 终端机号
			终端机 终端 款台 款台号 收银台 收银台号 收款台 收款台号 机台 机台号 机台编号 收银机台
			自助点餐机 点餐机 自助机 自助收银机 自助收银台 自助结账机 售货机编号 售货机号 售货机
			贩卖机编号 机柜编号 柜机编号 柜机号 台秤编号 秤编号 加油机 加油机编号 油机编号 油机 服务台
			服务台号 机器码 机台代码 计价器号 KIOSK KIOSKNO KIOSKID ECR ECRNO WKS W/S 自助机号 自助台号
			智能秤 智能秤号 通道 通道号 自助通道 收银POS POS收银机 收款机台 终端编码 设备SN 消费机
			消费机号 消费终端 终端ID 终端机编号 设备ID 设备码 机器ID 机器编码 机器序号 货柜号 货柜编号
			智能柜编号 柜子编号 自动售货机 自动售货机编号 收款终端 收银终端 收银终端号 收银设备 收银台编号
			结算台 结算台号 结账台 吧台 吧台号 款台编号 工作站 工作站号 电脑号 刷卡机号 计价秤号
			电子秤编号 秤台 秤机号 POS终端 POS终端号 机具号 POS机具号 设备号 设备编号 机位 机位号 款机
			款机号 收银线 收银通道 TE# 秤号 秤台号 电子秤号 秤 油机号 加油机号 TERMINALNO TERMINALID
			TERMNO TERM# TERM REGISTER REGISTERNO REGNO REG# REG TILLNO TILL# TILL MACHINENO MACHINE LANE
			LANENO WORKSTATION WS STATION WORKSTN 机编号 桩编号 充电桩号 机具编号 机具 柜编号 设备
			终端序列号 设备序列号 收银PC 收银电脑 收银岗 收银点 收款点 收银站 机器 机名 POS名称 POS代码
			收款POS 收银台席 收款台席 收费机 收费机号 收费亭 结账机 结账机号 自助设备 自助设备号
			自助结算台 自助收款机 售药机 电脑 主机号 站机号 TERMINALNUMBER REGISTERNUMBER POSNUMBER
			POSTERMINAL POS-NO REGISTERID POS号码 TERMINALNO. CASHREGISTER 充电桩 电桩 电桩号 桩号 洗车机
			洗车机号 洗衣机号 咖啡机 咖啡机号 收费终端 收费台 自助收银 自助结账 售卖机 售卖机号 自助售货机
			自助终端机 取票机 取票机号 售票机 售票机号 柜机 机柜 机柜号 计价秤 电子秤 条码秤 收银秤
			设备名称 终端名称 机器名称 收银机名称 机号# STN WKSTN TML CHECKOUTNO POSTERMINALNO M/CNO MCNO
		`),
	},
	{
		field: 'machine',
		kind: 'code',
		rank: 2,
		labels: words('机 柜台 柜台号 柜号 档口 档口号 台席 窗口 窗口号 TERMINAL COUNTER DEVICE'),
	},

	{
		field: 'employee',
		kind: 'person',
		rank: 1,
		labels: words(`
			收银员 收银员号 收银员编号 收银员工号 收银员代码 收银员ID 收银 收银人 收银人员 收银工号 收费员
			收费员号 检票员 售票员 收款员 收款员号 收款人 工号 员工号 员工工号 员工编号 员工 操作员
			操作员号 操作人 操作工号 操作员工号 操作 结账人 结账员 结帐员 结帐人 结算员 CASHIER CASHIERNO
			CASHIERID CASHIER# CLERK CLERKNO CLERKID OPERATOR OPERATORID OPERATORNO OPER OPERNO OP OP# 0P#
			EMPLOYEE EMPLOYEENO EMPLOYEEID EMP EMPNO EMPID EMP# STAFF STAFFNO STAFFID STAFF# USER USERID
			收营员 收银者 收营 收银员姓名 收银员名 收银工 收费人 收费员工号 收款员工号 售票人 出票员
			出票人 验票员 结账员工 买单员 买单人 埋单员 工作人员 工作人员号 CSHR CSHR# CSH CLK CLK# OPR
			OPR# OPS CASHIERNAME CASHIERS TELLER EMPL EMPL# EMPLOYEENAME USERNAME 用户名 登录人 登录员
			收银责任人 当班收银 当值收银 当班收银员 当值收银员 值班收银员 职员 职员编号 收银员编码
			收款员编码
		`),
	},
	// Before a number alone: 责任编辑 is another thing.
	{ field: 'employee', kind: 'code', rank: 2, labels: words('责') },
	{
		field: 'employee',
		kind: 'person',
		rank: 2,
		labels: words(`
			员 责任者 花艺师 部长 送水工 送水员 乘务 乘务员 列车员 收寄员 SVR SRV 经手 服务 店员 店员号
			店员编号 服务员 服务员号 服务人员 营业员 营业员号 售货员 售票员 点单员 点餐员 点菜员 点菜人
			点单人 开单员 开单人 开台人 开台员 下单员 下单人 开票员 开票人 打单员 打单人 打印人 打印员
			制单 制单人 制单员 经手人 经办人 经办 柜员 柜员号 值班员 接待员 接待 SERVER SERVEDBY SERVER#
			WAITER ATTENDANT SERVICEBY SALESASSISTANT 服务生 接单员 接单人 接待人 服务人 结单员工 结算人
			发药人 票务员 前台员 前台接待 售货 售货人 收件员 揽收员 收衣员 收衣人 存衣员 跟单员 落单员
			落单人 录单员 录单人 点菜师 当值 当值员 当班人 值班人 值班员工 当值人员 收银助理 执业药师
			过磅员 司秤员 司秤 秤员 技师号 导购员号 SERVEDBY. WAITRESS YOURSERVER YOUWERESERVEDBY BARISTA
			ASSOCIATE ASSOC ASSISTANT
		`),
	},
	{
		field: 'employee',
		kind: 'person',
		rank: 3,
		labels: words(`
			导购 导购员 导购号 销售员 销售人员 销售 业务员 业务员号 店长 药师 配药员 发药 技师 美容师
			发型师 营业 出纳 出纳员 理货员 称重员 打秤员 计量员 录入员 操作者 当班员 当班 值班经理 领班
			侍应生 侍应 加油工 司磅员 发药员 加油员 SALES SALESPERSON SALESMAN SALESREP MANAGER HOST
			销售顾问 导购人员 促销员 管理员 负责人 审方药师 制票 制票人 造型师 设计师 美发师 洗护师 验光师
			配镜师 验光员 医师 医生 主治医生 接诊医生 兽医 机修 维修员 维修工 洗车工 施工人 施工员 理发师
		`),
	},
	{
		field: 'employee',
		kind: 'person',
		rank: 3,
		labels: words('接单 前台 录单 落单 打单 审核 审核人 复核 复核人 用户 BY ID'),
		needsColon: true,
		standsAlone: true,
	},
];
