import { row, rowSum, sum } from '../amounts.mts';
import type { Row } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const withoutPrice = ([name, quantity, , amount]: Row): Row => [name, quantity, '', amount];
const table = [
	row('燕麦拿铁 Oat Latte', '2', '32.00'),
	row('美式咖啡 Americano', '1', '22.00'),
	row('海盐卷 Salt Roll', '3', '9.00'),
	row('巴斯克 Basque Cake', '1', '35.00'),
].map(withoutPrice);
const modifiers = [['- 大杯 Large', '- 少冰 Less Ice'], ['- 热 Hot'], [], ['- 加热 Warm']];
const discount = '8.00';
const total = sum([rowSum(table), `-${discount}`]);

export const cafe = receipt({
	id: 'r05-cafe',
	width: 740,
	style: `
		.paper { padding: 60px 52px 70px; font: 29px 'Liberation Sans', 'WenQuanYi Micro Hei', sans-serif; color: #33313a; background: #fbfaf8; }
		.name { font-size: 48px; }
		.latin { letter-spacing: 6px; font-size: 25px; }
		.cells { grid-template-columns: 52px 1fr 130px; padding-top: 4px; }
		.cells > :last-child { text-align: right; }
		.modifier { padding-left: 84px; font-size: 25px; color: #55535c; }
		.big { font-size: 38px; font-weight: bold; }
	`,
	fields: {
		shop_name: '晨汐咖啡烘焙',
		receipt_num: '0416',
		machine_num: 'P2',
		employee_num: 'Yoyo',
		consumption_date: '2024.06.09',
		consumption_time: '15:07',
		total_amount: total,
		discount,
		paid_amount: '150.00',
		change: sum(['150.00', `-${total}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('MORNING TIDE', 'center latin'),
			gap(22),
			spread(`单号 Order: ${f.receipt_num}`, `POS: ${f.machine_num}`),
			line(`日期 Date: ${f.consumption_date} ${f.consumption_time}`),
			line(`收银 Cashier: ${f.employee_num}`),
			line('堂食 Dine in'),
			rule('*'),
			...f.table.map(
				([name, quantity, , amount], index) =>
					cells(quantity, name, amount) +
					modifiers[index].map((text) => line(text, 'modifier')).join(''),
			),
			rule('*'),
			spread('小计 Subtotal', rowSum(f.table)),
			spread('折扣 Discount', `-${f.discount}`),
			`<div class="big">${spread('合计 TOTAL', `¥${f.total_amount}`)}</div>`,
			spread('现金 CASH', `${f.paid_amount}`),
			spread('找零 CHANGE', `${f.change}`),
			rule('*'),
			line('Wi-Fi: morningtide / tide2024', 'center'),
			line('Thank you & see you soon', 'center'),
		].join(''),
});
