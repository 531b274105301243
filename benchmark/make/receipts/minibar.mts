import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, spread } from '../../../samples/make/html.mts';

const table = [
	row('矿泉水 Mineral Water', '2', '28.00'),
	row('精酿啤酒 Craft Beer', '1', '58.00'),
	row('混合坚果 Mixed Nuts', '1', '45.00'),
	row('巧克力 Chocolate', '2', '36.00'),
];
const total = rowSum(table);

export const minibar = receipt({
	id: 'mr15-minibar',
	width: 780,
	style: `
		.paper { padding: 60px 56px 64px; font: 28px 'Liberation Serif', 'Noto Serif CJK SC', serif; line-height: 1.46; color: #2a2a2e; }
		.name { font-size: 44px; font-weight: 700; }
		.latin { font-size: 26px; letter-spacing: 4px; }
		.cells { grid-template-columns: 1fr 110px 130px 150px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.head { border-top: 2px solid #444; border-bottom: 2px solid #444; padding: 4px 0; margin: 10px 0; font-size: 25px; }
	`,
	fields: {
		shop_name: '澜庭湾酒店',
		receipt_num: 'MB-20240518-1602',
		employee_num: 'FD07',
		consumption_date: '2024-05-18',
		consumption_time: '10:44',
		currency: 'RMB',
		total_amount: total,
		paid_amount: '250.00',
		change: sum(['250.00', `-${total}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('LANTING BAY HOTEL', 'center latin'),
			line('客房迷你吧账单 Minibar Bill', 'center'),
			gap(12),
			spread('房号 Room: 1602', '客人 Guest: MR ZHAO'),
			line(`账单编号 Bill No.: ${f.receipt_num}`),
			line(`日期 Date: ${f.consumption_date}`),
			line(`时间 Time: ${f.consumption_time}`),
			line(`收银 Cashier: ${f.employee_num}`),
			`<div class="head">${cells('项目 Item', '数量 Qty', '单价 Price', '金额 Amount')}</div>`,
			...f.table.map(([name, quantity, price, amount]) => cells(name, quantity, price, amount)),
			line('', 'head'),
			spread(`合计 Total (${f.currency})`, f.total_amount),
			spread('现金 Cash', `${f.paid_amount}`),
			spread('找零 Change', `${f.change}`),
			gap(14),
			line('宾客签名 Signature: ______________'),
			line('感谢您的光临 Thank you', 'center'),
		].join(''),
});
