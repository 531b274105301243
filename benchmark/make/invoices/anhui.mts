import { inWords } from '../../../samples/make/amounts.mts';
import { invoice } from '../../../samples/make/document.mts';
import { line, spread } from '../../../samples/make/html.mts';
import { entry, formStyle, grid, seal } from '../../../samples/make/invoices/forms.mts';
import { amountOf, item } from '../../../samples/make/invoices/items.mts';
import { taxId } from '../../../samples/make/taxid.mts';

const items = [
	item({ name: '彩钢瓦', unit: '平方', quantity: '126', unitPrice: '34.50' }),
	item({ name: '镀锌方管', unit: '根', quantity: '48', unitPrice: '62.80' }),
	item({ name: '自攻螺丝', unit: '盒', quantity: '15', unitPrice: '18.00' }),
];
const total = amountOf(items);

export const anhui = invoice({
	id: 'mi01-anhui',
	width: 1560,
	style: `
		${formStyle('#356a4a')}
		.paper { padding: 52px 70px 60px; font: 29px 'AR PL UMing CN', serif; line-height: 1.55; background: #fbfdf9; }
		.title { font: 50px 'AR PL UKai CN', serif; letter-spacing: 6px; }
		.copy { font-size: 32px; margin-bottom: 20px; }
		.typed, td { color: #2b2b33; font-family: 'WenQuanYi Zen Hei Mono', monospace; font-size: 28px; }
		.pre { color: #b3342c; font: 32px 'Liberation Serif', serif; }
		.grid { margin: 8px 0; border: 2px solid #356a4a; }
		.grid :is(th, td) { border-right: 2px solid #356a4a; padding: 4px 16px; }
		.grid th { border-bottom: 2px solid #356a4a; text-align: center; }
		.grid td:nth-child(n + 3) { text-align: right; }
	`,
	fields: {
		发票名称: '安徽省国家税务局通用机打发票',
		发票代码: '134011620535',
		发票号码: '09327714',
		日期: '2016-11-03',
		行业分类: '商业',
		购买方名称: '芜湖市鸠江区恒泰家具厂',
		购买方识别号: taxId('340207', 'MA2MTR58'),
		销售方名称: '合肥金屹建材销售有限公司',
		销售方识别号: taxId('340111', '32806647'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '汪秀兰',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(
				`${entry('发票代码')} <span class="pre">${f.发票代码}</span>`,
				`${entry('发票号码')} <span class="pre">${f.发票号码}</span>`,
			),
			spread(entry('机打代码:', f.发票代码), entry('机打号码:', f.发票号码)),
			spread(entry('开票日期:', f.日期), entry('所属行业:', f.行业分类)),
			spread(entry('付款方名称:', f.购买方名称), entry('付款方税号:', f.购买方识别号)),
			grid(
				['货物名称', '单位', '数量', '单价', '金额'],
				f.items.map(([name, , unit, quantity, price, amount]) => [
					name,
					unit,
					quantity,
					price,
					amount,
				]),
			),
			line(entry('金额大写:', f['合计金额(大写)'])),
			line(entry('金额小写:', `￥${f['合计金额(小写)']}`)),
			spread(entry('收款方名称:', f.销售方名称), entry('收款方税号:', f.销售方识别号)),
			spread(entry('开票人:', f.开票人), entry('收款方盖章:'), entry('手写无效')),
			seal({
				top: '全国统一发票监制章',
				middle: '安 徽',
				bottom: '国家税务局监制',
				left: 665,
				upper: 44,
				width: 230,
			}),
		].join(''),
});
