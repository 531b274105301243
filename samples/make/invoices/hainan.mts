import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, grid } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '住宿费 Room', quantity: '3', unitPrice: '526.00' }),
	item({ name: '洗衣费 Laundry', quantity: '1', unitPrice: '48.00' }),
	item({ name: '餐费 Meals', quantity: '2', unitPrice: '137.50' }),
];
const total = amountOf(items);

export const hainan = invoice({
	id: 'i10-hainan-hotel',
	width: 1520,
	style: `
		${formStyle('#20667a')}
		.paper { padding: 60px 90px 70px; font: 29px 'Noto Sans CJK SC', sans-serif; line-height: 1.6; background: #fbfeff; color: #202024; }
		.title { font-size: 46px; font-weight: bold; }
		.copy { font-size: 30px; }
		.english { text-align: center; color: #20667a; font: 26px 'Liberation Serif', serif; letter-spacing: 2px; }
		.grid { margin: 20px 0; table-layout: fixed; }
		.grid th { background: #dcebef; }
		.grid :is(th, td) { padding: 5px 12px; border-bottom: 1px solid #20667a; }
		.grid :is(th, td):first-child { width: 46%; }
		.grid :is(th, td):nth-child(n + 2) { text-align: right; }
	`,
	fields: {
		发票名称: '海南省国家税务局通用机打发票',
		发票代码: '146001722410',
		发票号码: '00290458',
		日期: '2017年12月31日',
		校验码: '40918273650192837465',
		购买方名称: '广州越秀南风旅行社有限公司',
		购买方识别号: taxId('440104', 'MA59E2UA'),
		销售方名称: '三亚椰影酒店管理有限公司',
		销售方识别号: taxId('460200', '39520417'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '符秋月',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('HAINAN GENERAL MACHINE-PRINTED INVOICE', 'english'),
			line('发票联', 'copy'),
			spread(
				entry('发票代码 Invoice Code: ', f.发票代码),
				entry('发票号码 Invoice No.: ', f.发票号码),
			),
			spread(entry('开票日期 Date: ', f.日期), entry('校验码: ', f.校验码)),
			line(entry('付款方 Payer: ', f.购买方名称)),
			line(entry('付款方识别号 Payer Tax ID: ', f.购买方识别号)),
			grid(
				['项目 Item', '数量 Qty', '单价 Price', '金额 Amount'],
				f.items.map(([name, , , quantity, price, amount]) => [name, quantity, price, amount]),
			),
			line(entry('合计(大写) Total in words: ', f['合计金额(大写)'])),
			line(entry('合计(小写) Total: ', `￥${f['合计金额(小写)']}`)),
			line(entry('收款方 Payee: ', f.销售方名称)),
			line(entry('收款方识别号 Payee Tax ID: ', f.销售方识别号)),
			line(entry('开票人 Issued by: ', f.开票人)),
		].join(''),
});
