import { cents, row, rowSum, sum } from '../amounts.mts';
import type { Row } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, line, rule, spread } from '../html.mts';

const grouped = (amount: string) =>
	(cents(amount) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
const table = [
	row('北欧风实木餐椅白橡木软包款', '4', '359.00'),
	row('客厅吸顶灯三色调光60cm', '1', '1289.00'),
	row('遮光窗帘', '2.6', '98.00'),
	row('法兰绒加厚沙发套三人位通用', '1', '246.50'),
].map(([name, quantity, price, amount]): Row => [name, quantity, grouped(price), grouped(amount)]);
const discount = '127.30';
const total = rowSum(table);

export const homegoods = receipt({
	id: 'r18-homegoods-faded',
	width: 700,
	style: `
		.paper { padding: 50px 40px 60px; background: #f4f2ee; }
		.print { font: 29px 'Noto Sans Mono CJK SC', monospace; line-height: 1.36; color: #3d3b48; -webkit-mask-image: linear-gradient(90deg, #000 0 18%, rgba(0,0,0,0.55) 20% 24%, #000 26% 70%, rgba(0,0,0,0.62) 100%); }
		.name { font-size: 44px; }
		.cells { grid-template-columns: 1fr 80px 140px 150px; }
		.cells > :nth-child(n + 2) { text-align: right; }
	`,
	fields: {
		shop_name: '栖木家居馆',
		receipt_num: 'QM24030500029',
		machine_num: 'A1',
		employee_num: '0308',
		consumption_date: '2024/3/5',
		consumption_time: '16:02:18',
		print_date: '2024/3/8',
		print_time: '09:12:44',
		total_amount: grouped(total),
		discount,
		paid_amount: grouped(sum([total, `-${discount}`])),
		table,
	},
	body: (f) =>
		`<div class="print">${[
			line(f.shop_name, 'center name'),
			line('南环家居广场三楼', 'center'),
			line('(补打联)', 'center'),
			line(`销售单:${f.receipt_num}`),
			spread(`收银台:${f.machine_num}`, `开单员:${f.employee_num}`),
			line(`销售时间:${f.consumption_date} ${f.consumption_time}`),
			rule('='),
			cells('货品', '数量', '售价', '合计'),
			rule('-'),
			...f.table.map(([name, quantity, price, amount]) => cells(name, quantity, price, amount)),
			rule('='),
			spread('总金额', f.total_amount),
			spread('立减', `${f.discount}`),
			spread('已收款', `${f.paid_amount}`),
			spread('收款方式', '聚合扫码'),
			rule('='),
			line(`打印:${f.print_date} ${f.print_time}`),
			line('送货安装请致电 000-3306127', 'center'),
		].join('')}</div>`,
});
