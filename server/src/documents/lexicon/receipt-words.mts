import { simplify } from '../spelling.mts';
import { words } from './labels.mts';

/** Words that a text is searched for. */
interface Words {
	test(text: string): boolean;
}

/** The same words in traditional characters as well. */
const folding = (pattern: RegExp): Words => ({ test: (text) => pattern.test(simplify(text)) });

/** The text stands anywhere in the row. */
const anyOf = (list: string): RegExp => new RegExp(words(list).join('|'), 'iu');

/** Rows that greet, thank, warn or advertise. */
export const courtesy = folding(
	anyOf(
		'欢迎 谢谢 多谢 感谢 惠顾 光临 再见 祝您 愉快 保管 保留 凭此 凭本 凭小票 退换 退货 离柜 概不 不退 当面点清 请核对 敬请 请保存 请妥善 扫码 扫描 扫一扫 关注 公众号 微信号 二维码 开具发票 开发票 发票请 可开 当日有效 有效期内 最终解释权 解释权 投诉 监督 温馨提示 提示 注意 请勿 如有 如需 若有 技术支持 客服 热线 WELCOME THANK PLEASE GOODS EXCHANGE REFUND COMEAGAIN NICEDAY SEEYOU KEEPTHIS WWW\\. HTTP \\.COM \\.CN',
	),
);

/** Rows that tell what the next purchase would bring. */
export const advert = folding(anyOf('扫码 扫一扫 关注 下载 注册 入会 下次 下单即'));

/** What a slip calls itself: never the name of a shop. */
export const title = folding(
	new RegExp(
		`^[\\s*=\\-#~<>\\[\\](\\d]*(?:${words(`
			购物小票 销售小票 收银小票 结账小票 消费小票 电子小票 热敏小票 小票 购物清单 销售清单 商品清单
			消费清单 点菜单 点餐单 结账单 结帐单 结算单 预结单 预结账单 账单 对账单 收银单 收款单 收款凭证
			收款收据 销售单 销货单 销售凭证 销售出库单 出库单 提货单 送货单 美团外卖 饿了么 饿了么外卖
			京东到家 美团 美团配送 抖音外卖 购书凭证 退货小票 退款小票 退款单 收费凭条 停车凭条 缴费凭条
			结算凭条 客户凭条 外卖单 外卖订单 堂食 外带 打包 外卖 自提 堂食单 堂食小票 顾客联 客户联
			商户联 商户存根 商户存根联 持卡人存根 存根联 消费者联 顾客存根 签购单 POS签购单 银联POS签购单
			收据 购物凭证 消费凭证 缴费凭证 交易凭证 支付凭证 加油凭证 加油小票 停车收费凭证 停车收费小票
			电子收据 RECEIPT SALESRECEIPT SALESSLIP CASHRECEIPT TAXINVOICE INVOICE CUSTOMERCOPY
			MERCHANTCOPY GUESTCHECK BILL CHECK SALES ORDER DUPLICATE 补打 重打 重打印 副本 补单 预览 测试
			留存联 客用单 结账联 收银联 留底联 顾客留存 第一联 第二联 发票联 记账联 退货单 购货单 购货凭证
			交易小票 电脑小票 购货小票 药品销售清单 药品销售凭证 销售凭据 收费凭据 收费票据 收费单
			销货清单 销货凭证 配货单 点菜清单 消费明细单 消费明细 宾客账单 卖品小票 外卖小票 厨打单
			结算清单 收银凭证 洗衣单 取衣凭证 收衣单 购药凭证 中国银联 银联商务 中国银联POS签购单
		`).join('|')})[\\s*=\\-#~<>\\[\\])\\d号A-Z]*$`,
		'iu',
	),
);

/** How the names of slips end. */
export const documentWord = folding(
	/(?:收据|小票|凭证|凭条|清单|账单|帐单|结算单|结账单|签购单|存根|[客顾商]户?联)[)\]*\s]*$/u,
);

/** Words in which the names of shops and companies end or that stand in them. */
const shopWords = anyOf(
	'超市 便利 服务区 商店 商场 商城 商贸 百货 购物中心 购物广场 购物 广场 卖场 生活馆 生鲜 果蔬 水果 果业 鲜果 菜市场 市场 批发 杂货 零食 食品 粮油 烟酒 名酒 药房 药店 大药房 药业 医药 诊所 医院 餐厅 餐馆 饭店 酒店 酒楼 酒家 宾馆 火锅 烧烤 烤肉 烤鱼 串串 麻辣烫 面馆 拉面 米线 米粉 粉面 小吃 快餐 小吃店 食堂 食府 菜馆 私房菜 茶餐厅 茶馆 茶楼 茶饮 奶茶 茶业 咖啡 甜品 蛋糕 烘焙 面包 西饼 饼店 冷饮 饮品 料理 寿司 牛排 西餐 比萨 披萨 汉堡 炸鸡 酒吧 书店 书城 书局 文具 图文 服饰 服装 鞋业 珠宝 眼镜 数码 电器 家电 家居 家具 建材 五金 美妆 化妆品 母婴 玩具 宠物 花店 鲜花 理发 美容 美发 洗衣 洗车 汽修 加油站 石油 石化 影城 电影 健身 KTV 网吧 公司 集团 连锁 专卖店 旗舰店 专营店 商行 经营部 门市部 服务部 供销社 合作社 店 MART MARKET STORE SHOP CAFE COFFEE RESTAURANT BAKERY PHARMACY FOODS BAR HOTEL',
);

/** The same at the end of a name. */
export const shopEnd = folding(new RegExp(`(?:${shopWords.source})$`, 'iu'));
export const shopWord = folding(shopWords);

/** Names of lines that take something off. */
export const promotion = folding(
	/满.*[减赠送]|优惠|折扣|\d折$|立减|减免|折让|让利|促销|特价|抵扣|抵用|券|红包|活动|会员价|会员日|第.件|买\s?.\s?[送赠免减]|[减免].{1,4}费|减价|抹零|DISC|COUPON|PROMO|OFF|SAVE/iu,
);

/** A row that is an address. */
export const address = folding(
	/^(?:地址|店址|ADD)|(?:省|(?<!超)市(?!场)|区|县|镇|乡|村).*(?:路|街|道|巷|弄|大道|广场|号|楼|层|室|栋)|(?:路|街|大道|巷|弄)\s*\d+\s*(?:号|弄|-)|\d+\s*号(?!摊|档|柜|店|馆|厅)|(?:地下|负)?[一二三四五1-9B]\s*(?:楼|层|F)\s*$|\b(?:ROAD|RD|STREET|ST|AVENUE|AVE|DISTRICT)\b\.?/iu,
);

/** A row that names a branch: it ends in 店 and is not the kind of shop itself. */
export const branch = folding(
	/(?:路|街|道|巷|区|镇|县|市|城|广场|站|里|桥|门|口|园|苑|中心|湾|港|湖|山|江|村|分|楼|旗舰|总|一|二|三|四|五|六|七|八|九|十|号|\d)店\)?$|^(?:门店|分店|店铺|店名)|^[(\[].+店[)\]]?$/u,
);

/** A row below the brand that begins with a city: the branch there. */
export const cityBranch = folding(
	new RegExp(
		`^[(\\[]?(?:${words(`
			北京 上海 天津 重庆 广州 深圳 东莞 佛山 珠海 中山 惠州 汕头 湛江 南京 苏州 无锡 常州 南通 徐州
			扬州 镇江 盐城 泰州 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 台州 义乌 合肥 芜湖 蚌埠 安庆 福州 厦门
			泉州 漳州 莆田 南昌 九江 赣州 济南 青岛 烟台 潍坊 临沂 淄博 济宁 郑州 洛阳 开封 南阳 新乡 武汉
			宜昌 襄阳 荆州 长沙 株洲 湘潭 衡阳 岳阳 南宁 桂林 柳州 海口 三亚 成都 绵阳 德阳 宜宾 贵阳 遵义
			昆明 大理 丽江 拉萨 西安 咸阳 宝鸡 兰州 西宁 银川 乌鲁木齐 石家庄 唐山 保定 廊坊 邯郸 秦皇岛
			太原 大同 呼和浩特 包头 沈阳 大连 鞍山 长春 吉林 哈尔滨 大庆 香港 澳门 台北
		`).join('|')}).*(?:店|餐厅|商场|馆|站|中心|广场)[)\\]]?$`,
		'u',
	),
);

/** A row that is a telephone number. */
export const phone =
	/^(?:TEL|PHONE|电话|热线|订餐)?[\s:.]*(?:\+?86[-\s]?)?(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8}|400[-\s]?\d{3,4}[-\s]?\d{3,4})/iu;

/** Words with which a remark on a product begins, on a row of its own below it. */
export const remarkRow = folding(
	/^[\s\-+*·>(\[]*(?:规格|串号|序列号|机身号|IMEI|S\/N|SN:|保修|质保|口味|做法|备注|要求|加料|加价|配料|温度|甜度|糖度|冰量|辣度|产地|批号|生产批号|批次|厂家|生产厂家|生产企业|生产商|有效期|效期|条码|货号|款号|颜色|尺码|尺寸|型号|用法|用量|会员价|原价|零售价|促销价|特价|优惠价|活动价|折后价|促销|赠品说明|套餐内容|含|少冰|多冰|去冰|正常冰|常温|热饮|微辣|中辣|特辣|不辣|免辣|少糖|半糖|无糖|全糖|三分糖|五分糖|七分糖|不另外加糖|打包|堂食)/u,
);
/** The beginning of a row that names a part of a set: it is counted and has no price. */
export const setPart = /^\s*[-+·>○●※└├]/u;
/** A row that hangs below a product: indented or bracketed remarks. */
export const remarkSign = /^\s*(?:[+\-·>○●※]|\(.*\)\s*$|\[.*\]\s*$|-->)/u;

/** What kind of the product above it is, and no part of its name: 驼色 M, SJ2307 米白, 42码. */
export const variant =
	/^(?:[A-Z]{1,3}\d{3,}\b|\p{Script=Han}{0,2}色(?=$|[\s/,])|均码|\d{2,3}(?:码|\/|$)|[XSML]{1,4}(?=$|[\s/]))/u;
/** What a package holds, on a row of its own: 14g*15袋, 10只/包. */
export const pack = /^(?:[\d.]+\p{L}{1,2}[*x×]\d+[袋片粒支丸贴]|\d+[袋片粒支丸贴只]\/[盒袋包瓶])/u;
