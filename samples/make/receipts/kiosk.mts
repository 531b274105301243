import { row, rowSum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { line, rule, spread } from '../html.mts';

const table = [
	row('绿豆冰棍', '3', '2.00'),
	row('冰红茶500ml', '2', '3.50'),
	row('烤香肠', '2', '4.00'),
	row('一次性打火机', '1', '1.50'),
];

export const kiosk = receipt({
	id: 'r15-kiosk',
	width: 460,
	style: `
		.paper { padding: 34px 22px 50px; font: 30px 'WenQuanYi Zen Hei', sans-serif; line-height: 1.42; color: #4a4a66; background: #fbfbfd; }
		.name { font-size: 40px; }
		.sum { font-size: 36px; }
	`,
	fields: {
		shop_name: '阿秀小卖部',
		receipt_num: '000427',
		consumption_date: '2024年3月8日',
		consumption_time: '下午5:23',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line(`NO.${f.receipt_num}`),
			line(`${f.consumption_date} ${f.consumption_time}`),
			rule('-'),
			...f.table.map(
				([name, quantity, price, amount]) =>
					line(name) + spread(`  ${price} x ${quantity}`, amount),
			),
			rule('-'),
			`<div class="sum">${spread('总金额', f.total_amount)}</div>`,
			spread('微信收款', `${f.paid_amount}`),
			rule('-'),
			line('欢迎再来', 'center'),
		].join(''),
	photo: { longestSide: 1200, desk: 'wood' },
});
