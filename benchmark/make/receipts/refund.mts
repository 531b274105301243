import { row, rowSum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, rule, spread } from '../../../samples/make/html.mts';

const table = [row('哑光持妆粉底液30ml', '-1', '268.00'), row('卸妆棉(80片)', '-3', '12.90')];

export const refund = receipt({
	id: 'mr19-refund',
	width: 640,
	style: `
		.paper { padding: 44px 40px 60px; font: 29px 'Noto Sans CJK SC', sans-serif; line-height: 1.45; color: #28282e; }
		.band { background: #222; color: #fff; font-size: 36px; text-align: center; margin: 12px 0; }
		.name { font: 700 44px 'Noto Serif CJK SC', serif; }
		.cells { grid-template-columns: 1fr 1fr 1fr; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.sum { font-size: 36px; font-weight: 700; }
	`,
	fields: {
		shop_name: '妍序美妆集合店',
		receipt_num: 'TK-2502090012',
		machine_num: '01',
		employee_num: '2209',
		consumption_date: '2025年02月09日',
		consumption_time: '16:38',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('湖滨天地店', 'center'),
			line('退 款 单', 'band'),
			line(`退款单号：${f.receipt_num}`),
			line(`退款时间：${f.consumption_date} ${f.consumption_time}`),
			spread(`收银机号：${f.machine_num}`, `收银工号：${f.employee_num}`),
			rule('-'),
			cells('数量', '单价', '金额'),
			rule('-'),
			...f.table.map(
				([name, quantity, price, amount]) => line(name) + cells(quantity, price, amount),
			),
			rule('-'),
			`<div class="sum">${spread('退款合计', f.total_amount)}</div>`,
			spread('原路退回(支付宝)', `${f.paid_amount}`),
			rule('-'),
			gap(8),
			line('款项将于1-3个工作日到账', 'center'),
		].join(''),
});
