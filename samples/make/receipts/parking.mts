import { receipt } from '../document.mts';
import { line, rule, spread } from '../html.mts';

export const parking = receipt({
	id: 'r12-parking',
	width: 620,
	style: `
		.paper { padding: 46px 40px 50px; font: 33px 'WenQuanYi Zen Hei Mono', monospace; line-height: 1.5; color: #525258; background: #fafaf8; }
		.name { font-size: 42px; color: #333; }
		.paid { font-size: 46px; color: #333; }
	`,
	fields: {
		shop_name: '泊云广场停车场',
		receipt_num: 'T000918273',
		machine_num: 'G03',
		employee_num: '66',
		consumption_date: '2024-02-17',
		consumption_time: '21:09:33',
		total_amount: '25.00',
		discount: '5.00',
		paid_amount: '20.00',
		table: [],
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('收费凭条', 'center'),
			rule('-'),
			line(`凭证号:${f.receipt_num}`),
			spread(`终端:${f.machine_num}`, `收费员:${f.employee_num}`),
			line('车牌:***6T8'),
			line('入场:02-17 16:21'),
			line('出场:02-17 21:08'),
			line('时长:4小时47分'),
			rule('-'),
			line(`应收:${f.total_amount}元`),
			line(`减免:${f.discount}元`),
			line(`实收:${f.paid_amount}元`, 'paid'),
			line('方式:ETC'),
			rule('-'),
			line('收费时间:'),
			line(`${f.consumption_date} ${f.consumption_time}`),
			line('请在15分钟内离场', 'center'),
		].join(''),
});
