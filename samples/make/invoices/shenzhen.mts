import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line } from '../html.mts';
import { taxId } from '../taxid.mts';
import { formStyle, grid, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '软件技术服务费', unit: '项', quantity: '1', unitPrice: '15000.00' }),
	item({ name: '数据线', specification: '2米', unit: '条', quantity: '10', unitPrice: '18.06' }),
];
const total = amountOf(items);

export const shenzhen = invoice({
	id: 'i11-shenzhen-boxes',
	width: 1660,
	style: `
		${formStyle('#44444a')}
		.paper { padding: 50px 60px 60px; font: 30px 'WenQuanYi Zen Hei', sans-serif; line-height: 1.5; background: #fff; color: #111; }
		.title { font: bold 46px 'Noto Serif CJK SC', serif; line-height: 1.5; }
		.copy { font-size: 32px; margin-bottom: 10px; }
		table { table-layout: fixed; margin-top: -2px; }
		th, td { border: 2px solid #44444a; padding: 5px 12px; text-align: center; }
		th { font-size: 27px; background: #f0f0f0; }
		.rows td:nth-child(n + 4) { text-align: right; }
		.rows :is(th, td):first-child { width: 32%; }
		.sums :is(th, td):first-child { width: 62%; }
		.parties :is(th, td):nth-child(odd) { width: 26%; }
	`,
	fields: {
		发票名称: '深圳市国家税务局通用机打发票',
		发票代码: '144031709110',
		发票号码: '15542067',
		日期: '2018年01月22日',
		购买方名称: '深圳前湾智造股份有限公司',
		购买方识别号: taxId('440300', 'MA5EKP0D'),
		销售方名称: '深圳南山码力软件有限公司',
		销售方识别号: taxId('440305', '08466290'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '钟宇',
		收款人: '赖文静',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '深 圳',
				bottom: '国家税务局监制',
				left: 1360,
				upper: 22,
				width: 210,
				tilt: 8,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			grid(
				['发票代码', '发票号码', '开票日期', '收款人', '开票人'],
				[[f.发票代码, f.发票号码, f.日期, f.收款人, f.开票人]],
			),
			grid(
				['购买方名称', '购买方识别号', '销售方名称', '销售方识别号'],
				[[f.购买方名称, f.购买方识别号, f.销售方名称, f.销售方识别号]],
				'parties',
			),
			grid(
				['项目名称', '规格', '单位', '数量', '单价', '金额'],
				f.items.map((columns) => columns.slice(0, 6)),
				'rows',
			),
			grid(
				['合计金额(大写)', '合计金额(小写)'],
				[[f['合计金额(大写)'], `￥${f['合计金额(小写)']}`]],
				'sums',
			),
		].join(''),
});
