import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, spread } from '../html.mts';
import { oldTaxId } from '../taxid.mts';
import { entry, formStyle, grid, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '打字复印费', unit: '项', quantity: '1', unitPrice: '83.50' }),
	item({ name: '胶装', unit: '本', quantity: '5', unitPrice: '4.00' }),
];
const total = amountOf(items);

export const jiangxi = invoice({
	id: 'i09-jiangxi-old-taxid',
	width: 1500,
	style: `
		${formStyle('#a33c2a')}
		.paper { padding: 48px 80px 60px; font: 32px 'AR PL KaitiM GB', 'AR PL UKai CN', serif; line-height: 1.6; background: #fdf9ef; color: #34343c; -webkit-text-stroke: 0.3px; }
		.title { font-size: 48px; letter-spacing: 6px; }
		.copy { font-size: 34px; }
		.typed, td { font-family: 'Liberation Mono', 'WenQuanYi Zen Hei Mono', monospace; font-size: 29px; }
		.grid { margin: 10px 0; table-layout: fixed; }
		.grid :is(th, td) { border: 2px solid #a33c2a; padding: 4px 16px; }
		.grid td:nth-child(n + 3) { text-align: right; }
	`,
	fields: {
		发票名称: '江西省地方税务局通用机打发票',
		发票代码: '236001300211',
		发票号码: '00731902',
		日期: '2013-07-05',
		行业分类: '服务业',
		销售方名称: '南昌市青云谱区墨香图文社',
		销售方识别号: oldTaxId('360104', '05881723'),
		'合计金额(大写)': inWords(total, '圆'),
		'合计金额(小写)': total,
		开票人: '熊建平',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '江 西',
				bottom: '地方税务局监制',
				left: 640,
				upper: 38,
				width: 220,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(entry('发票代码 ', f.发票代码), entry('发票号码 ', f.发票号码)),
			spread(entry('开票日期 ', f.日期), entry('行业分类 ', f.行业分类)),
			line(entry('付款方名称 ')),
			spread(entry('收款方名称 ', f.销售方名称), entry('税务登记号 ', f.销售方识别号)),
			grid(
				['经营项目', '单位', '数量', '单价', '金额'],
				f.items.map(([name, , unit, quantity, price, amount]) => [
					name,
					unit,
					quantity,
					price,
					amount,
				]),
			),
			line(entry('合计(小写) ', `￥${f['合计金额(小写)']}`)),
			line(entry('合计(大写) ', `人民币${f['合计金额(大写)']}`)),
			spread(
				entry('开票人 ', f.开票人),
				entry('收款方(盖章)'),
				'<span class="label">手写无效</span>',
			),
		].join(''),
	photo: { desk: 'cloth' },
});
