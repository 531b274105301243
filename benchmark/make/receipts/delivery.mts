import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { line, spread } from '../../../samples/make/html.mts';
import { grid } from '../../../samples/make/invoices/forms.mts';

const table = [
	row('鸡毛菜', '12.5', '3.60'),
	row('去皮五花肉', '8.2', '31.50'),
	row('白条鸡', '6', '24.80'),
	row('北豆腐', '10', '4.20'),
	row('大豆油(桶)', '2', '98.00'),
	row('东北大米25kg', '3', '132.00'),
];
const ordered = ['12', '8', '6', '10', '2', '3'];
const units = ['公斤', '公斤', '只', '板', '桶', '袋'];
const discount = '9.34';

export const delivery = receipt({
	id: 'mr18-delivery',
	width: 1240,
	style: `
		.paper { padding: 46px 54px 50px; font: 28px 'Noto Sans CJK SC', sans-serif; line-height: 1.5; color: #222228; background: #fff; }
		.name { font-size: 42px; font-weight: 700; }
		.goods { width: 100%; border-collapse: collapse; margin: 12px 0; }
		.goods :is(th, td) { border: 2px solid #444; padding: 4px 14px; text-align: center; }
		.goods td:nth-child(n + 6) { text-align: right; }
		.goods td:nth-child(2) { text-align: left; }
	`,
	fields: {
		shop_name: '绿源达生鲜配送',
		receipt_num: 'PS2503280064',
		employee_num: '13',
		consumption_date: '2025-03-28',
		print_date: '2025-03-27',
		print_time: '22:10',
		total_amount: rowSum(table),
		discount,
		paid_amount: sum([rowSum(table), `-${discount}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('送货清单', 'center'),
			spread('收货单位:晨曦幼儿园', `配送单号:${f.receipt_num}`),
			spread(`送货日期:${f.consumption_date}`, `制单工号:${f.employee_num}`, '线路:城南3'),
			grid(
				['序号', '货品名称', '单位', '订货数', '实发数量', '单价', '金额'],
				f.table.map(([name, quantity, price, amount], index) => [
					String(index + 1),
					name,
					units[index],
					ordered[index],
					quantity,
					price,
					amount,
				]),
				'goods',
			),
			spread(`货款总计:${f.total_amount}`, `让利:${f.discount}`, `实付金额:${f.paid_amount}`),
			spread('司机:马师傅', '收货人(签字):', `打印时间:${f.print_date} ${f.print_time}`),
		].join(''),
});
