import { cents, rowSum, sum, yuan } from '../amounts.mts';
import type { Row } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const books = [
	{ title: '江城旧事', isbn: '9787000412369', list: '48.00', copies: 1, percent: 85 },
	{ title: '写给大家的天文学', isbn: '9787000377514', list: '59.80', copies: 1, percent: 80 },
	{ title: '小灯塔双语绘本(套装)', isbn: '9787000520187', list: '36.00', copies: 2, percent: 90 },
	{ title: '方格手账本A5', isbn: '6970012233450', list: '22.00', copies: 3, percent: 100 },
];
const table = books.map(({ title, list, copies, percent }): Row => {
	const net = Math.round((cents(list) * copies * percent) / 100);
	return [title, String(copies), list, yuan(net)];
});
const listTotal = yuan(books.reduce((total, { list, copies }) => total + cents(list) * copies, 0));
const net = rowSum(table);

export const bookstore = receipt({
	id: 'r08-bookstore',
	width: 880,
	style: `
		.paper { padding: 60px 56px 70px; font: 30px 'AR PL UMing CN', serif; line-height: 1.45; color: #1d1d22; -webkit-text-stroke: 0.4px; }
		.name { font: 50px 'AR PL UKai CN', serif; }
		.cells { grid-template-columns: 1fr 130px 90px 110px 140px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.code > .cells > :first-child { font-size: 24px; }
		.line { border-top: 2px dashed #333; margin: 10px 0; }
	`,
	fields: {
		shop_name: '知行巷书局',
		receipt_num: '1223-004817',
		machine_num: '2',
		employee_num: '0721',
		consumption_date: '2023/12/24',
		consumption_time: '16:40:05',
		total_amount: listTotal,
		discount: sum([listTotal, `-${net}`]),
		paid_amount: net,
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('购书凭证', 'center'),
			gap(10),
			spread(`小票编号:${f.receipt_num}`, `收款台:${f.machine_num}`),
			spread(`${f.consumption_date} ${f.consumption_time}`, `工号:${f.employee_num}`),
			line('', 'line'),
			cells('书名', '定价', '册数', '折扣', '实洋'),
			line('', 'line'),
			...f.table.map(
				([title, copies, list, amount], index) =>
					line(title) +
					`<div class="code">${cells(books[index].isbn, list, copies, `${books[index].percent}%`, amount)}</div>`,
			),
			line('', 'line'),
			spread('总册数', String(books.reduce((total, { copies }) => total + copies, 0))),
			spread('码洋合计', f.total_amount),
			spread('折让', `${f.discount}`),
			spread('实洋应付', net),
			spread('云闪付', `${f.paid_amount}`),
			rule('~'),
			line('图书如有印装质量问题,请于15日内调换', 'center'),
			line('会员卡 6100 2287 · 累计积分 3,406', 'center'),
		].join(''),
});
