import { inWords } from '../../../samples/make/amounts.mts';
import { invoice } from '../../../samples/make/document.mts';
import { line, rule, spread } from '../../../samples/make/html.mts';
import { formStyle, seal } from '../../../samples/make/invoices/forms.mts';
import { amountOf, item } from '../../../samples/make/invoices/items.mts';
import { taxId } from '../../../samples/make/taxid.mts';

const items = [
	item({ name: '进口樱桃', quantity: '4.6', unitPrice: '79.00' }),
	item({ name: '海参礼盒', quantity: '2', unitPrice: '468.00' }),
	item({ name: '包装费', quantity: '3', unitPrice: '8.00' }),
];
const total = amountOf(items);

export const liaoning = invoice({
	id: 'mi02-liaoning-roll',
	width: 700,
	style: `
		${formStyle('#a0433a')}
		.paper { padding: 46px 40px 56px; font: 28px 'WenQuanYi Zen Hei Mono', monospace; line-height: 1.5; color: #2c2c36; }
		.title { font: 34px 'Noto Serif CJK SC', serif; line-height: 1.6; }
		.copy { font-size: 28px; margin-bottom: 104px; }
	`,
	fields: {
		发票名称: '辽宁省国家税务局通用机打发票',
		发票代码: '121021530242',
		发票号码: '33570819',
		日期: '2017/12/26',
		时间: '16:45:09',
		购买方名称: '沈阳铁西机床附件有限公司',
		购买方识别号: taxId('210106', 'MA0QD7X3'),
		销售方名称: '大连渔港果品商行',
		销售方识别号: taxId('210204', 'MA0U5C1F', '92'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		收款人: '于佳慧',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			line(`机打代码 ${f.发票代码}`),
			line(`机打号码 ${f.发票号码}`),
			line('机器编号 210204003718'),
			rule('-'),
			line(`收款单位 ${f.销售方名称}`),
			line(`税号 ${f.销售方识别号}`),
			line(`付款单位 ${f.购买方名称}`),
			line(`税号 ${f.购买方识别号}`),
			spread(`开票日期 ${f.日期}`, f.时间),
			rule('-'),
			line('项目'),
			spread('单价', '数量', '金额'),
			...f.items.map(
				([name, , , quantity, price, amount]) => line(name) + spread(price, quantity, amount),
			),
			rule('-'),
			line(`小写合计 ￥${f['合计金额(小写)']}`),
			line(`大写合计 ${f['合计金额(大写)']}`),
			line(`收款员 ${f.收款人}`),
			seal({
				top: '全国统一发票监制章',
				middle: '辽 宁',
				bottom: '国家税务局监制',
				left: 255,
				upper: 132,
				width: 190,
			}),
		].join(''),
});
