import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, rule, spread } from '../../../samples/make/html.mts';

const table = [
	row('黑麦核桃欧包', '1', '22.00'),
	row('北海道吐司', '1', '18.50'),
	row('蒜香法棍', '2', '13.00'),
	row('葡式蛋挞', '4', '5.50'),
];
const halfPrice = '6.50';
const due = sum([rowSum(table), `-${halfPrice}`]);

export const bakery = receipt({
	id: 'mr03-bakery',
	width: 700,
	style: `
		.paper { padding: 50px 48px 60px; font: 30px 'AR PL UKai CN', serif; line-height: 1.4; color: #231d1a; -webkit-text-stroke: 0.5px; }
		.name { font-size: 56px; }
		.cells { grid-template-columns: 1fr 120px 80px 130px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.thin { border-top: 2px solid #555; margin: 10px 0; }
	`,
	fields: {
		shop_name: '麦垛手作面包',
		receipt_num: 'MD250316022',
		employee_num: '小雨',
		consumption_date: '2025年3月16日',
		consumption_time: '17:32',
		total_amount: rowSum(table),
		discount: halfPrice,
		paid_amount: due,
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('—— 梧桐里店 ——', 'center'),
			gap(16),
			line(`单据号 ${f.receipt_num}`),
			spread(`${f.consumption_date}`, `${f.consumption_time}`),
			line('', 'thin'),
			cells('面包', '单价', '个数', '小计'),
			line('', 'thin'),
			...f.table.map(([name, quantity, price, amount]) => cells(name, price, quantity, amount)),
			line('', 'thin'),
			spread('货款共计', f.total_amount),
			spread('第二件半价(蒜香法棍)', `-${f.discount}`),
			spread('应付款', due),
			spread('储值卡支付', `${f.paid_amount}`),
			spread('储值卡余额', '163.20'),
			line('', 'thin'),
			line(`经手人 ${f.employee_num}`),
			line('当日出炉 请于两日内食用', 'center'),
			rule('·'),
		].join(''),
});
