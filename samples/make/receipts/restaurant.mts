import { row, rowSum, sum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, spread } from '../html.mts';

const table = [
	row('剁椒蒸鱼头', '1', '88.00'),
	row('农家小炒肉', '1', '46.00'),
	row('手撕包菜', '1', '26.00'),
	row('外婆菜炒蛋', '1', '32.00'),
	row('米饭', '4', '3.00'),
	row('冰镇酸梅汤(扎)', '2', '28.00'),
	row('餐具', '4', '2.00'),
];
const serviceFee = '26.80';
const total = sum([rowSum(table), serviceFee]);
const discount = '0.80';

export const restaurant = receipt({
	id: 'r04-restaurant',
	width: 800,
	style: `
		.paper { padding: 48px 54px 70px; font: 31px 'Noto Sans CJK SC', sans-serif; line-height: 1.4; }
		.name { font-size: 44px; font-weight: bold; }
		.title { font-size: 36px; letter-spacing: 14px; padding: 6px 0 12px; }
		.cells { grid-template-columns: 1fr 130px 90px 140px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.head { border-top: 2px solid #333; border-bottom: 2px solid #333; margin: 10px 0; }
		.total { border-top: 2px solid #333; margin-top: 10px; padding-top: 8px; }
		.small { font-size: 26px; }
	`,
	fields: {
		shop_name: '湘水谣家常菜',
		receipt_num: '240518B0073',
		employee_num: '009',
		consumption_date: '2024-05-18',
		consumption_time: '19:36',
		print_date: '2024-05-18',
		print_time: '19:37:12',
		total_amount: total,
		discount,
		paid_amount: sum([total, `-${discount}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('结账单', 'center title'),
			spread('桌号:大厅 B07', '人数:4'),
			line(`账单号:${f.receipt_num}`),
			line(`结账时间:${f.consumption_date} ${f.consumption_time}`),
			line(`收银员:${f.employee_num}`),
			`<div class="head">${cells('菜名', '单价', '数量', '小计')}</div>`,
			...f.table.map(([name, quantity, price, amount]) => cells(name, price, quantity, amount)),
			`<div class="total">${spread('消费小计', rowSum(f.table))}</div>`,
			spread('服务费(10%)', serviceFee),
			spread('合计', f.total_amount),
			spread('抹零', `${f.discount}`),
			spread('实付(微信)', `${f.paid_amount}`),
			gap(20),
			line(`打印时间:${f.print_date} ${f.print_time}`, 'small'),
			line('多谢光临,期待再会', 'center small'),
		].join(''),
});
