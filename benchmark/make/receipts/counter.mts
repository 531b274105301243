import { inWords, row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { line, spread } from '../../../samples/make/html.mts';
import { grid } from '../../../samples/make/invoices/forms.mts';

const table = [
	row('羊绒混纺大衣', '1', '1680.00'),
	row('真丝小方巾', '2', '259.00'),
	row('羊皮手套', '1', '328.00'),
];
const articles = ['WD2408-11', 'SJ0077', 'ST1190'];
const discount = '526.00';
const due = sum([rowSum(table), `-${discount}`]);

export const counter = receipt({
	id: 'mr13-counter',
	width: 1180,
	style: `
		.paper { padding: 40px 50px 46px; font: 29px 'AR PL UMing CN', serif; line-height: 1.5; color: #1a2a5a; background: #fffdf8; -webkit-text-stroke: 0.4px; }
		.name { font-size: 42px; letter-spacing: 8px; }
		.under { border-bottom: 4px double #1a2a5a; width: 420px; margin: 0 auto 12px; }
		.slip { width: 100%; border-collapse: collapse; margin: 8px 0; }
		.slip :is(th, td) { border: 2px solid #1a2a5a; padding: 5px 14px; font-weight: normal; text-align: center; }
		.slip td:nth-child(n + 4) { text-align: right; }
	`,
	fields: {
		shop_name: '金悦百货大楼',
		receipt_num: '3F-0206618',
		machine_num: '3F05',
		employee_num: '20417',
		consumption_date: '2024年12月08日',
		total_amount: rowSum(table),
		discount,
		paid_amount: due,
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('专柜销售交款单', 'center under'),
			spread('专柜:3F-21 女装', `开单日期:${f.consumption_date}`, `No.${f.receipt_num}`),
			grid(
				['货号', '品名', '数量', '零售价', '金额'],
				f.table.map(([name, quantity, price, amount], index) => [
					articles[index],
					name,
					quantity,
					price,
					amount,
				]),
				'slip',
			),
			spread(`总额:${f.total_amount}`, `折扣额:${f.discount}`, `应交款:${due}`),
			spread(`人民币大写:${inWords(due)}`, `实交款:${f.paid_amount}`),
			spread(
				`收银台:${f.machine_num}`,
				`收银员:${f.employee_num}`,
				'营业员:11306',
				'第二联 顾客留存',
			),
		].join(''),
});
