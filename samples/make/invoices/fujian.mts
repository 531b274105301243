import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, grid, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '仓储服务费', unit: '月', quantity: '3', unitPrice: '2650.00' }),
	item({ name: '装卸服务费', unit: '吨', quantity: '18.5', unitPrice: '42.30' }),
];
const total = amountOf(items);

export const fujian = invoice({
	id: 'i02-fujian',
	width: 1560,
	style: `
		${formStyle('#2a4f94')}
		.paper { padding: 54px 90px 80px; font: 32px 'Noto Serif CJK SC', serif; line-height: 1.62; background: #fcfdff; color: #1c1c22; }
		.title { font-size: 50px; font-weight: bold; }
		.copy { font-size: 36px; }
		.typed, td { font-family: 'WenQuanYi Zen Hei Mono'; }
		.block { border-top: 4px double #2a4f94; padding-top: 16px; margin-top: 18px; }
		.grid { margin: 6px 0 22px; table-layout: fixed; }
		.grid :is(th, td) { width: 16%; }
		.grid :is(th, td):first-child { width: 36%; }
		.grid :is(th, td):nth-child(n + 3) { text-align: right; }
	`,
	fields: {
		发票名称: '福建省地方税务局通用机打发票',
		发票代码: '235001608031',
		发票号码: '07316290',
		日期: '2016年08月24日',
		校验码: '60284719350271864093',
		行业分类: '仓储业',
		购买方名称: '厦门云栈供应链管理有限公司',
		购买方识别号: taxId('350206', 'MA2XNB48'),
		销售方名称: '泉州港达仓储有限公司',
		销售方识别号: taxId('350503', '56170942'),
		'合计金额(大写)': inWords(total, '圆'),
		'合计金额(小写)': total,
		开票人: '苏锦华',
		备注: '合同号 GD-2016-0815',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '福 建 省',
				bottom: '地方税务局',
				left: 1220,
				upper: 40,
				width: 230,
				tilt: 4,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(entry('发票代码 ', f.发票代码), entry('发票号码 ', f.发票号码)),
			spread(entry('开票日期 ', f.日期), entry('行业类别 ', f.行业分类)),
			'<div class="block">',
			line(entry('付款方名称 ', f.购买方名称)),
			line(entry('付款方证件号码 ', f.购买方识别号)),
			line(entry('收款方名称 ', f.销售方名称)),
			line(entry('收款方识别号 ', f.销售方识别号)),
			'</div><div class="block">',
			grid(
				['项目内容', '计量单位', '数量', '单价', '金额'],
				f.items.map(([name, , unit, quantity, price, amount]) => [
					name,
					unit,
					quantity,
					price,
					amount,
				]),
			),
			'</div><div class="block">',
			spread(
				entry('小写合计 ', `￥${f['合计金额(小写)']}`),
				entry('大写合计 ', f['合计金额(大写)']),
			),
			line(entry('备注 ', f.备注)),
			spread(entry('防伪校验码 ', f.校验码), entry('开票人 ', f.开票人)),
			'</div>',
		].join(''),
});
