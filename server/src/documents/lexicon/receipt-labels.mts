import { lexiconOf, words } from './labels.mts';
import type { ReceiptLabel } from './receipt-label.mts';
import { heads } from './receipt-head-labels.mts';
import { moments } from './receipt-moment-labels.mts';
import { others } from './receipt-other-labels.mts';
import { counts, discounts, sums, tenders } from './receipt-sum-labels.mts';

/**
 * Labels of receipts, gathered from shops' slips, cash register manuals and ocr-facts.md. Adding a
 * label is adding a word; spellings have no blanks. Earlier groups win over later ones.
 */
export const receiptLexicon = lexiconOf<ReceiptLabel>(
	[...heads, ...moments, ...sums, ...discounts, ...counts, ...tenders, ...others],
	{
		prefixes: words(`
			本次 本单 本店 本笔 本桌 共 总 订单 商品 顾客 客户 会员 用户 交易 销售 消费 小票 账单 整单
			全单 餐费 药品 人民币 RMB 您的 系统 电脑 当前 门店 以上
		`),
		suffixes: {
			amount: words(`
				金额 总金额 总额 总计 合计 款 额 款项 数额 (元) 元 RMB (RMB) (¥) (CNY) CNY 人民币
			`),
			code: words('号 号码 编号 代码 NO NO. ID # CODE NUMBER'),
			person: words('号 号码 编号 代码 工号 姓名 名称 NO NO. ID # CODE NAME 员'),
			moment: words('日期 时间 DATE TIME'),
			count: words('合计 总计 (件) (个) 数'),
		},
	},
);
