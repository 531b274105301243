import { cents, row, rowSum, sum } from '../../../samples/make/amounts.mts';
import type { Row } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, rule, spread } from '../../../samples/make/html.mts';

const grouped = (amount: string) =>
	(cents(amount) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
const table = [
	row('青禾X20手机 12+256G 曜石黑', '1', '3299.00'),
	row('青禾无线耳机Air', '1', '499.00'),
	row('65W快充充电器', '2', '79.00'),
].map(([name, quantity, price, amount]): Row => [name, quantity, grouped(price), grouped(amount)]);
const serials = ['SN:QH20X8K41190735', 'SN:QHA5T20092214', '赠品:手机壳一个'];
const total = rowSum(table);
const discount = '500.00';

export const electronics = receipt({
	id: 'mr14-electronics',
	width: 820,
	style: `
		.paper { padding: 54px 50px 60px; font: 29px 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; line-height: 1.45; color: #1e1e24; }
		.name { font-size: 48px; font-weight: 700; }
		.cells { grid-template-columns: 1fr 80px 160px 160px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.serial { font-size: 25px; font-family: 'Liberation Mono', 'WenQuanYi Zen Hei Mono', monospace; }
		.solid { border-top: 3px solid #333; margin: 10px 0; }
	`,
	fields: {
		shop_name: '青禾数码体验店',
		receipt_num: 'SO202503150291',
		machine_num: 'T4',
		employee_num: 'A1096',
		consumption_date: '2025-03-15',
		consumption_time: '15:22:30',
		currency: 'CNY',
		total_amount: grouped(total),
		discount,
		paid_amount: grouped(sum([total, `-${discount}`])),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('云锦广场一层 112号铺', 'center'),
			line('', 'solid'),
			spread('销售订单', `${f.receipt_num}`),
			spread('成交时间', `${f.consumption_date} ${f.consumption_time}`),
			spread('收银终端', `${f.machine_num}`),
			spread('店员编号', `${f.employee_num}`),
			spread('币种', `${f.currency}`),
			line('', 'solid'),
			cells('型号', '台/件', '售价', '合计'),
			line('', 'solid'),
			...f.table.map(
				([name, quantity, price, amount], index) =>
					cells(name, quantity, price, amount) + line(serials[index], 'serial'),
			),
			line('', 'solid'),
			spread('总价', f.total_amount),
			spread('国补立减', `-${f.discount}`),
			spread('客户实付', `${f.paid_amount}`),
			rule('.'),
			line('付款:信用卡分期12期 卡号 6225 88** **** 4017'),
			line('整机保修一年 配件保修六个月'),
			gap(8),
			line('七天无理由退货须保持商品完好', 'center'),
		].join(''),
});
