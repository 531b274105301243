import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, line, rule, spread } from '../../../samples/make/html.mts';

const table = [
	row('照烧鸡腿饭团', '2', '6.50'),
	row('无糖乌龙茶500ml', '1', '5.00'),
	row('溏心卤蛋', '3', '3.20'),
	row('关东煮魔芋丝', '2', '2.80'),
	row('蓝莓味酸奶杯', '1', '8.50'),
];
const gross = rowSum(table);
const discount = '3.00';
const total = sum([gross, `-${discount}`]);

export const convenience = receipt({
	id: 'mr02-convenience',
	width: 600,
	style: `
		.paper { padding: 40px 34px 60px; font: 28px 'Liberation Mono', 'WenQuanYi Zen Hei Mono', monospace; line-height: 1.4; color: #1c1c20; }
		.name { font: 700 46px 'Noto Sans CJK SC', sans-serif; }
		.cells { grid-template-columns: 1fr 170px 110px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.sum { font-size: 34px; font-weight: bold; }
	`,
	fields: {
		shop_name: '巷口24便利',
		receipt_num: '2203-041786',
		machine_num: '2',
		employee_num: '118',
		consumption_date: '2025/01/07',
		consumption_time: '07:48',
		total_amount: total,
		discount,
		paid_amount: '50.00',
		change: sum(['50.00', `-${total}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('ALLEY 24H', 'center'),
			line('建设四路店 TEL:000-64417708', 'center'),
			rule('='),
			spread(`${f.consumption_date}(二) ${f.consumption_time}`, `店员#${f.employee_num}`),
			spread(`收银机#${f.machine_num}`, `序号${f.receipt_num}`),
			rule('='),
			...f.table.map(([name, quantity, price, amount]) =>
				cells(name, `${quantity} @ ${price}`, amount),
			),
			rule('-'),
			spread('小 计', gross),
			spread('满30减3', `-${f.discount}`),
			`<div class="sum">${spread('合 计', f.total_amount)}</div>`,
			spread('  现 金', `${f.paid_amount}`),
			spread('  找 零', `${f.change}`),
			rule('='),
			line('*商品共9件*', 'center'),
			line('加入会员 每日咖啡半价', 'center'),
		].join(''),
});
