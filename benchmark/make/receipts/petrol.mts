import { row, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, rule, spread } from '../../../samples/make/html.mts';

const table = [row('92号汽油(国VI)', '41.07', '7.58'), row('车用尿素10kg', '1', '45.00')];
const gross = sum(table.map(([, , , amount]) => amount));
const discount = '16.43';

export const petrol = receipt({
	id: 'mr10-petrol',
	width: 660,
	style: `
		.paper { padding: 48px 40px 60px; font: 29px 'WenQuanYi Zen Hei Mono', monospace; line-height: 1.5; color: #39393f; background: #f7f7f4; }
		.name { font-size: 38px; }
		.cells { grid-template-columns: 1fr 100px 110px 130px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.tall { font-size: 34px; transform-origin: left; }
	`,
	fields: {
		shop_name: '中昊能源绕城东加油站',
		receipt_num: '33019500127745',
		machine_num: '5',
		employee_num: '3306',
		consumption_date: '2024-10-03',
		consumption_time: '13:20:46',
		total_amount: gross,
		discount,
		paid_amount: sum([gross, `-${discount}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('电话 000-86660195', 'center'),
			rule('-'),
			spread(`POS编号 ${f.machine_num}`, `班次 2`, `加油员 ${f.employee_num}`),
			line(`交易流水 ${f.receipt_num}`),
			line(`${f.consumption_date} ${f.consumption_time}  油枪 09`),
			rule('-'),
			cells('油品/商品', '单价', '数量', '金额'),
			...f.table.map(([name, quantity, price, amount]) => cells(name, price, quantity, amount)),
			rule('-'),
			spread('金额合计', `${f.total_amount}`),
			spread('站级优惠', `${f.discount}`),
			`<div class="tall">${spread('实收款', `${f.paid_amount}`)}</div>`,
			spread('付款类型', '电子钱包'),
			rule('-'),
			spread('车牌', '*A·3**81'),
			spread('里程积分', '+41'),
			gap(12),
			line('本站提供24小时服务 一路平安', 'center'),
		].join(''),
});
