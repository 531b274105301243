import { row, rowSum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, rule, spread } from '../../../samples/make/html.mts';
import { barcodeLookalike } from '../marks.mts';

const table = [
	row('本地番茄', '1.235', '6.80'),
	row('黑猪前腿', '0.790', '39.60'),
	row('带泥莲藕', '0.648', '11.00'),
	row('土鸡蛋', '0.915', '17.60'),
	row('香菜', '0.084', '24.00'),
];

export const vegscale = receipt({
	id: 'mr12-vegscale',
	width: 520,
	style: `
		.paper { padding: 34px 30px 40px; font: 28px 'Noto Sans Mono CJK SC', monospace; line-height: 1.4; color: #33333a; background: #f8f8f8; }
		.name { font-size: 36px; font-weight: 700; }
		.cells { grid-template-columns: 1fr 1fr 1fr; }
		.cells > :nth-child(2) { text-align: center; }
		.cells > :nth-child(3) { text-align: right; }
		.sum { font-size: 40px; font-weight: 700; }
		.bars { display: block; margin: 12px auto; }
	`,
	fields: {
		shop_name: '东门口农贸市场',
		receipt_num: '000412',
		machine_num: 'A027',
		consumption_date: '2025-06-14',
		consumption_time: '06:51',
		total_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('公平溯源秤', 'center'),
			spread('摊位 水蔬-27', '经营户 吴*英'),
			spread(`秤号 ${f.machine_num}`, `票据号 ${f.receipt_num}`),
			line(`${f.consumption_date} ${f.consumption_time}`),
			rule('='),
			cells('重量kg', '单价', '金额'),
			rule('='),
			...f.table.map(
				([name, quantity, price, amount]) => line(name) + cells(quantity, price, amount),
			),
			rule('='),
			`<div class="sum">${spread('共计', `￥${f.total_amount}`)}</div>`,
			gap(6),
			barcodeLookalike('vegscale', 440, 78),
			line('2700412 027884', 'center'),
			line('扫码查农残检测结果', 'center'),
		].join(''),
});
