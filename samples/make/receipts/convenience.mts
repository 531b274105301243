import { row, rowSum, sum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const table = [
	row('饭团(海苔肉松)', '2', '6.80'),
	row('现磨豆浆 热 大杯', '1', '5.00'),
	row('茶叶蛋', '3', '1.80'),
	row('全麦三明治', '1', '9.90'),
];
const discount = '1.30';
const paid = sum([rowSum(table), `-${discount}`]);

export const convenience = receipt({
	id: 'r02-convenience',
	width: 720,
	style: `
		.paper { padding: 44px 40px 60px; font: 32px 'WenQuanYi Micro Hei', sans-serif; color: #3a3a44; background: #f8f8f4; }
		.name { font-size: 46px; }
		.cells { grid-template-columns: 1fr 70px 120px 130px; line-height: 1.6; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.small { font-size: 25px; }
		.rule { color: #777; }
	`,
	fields: {
		shop_name: '好邻角便利',
		receipt_num: '318842',
		machine_num: '03',
		employee_num: '114',
		consumption_date: '2024/03/05',
		consumption_time: '07:48',
		currency: '人民币',
		total_amount: rowSum(table),
		discount,
		paid_amount: paid,
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('GOOD CORNER 梧桐街二店', 'center small'),
			gap(20),
			spread(`${f.consumption_date} ${f.consumption_time}`, `机台 ${f.machine_num}`),
			spread(`交易序号 ${f.receipt_num}`, `店员 ${f.employee_num}`),
			rule('='),
			...f.table.map(([name, quantity, price, amount]) => cells(name, quantity, price, amount)),
			rule('='),
			spread('总额', `￥${f.total_amount}`),
			spread('会员减免', `￥${f.discount}`),
			spread('支付宝', `￥${f.paid_amount}`),
			spread('币种', `${f.currency}`),
			gap(22),
			line('支付流水 2024030522001470381', 'small'),
			line('24小时营业 · 感谢惠顾', 'center small'),
		].join(''),
});
