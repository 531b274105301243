import { inWords } from '../../../samples/make/amounts.mts';
import { invoice } from '../../../samples/make/document.mts';
import type { Item } from '../../../samples/make/document.mts';
import { gap, line, spread } from '../../../samples/make/html.mts';
import { formStyle, seal } from '../../../samples/make/invoices/forms.mts';
import { amountOf } from '../../../samples/make/invoices/items.mts';
import { oldTaxId } from '../../../samples/make/taxid.mts';

const charge = (name: string, amount: string): Item => [name, '', '', '', '', amount, '', ''];
const items = [charge('住宿', '636.00'), charge('餐饮', '214.50'), charge('洗涤', '30.00')];
const total = amountOf(items);

export const gansu = invoice({
	id: 'mi05-gansu-roll',
	width: 640,
	style: `
		${formStyle('#3b3b44')}
		.paper { padding: 44px 44px 60px; font: 29px 'AR PL SungtiL GB', 'AR PL UMing CN', serif; line-height: 1.5; color: #30303a; background: #fbfaf6; -webkit-text-stroke: 0.5px; }
		.title { font: 32px 'AR PL UKai CN', serif; }
		.solid { border-top: 2px solid #555; margin: 10px 0; }
	`,
	fields: {
		发票名称: '甘肃省地方税务局通用机打发票',
		发票代码: '262001470915',
		发票号码: '21108463',
		日期: '2014.09.30',
		购买方名称: '孙玉梅',
		销售方名称: '兰州市城关区雁滩假日宾馆',
		销售方识别号: oldTaxId('620102', '22460935'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '005',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('(发票联)', 'center'),
			gap(110),
			line(`发票代码:${f.发票代码}`),
			line(`发票号码:${f.发票号码}`),
			line(`日  期:${f.日期}`),
			line(`收款方:${f.销售方名称}`),
			line(`收款方税号:${f.销售方识别号}`),
			line(`付款方:${f.购买方名称}`),
			line('', 'solid'),
			spread('消费项目', '金额(元)'),
			...f.items.map(([name, , , , , amount]) => spread(name, amount)),
			line('', 'solid'),
			spread('金额总计', f['合计金额(小写)']),
			line(`大写:${f['合计金额(大写)']}`),
			line('', 'solid'),
			line(`开票员:${f.开票人}`),
			line('有奖发票 刮开有效', 'center'),
			seal({
				top: '全国统一发票监制章',
				middle: '甘 肃',
				bottom: '地方税务局监制',
				left: 225,
				upper: 124,
				width: 190,
			}),
		].join(''),
});
