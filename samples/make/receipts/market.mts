import { row, rowSum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const table = [
	row('本地黄瓜', '0.862', '5.60'),
	row('前腿肉', '1.138', '27.80'),
	row('活鲫鱼', '0.764', '19.60'),
	row('山药(铁棍)', '0.595', '13.80'),
	row('小葱', '0.106', '9.00'),
	row('豆腐(盒)', '2', '3.50'),
	row('鲜鸡蛋', '1.502', '10.40'),
];

export const market = receipt({
	id: 'r06-market',
	width: 700,
	style: `
		.paper { padding: 36px 34px 54px; font: 30px 'WenQuanYi Zen Hei', sans-serif; color: #2b2840; background: #fffef9; }
		.name { font-size: 42px; border: 3px solid #2b2840; padding: 6px; margin-bottom: 12px; }
		.cells { grid-template-columns: 1fr 140px 130px 130px; line-height: 1.55; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.big { font-size: 40px; }
		.small { font-size: 24px; }
	`,
	fields: {
		shop_name: '绿陌鲜菜场',
		receipt_num: '00057231',
		machine_num: '08',
		consumption_date: '24-03-09',
		consumption_time: '09:15',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('明码标价 足斤足两', 'center'),
			spread(`流水号 ${f.receipt_num}`, `机号 ${f.machine_num}`),
			line(`时间 ${f.consumption_date} ${f.consumption_time}`),
			rule('-'),
			`<div class="small">${cells('品名', '重量/数量', '单价', '金额')}</div>`,
			rule('-'),
			...f.table.map(([name, quantity, price, amount]) => cells(name, quantity, price, amount)),
			rule('-'),
			`<div class="big">${spread('总计金额', `${f.total_amount}元`)}</div>`,
			spread('扫码支付', `${f.paid_amount}元`),
			gap(16),
			line('投诉电话 000-6620118 摊位 A区16号', 'small center'),
		].join(''),
});
