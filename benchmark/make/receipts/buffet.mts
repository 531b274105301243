import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, spread } from '../../../samples/make/html.mts';

const table = [
	row('成人晚市自助', '3', '168.00'),
	row('儿童票(1.2-1.4米)', '1', '84.00'),
	row('鲜榨果汁畅饮', '4', '9.90'),
];
const rounding = '0.60';
const due = sum([rowSum(table), `-${rounding}`]);

export const buffet = receipt({
	id: 'mr07-buffet',
	width: 680,
	style: `
		.paper { padding: 56px 50px 60px; font: 31px 'AR PL SungtiL GB', 'AR PL UMing CN', serif; line-height: 1.46; color: #15151a; -webkit-text-stroke: 0.6px; }
		.name { font: 700 48px 'Noto Serif CJK SC', serif; }
		.box { border: 3px solid #222; padding: 8px 14px; margin: 10px 0; }
		.cells { grid-template-columns: 110px 70px 1fr 140px; }
		.cells > :nth-child(2) { text-align: center; }
		.cells > :last-child { text-align: right; }
	`,
	fields: {
		shop_name: '碧海汇海鲜自助餐厅',
		receipt_num: '0000419',
		machine_num: 'POS-B',
		employee_num: '07',
		consumption_date: '2024.12.24',
		consumption_time: '18:03:11',
		total_amount: rowSum(table),
		discount: rounding,
		paid_amount: '700.00',
		change: sum(['700.00', `-${due}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('SEAFOOD BUFFET', 'center'),
			gap(10),
			spread(`消费单号 ${f.receipt_num}`, '台位 32'),
			spread(`营业日 ${f.consumption_date}`, `${f.consumption_time}`),
			spread(`收款机 ${f.machine_num}`, `当班 ${f.employee_num}`),
			'<div class="box">',
			cells('单价', '人数', '项目', '金额'),
			...f.table.map(([name, quantity, price, amount]) => cells(price, quantity, name, amount)),
			'</div>',
			spread('总计金额', f.total_amount),
			spread('抹零', `${f.discount}`),
			spread('应付金额', due),
			spread('现金付款', `${f.paid_amount}`),
			spread('找回', `${f.change}`),
			'<div class="box">',
			line('押金 100.00 离场时凭本单退还'),
			line('用餐时限120分钟 浪费超200克另计'),
			'</div>',
		].join(''),
});
