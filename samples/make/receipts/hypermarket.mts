import { row, rowSum, sum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const table = [
	row('东北珍珠米10kg', '1', '59.90'),
	row('压榨花生油4L', '1', '109.00'),
	row('加碘精制盐400g', '2', '2.50'),
	row('三黄鸡', '1.245', '25.80'),
	row('精选五花肉', '0.936', '39.60'),
	row('基围虾', '0.518', '69.80'),
	row('西兰花', '0.672', '11.90'),
	row('水果玉米', '4', '3.30'),
	row('上海青', '0.455', '6.80'),
	row('红心火龙果', '1.380', '15.80'),
	row('进口香蕉', '1.126', '8.96'),
	row('巴氏鲜奶950ml', '2', '16.50'),
	row('原味酸奶8连杯', '1', '13.90'),
	row('老面馒头', '2', '6.00'),
	row('速冻荠菜水饺1kg', '1', '26.80'),
	row('香辣火锅底料200g', '2', '9.90'),
	row('挂面900g', '1', '8.60'),
	row('陈酿香醋500ml', '1', '7.90'),
	row('即食海苔', '3', '5.50'),
	row('黑巧克力80g', '2', '12.80'),
	row('苏打水350ml*12', '1', '36.00'),
	row('精酿啤酒500ml', '6', '5.90'),
	row('浓缩洗衣液2kg', '1', '32.90'),
	row('厨房湿巾', '2', '10.50'),
	row('软毛牙刷4支装', '1', '19.90'),
	row('无芯卷纸12卷', '1', '28.80'),
	row('保鲜袋(大号)', '1', '11.50'),
	row('购物袋', '2', '0.60'),
];
const discount = '46.70';
const due = sum([rowSum(table), `-${discount}`]);

export const hypermarket = receipt({
	id: 'r14-hypermarket',
	width: 720,
	style: `
		.paper { padding: 40px 36px 60px; font: 27px 'Liberation Mono', 'WenQuanYi Micro Hei Mono', monospace; line-height: 1.38; color: #36363c; background: linear-gradient(#fafaf7, #f0f0ec); }
		.name { font-size: 44px; }
		.cells { grid-template-columns: 1fr 90px 130px 125px; }
		.cells > :nth-child(n + 2) { text-align: right; }
	`,
	fields: {
		shop_name: '万汇城大卖场',
		receipt_num: '0047-2212-318806',
		machine_num: '018',
		employee_num: '004731',
		consumption_date: '2022-12-31',
		consumption_time: '20:16:55',
		total_amount: rowSum(table),
		discount,
		paid_amount: due,
		change: '0.00',
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('环城北路旗舰店', 'center'),
			line(`交易流水号:${f.receipt_num}`),
			spread(`收银机号:${f.machine_num}`, `收银员号:${f.employee_num}`),
			line(`销售时间:${f.consumption_date} ${f.consumption_time}`),
			rule('-'),
			cells('商品名称', '数量', '单价', '小计'),
			rule('-'),
			...f.table.map(([name, quantity, price, amount]) => cells(name, quantity, price, amount)),
			rule('-'),
			spread('总计', f.total_amount),
			spread('促销优惠', `-${f.discount}`),
			spread('应付', due),
			spread('银联卡', `${f.paid_amount}`),
			spread('找零', `${f.change}`),
			rule('-'),
			line('卡号:621700******4419'),
			line('商品件数:45'),
			gap(10),
			line('节假日营业至23:00 客服 000-5550188', 'center'),
		].join(''),
});
