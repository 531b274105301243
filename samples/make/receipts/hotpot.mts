import { row, rowSum, sum } from '../amounts.mts';
import type { Row } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const withoutPrice = ([name, quantity, , amount]: Row): Row => [name, quantity, '', amount];
const courses: Array<[string, Row[]]> = [
	['【锅底】', [row('鸳鸯锅(牛油/菌汤)', '1', '68.00')]],
	[
		'【荤菜】',
		[row('鲜切吊龙', '2', '52.00'), row('千层毛肚', '1', '58.00'), row('手打虾滑', '1', '46.00')],
	],
	['【素菜】', [row('贡菜', '1', '16.00'), row('冻豆腐', '2', '12.00')]],
	['【酒水】', [row('唯饮豆奶', '4', '8.00'), row('山城啤酒', '6', '10.00')]],
];
const table = courses.flatMap(([, rows]) => rows).map(withoutPrice);
const discount = '20.40';
const paid = sum([rowSum(table), `-${discount}`]);

export const hotpot = receipt({
	id: 'r10-hotpot',
	width: 760,
	style: `
		.paper { padding: 54px 48px 70px; font: 32px 'WenQuanYi Zen Hei', 'Noto Sans CJK SC', sans-serif; line-height: 1.38; color: #101014; }
		.name { font: 900 50px 'Noto Serif CJK SC', serif; }
		.table { font-size: 54px; font-weight: bold; }
		.cells { grid-template-columns: 1fr 100px 150px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.course { font-size: 27px; color: #333; }
	`,
	fields: {
		shop_name: '沸点山城火锅',
		receipt_num: '23123000156',
		employee_num: 'A03',
		consumption_date: '2023年12月30日',
		consumption_time: '20:47',
		print_date: '2023-12-30',
		print_time: '20:48',
		total_amount: rowSum(table),
		discount,
		paid_amount: paid,
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('天街店 · 结算单', 'center'),
			line('台号 V06', 'center table'),
			spread('就餐人数:6', `收银:${f.employee_num}`),
			line(`结账单号:${f.receipt_num}`),
			line(`营业日期:${f.consumption_date}`),
			spread('开台:18:05', `结账:${f.consumption_time}`),
			rule('-'),
			cells('菜品名称', '数量', '金额'),
			rule('-'),
			...courses.flatMap(([course, rows]) => [
				line(course, 'course'),
				...rows.map(([name, quantity, , amount]) => cells(name, quantity, amount)),
			]),
			rule('-'),
			spread('消费金额:', f.total_amount),
			spread('会员折扣:', `-${f.discount}`),
			spread('应付金额:', paid),
			spread('已付(银行卡):', `${f.paid_amount}`),
			rule('-'),
			line(`打印时间:${f.print_date} ${f.print_time}`),
			gap(12),
			line('餐后四小时内免费停车', 'center'),
		].join(''),
});
