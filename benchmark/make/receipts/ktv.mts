import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, line, rule, spread } from '../../../samples/make/html.mts';

const table = [
	row('包厢费(中包)', '3', '98.00'),
	row('麦岭纯生330ml', '24', '12.00'),
	row('什锦果盘(大)', '1', '128.00'),
	row('爆米花', '2', '25.00'),
	row('苏打水', '6', '8.00'),
];
const discount = '118.00';
const due = sum([rowSum(table), `-${discount}`]);

export const ktv = receipt({
	id: 'mr08-ktv',
	width: 760,
	style: `
		.paper { padding: 50px 46px 60px; font: 30px 'Noto Sans Mono CJK SC', monospace; line-height: 1.4; color: #26262e; background: #f9f9f6; }
		.name { font-size: 46px; font-weight: 700; }
		.cells { grid-template-columns: 90px 1fr 150px 150px; }
		.cells > :nth-child(n + 3) { text-align: right; }
	`,
	fields: {
		shop_name: '声浪量贩KTV',
		receipt_num: 'SL-250215-1107',
		machine_num: '前台2',
		employee_num: '5518',
		consumption_date: '2025-02-16',
		consumption_time: '00:42:50',
		print_date: '2025-02-16',
		print_time: '00:43:02',
		total_amount: rowSum(table),
		discount,
		paid_amount: due,
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('消费水单', 'center'),
			rule('*'),
			line(`水单号: ${f.receipt_num}`),
			spread('包厢: V307', '预订人: 陈先生'),
			line('开房: 2025-02-15 21:40'),
			line(`买单: ${f.consumption_date} ${f.consumption_time}`),
			spread(`收银点: ${f.machine_num}`, `收银工号: ${f.employee_num}`),
			rule('*'),
			cells('数量', '消费项目', '单价', '金额'),
			...f.table.map(([name, quantity, price, amount]) => cells(quantity, name, price, amount)),
			rule('*'),
			spread('消费合计', f.total_amount),
			spread('金卡优惠', `-${f.discount}`),
			spread('应收款', due),
			spread('储值卡付款', `${f.paid_amount}`),
			spread('卡内余额', '1,310.00'),
			rule('*'),
			line(`打单时间: ${f.print_date} ${f.print_time}`),
			line('客人签字:'),
		].join(''),
});
