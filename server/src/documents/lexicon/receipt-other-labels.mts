import { compounds, words, type LabelGroup } from './labels.mts';
import type { ReceiptLabel } from './receipt-label.mts';
import { cards } from './receipt-sum-labels.mts';

type Group = LabelGroup<ReceiptLabel>;

/** Labels that are known so that their values are not taken for another field. */
export const others: readonly Group[] = [
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words('店 班 桌 台 牌 人 位 客 柜 收货 地 电'),
		needsColon: true,
		standsAlone: true,
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(`
			总机 电话 联系电话 服务电话 客服电话 客服热线 服务热线 热线 热线电话 投诉电话 咨询电话
			订餐电话 订餐热线 外卖电话 手机 手机号 手机号码 联系方式 联系人 传真 TEL TELEPHONE PHONE
			HOTLINE FAX 地址 门店地址 店铺地址 店址 公司地址 联系地址 送货地址 配送地址 收货地址 收货人
			收件人 ADDRESS ADD ADDR 网址 官网 网站 微信号 公众号 微信公众号 WEB WEBSITE EMAIL E-MAIL 邮箱
			座机 座机号 固话 电话/传真 订座电话 订座热线 预订电话 预约电话 监督电话 维权电话 查询电话
			客服QQ QQ 微信 店长微信 客服微信
		`),
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(`
			取茶号 取杯号 取奶茶号 取单码 取餐 售票窗口 取票窗口 办理窗口 桌号 台号 桌台 桌位 餐桌 餐台
			台位 台桌 桌名 桌台号 座位 座位号 座号 牌号 号牌 房号 房间 房间号 包厢 包间 包房 取餐号 取餐码
			取餐编号 取单号 取号 叫号 呼叫号 排号 排队号 取货码 取货号 核销码 人数 客数 用餐人数 就餐人数
			顾客人数 宾客人数 就餐方式 用餐方式 就餐类型 班次 餐别 市别 餐段 区域 TABLE TABLENO TABLE# TBL
			GUEST GUESTS COVERS COVER PAX PERSONS SEAT QUEUENO PICKUPNO 餐牌 餐牌号 取餐牌 客位 位数
			开台人数 房台
		`),
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(`
			会员 会员号 会员卡号 会员编号 会员名 会员姓名 会员名称 会员等级 会员级别 会员手机 会员手机号
			会员电话 会员积分 会员余额 会员卡余额 卡号 VIP VIP卡号 VIP号 顾客 顾客姓名 顾客名称 客户
			客户名称 客户姓名 姓名 患者 患者姓名 性别 年龄 积分 本次积分 本单积分 消费积分 新增积分
			获得积分 累计积分 积分余额 可用积分 剩余积分 当前积分 总积分 积分合计 上次积分 积分总额
			原有积分 现有积分 使用积分 余额 卡余额 账户余额 帐户余额 卡内余额 剩余金额 剩余余额 储值余额
			当前余额 原余额 消费前余额 消费后余额 赠送余额 本金余额 上次余额 期初余额 MEMBER MEMBERNO
			MEMBERID CARDNO CARD# POINTS POINTSEARNED CUSTOMER NAME 会员ID 积分卡 积分卡号 贵宾卡号 贵宾卡
			储值卡号 病历号 病历 宠物 主人 住客 宾客 客人 客人姓名 客户编号 客户号 客户代码 顾客编号
			供应商 供应商编号
		`),
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: words(`
			发票种类 发票类型 支付流水 支付流水号 支付单号 支付订单号 支付交易号 微信单号 微信订单号
			支付宝单号 支付宝订单号 商户单号 第三方单号 平台单号 外部单号 退货原因 退款原因 仓库 原单号
			原小票 原单 原票 原票号 原小票号 原流水号 原订单号 原交易号 原单据号 原销售单号 店号 门店号
			店铺号 门店编号 店铺编号 店编号 分店号 部门 部门号 商户号 商户编号 商户代码 终端流水号 批次号
			批次 授权码 授权号 系统参考号 交易参考号 发卡行 收单行 收单机构 发卡机构 交易类型 交易类别
			卡类型 卡别 有效期 应用标识 操作类型 单据类型 类型 状态 渠道 来源 订单来源 平台 备注 整单备注
			订单备注 说明 发票 发票号 发票代码 发票号码 税号 纳税人识别号 税率 开票码 提取码 验证码 密码
			查询码 防伪码 条码 条形码 版本 页码 序号 次数 打印次数 第几联 联次 STOREID STORENO STORE#
			SHOPNO SHOPID BRANCH MID TID MERCHANTID BATCH BATCHNO AUTHCODE AUTHNO APPROVALCODE TRACENO
			TRACE AID ARQC TVR TSI REMARK REMARKS NOTE TAXNO TAXID VATNO GSTNO REGNO. SESSION SHIFT 始发
			始发地 目的 目的地 计费重量 托寄物 退货金额 退货 押金 定金 订金 欠款 赊欠 未付 未付金额 未收
			存零 充值 充值金额 赠送 赠送金额 服务费率 折扣率 折扣方式 加油量 油量 升数 油枪 枪号 油枪号
			油品 油号 车牌 车牌号 车号 车型 司机 里程 起点 终点 商品编号 商品编码 商品代码 货号 款号 批号
			生产批号 串号 站点编码 站点编号 网点 网点编号 网点代码 油站编号 门店代码 门店编码 店铺代码
			机构代码 机构编号 柜组 柜组号 柜号组 项目编号 合同编号 合同号 证件号 身份证号 准考证 许可证号
			追溯码 追溯号 溯源码 校验码 取票码 取件码 取衣码 券码 枪口 枪口号 车位 车位号 充电枪号 枪编号
			券号 优惠券号 兑换码 核销码 储值卡号 应用 应用标签 流水批次
		`),
	},
	{
		field: 'other',
		kind: 'text',
		rank: 1,
		labels: compounds(cards, '余额 号 卡号 编号 尾号 剩余 剩余金额'),
	},
];
