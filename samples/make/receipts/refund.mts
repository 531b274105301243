import { row, rowSum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, line, rule, spread } from '../html.mts';

const table = [row('保温杯500ml', '-1', '89.00'), row('棉麻抱枕套', '-2', '29.90')];

export const refund = receipt({
	id: 'r13-refund',
	width: 720,
	style: `
		.paper { padding: 48px 44px 60px; font: 30px 'Liberation Mono', 'WenQuanYi Micro Hei Mono', monospace; line-height: 1.5; color: #2c2c34; background: #fcfbf4; }
		.name { font-size: 42px; }
		.stamp { border: 3px solid #2c2c34; width: 260px; margin: 8px auto; font-size: 36px; }
		.cells { grid-template-columns: 1fr 90px 130px 160px; }
		.cells > :nth-child(n + 2) { text-align: right; }
	`,
	fields: {
		shop_name: '佳采生活百货',
		receipt_num: 'R20240115007',
		machine_num: '11',
		employee_num: '5520',
		consumption_date: '2024.01.15',
		consumption_time: '11:32',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('湖滨店', 'center'),
			line('退货小票', 'center stamp'),
			line(`退货单号:${f.receipt_num}`),
			spread(`POS号:${f.machine_num}`, `收银员:${f.employee_num}`),
			line(`时间:${f.consumption_date} ${f.consumption_time}`),
			rule('='),
			cells('品名', '数量', '单价', '金额'),
			...f.table.map(([name, quantity, price, amount]) => cells(name, quantity, price, amount)),
			rule('='),
			spread('合计', f.total_amount),
			spread('现金', `${f.paid_amount}`),
			rule('='),
			line('退货原因:顾客不满意'),
			line('顾客签名:______________'),
		].join(''),
});
