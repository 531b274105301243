import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { cells, line, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '冬季供暖配件', unit: '件', quantity: '35', unitPrice: '26.70' }),
	item({ name: '保温材料', unit: '卷', quantity: '14', unitPrice: '88.00' }),
	item({ name: '运输服务', unit: '车', quantity: '1', unitPrice: '350.05' }),
];
const total = amountOf(items);

export const heilongjiang = invoice({
	id: 'i12-heilongjiang',
	width: 1600,
	style: `
		${formStyle('#5a3a7a')}
		.paper { padding: 56px 96px 70px; font: 31px 'WenQuanYi Micro Hei', sans-serif; line-height: 1.7; background: #fcfaff; color: #2a2a4a; }
		.title { font-size: 44px; text-align: left; }
		.copy { font-size: 30px; text-align: left; text-indent: 0; }
		.number { position: absolute; right: 96px; top: 70px; font: 46px 'Liberation Serif', serif; color: #1d1d5c; }
		.cells { grid-template-columns: 1fr 130px 180px 200px 200px; }
		.cells > :nth-child(n + 3) { text-align: right; }
		.head { color: #5a3a7a; border-top: 2px solid #5a3a7a; border-bottom: 2px solid #5a3a7a; margin: 12px 0 4px; }
		.sum { border-top: 2px solid #5a3a7a; margin-top: 10px; padding-top: 6px; }
	`,
	fields: {
		发票名称: '黑龙江省国家税务局通用机打发票',
		发票代码: '2310161320',
		发票号码: '04417236',
		日期: '2016-12-07',
		校验码: '90173628455061937284',
		购买方名称: '哈尔滨松北安居物业服务有限公司',
		购买方识别号: taxId('230109', 'MA18XG2N'),
		销售方名称: '大庆北方暖通设备经销处',
		销售方识别号: taxId('230602', '74715530'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '石磊',
		复核: '关雅琴',
		备注: '货到付款',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			`<div class="number">No ${f.发票号码}</div>`,
			seal({
				top: '全国统一发票监制章',
				middle: '黑 龙 江',
				bottom: '国家税务局监制',
				left: 800,
				upper: 52,
				width: 210,
			}),
			spread(entry('代码:', f.发票代码), entry('日期:', f.日期)),
			spread(entry('购方:', f.购买方名称), entry('购方税号:', f.购买方识别号)),
			`<div class="head">${cells('货物及劳务', '单位', '数量', '单价', '金额')}</div>`,
			...f.items.map(([name, , unit, quantity, price, amount]) =>
				cells(name, unit, quantity, price, amount),
			),
			`<div class="sum">${spread(
				entry('金额(大写):', f['合计金额(大写)']),
				entry('金额(小写):', `￥${f['合计金额(小写)']}`),
			)}</div>`,
			spread(entry('销方:', f.销售方名称), entry('销方税号:', f.销售方识别号)),
			spread(entry('校验码:', f.校验码), entry('备注:', f.备注)),
			spread(entry('复核人:', f.复核), entry('开票员:', f.开票人), entry('销方(章)')),
		].join(''),
});
