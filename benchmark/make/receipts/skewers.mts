import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import type { Row } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, gap, line, rule, spread } from '../../../samples/make/html.mts';

const withoutPrice = ([name, quantity, , amount]: Row): Row => [name, quantity, '', amount];
const table = [
	row('老灶牛油锅', '1', '58.00'),
	row('小郡肝', '30', '1.20'),
	row('麻辣牛肉', '24', '1.50'),
	row('黄喉', '2', '26.00'),
	row('红糖糍粑', '1', '18.00'),
	row('冰粉', '4', '6.00'),
	row('油碟', '4', '4.00'),
	row('迎宾小吃(赠)', '1', '0.00'),
].map(withoutPrice);
const units = ['锅', '串', '串', '份', '份', '碗', '位', '份'];
const discount = '12.00';
const due = sum([rowSum(table), `-${discount}`]);

export const skewers = receipt({
	id: 'mr06-skewers',
	width: 720,
	style: `
		.paper { padding: 46px 44px 64px; font: 32px 'WenQuanYi Zen Hei', sans-serif; line-height: 1.42; color: #18181c; background: #fbfbf7; }
		.name { font-size: 50px; letter-spacing: 6px; }
		.seat { font-size: 44px; border-top: 3px solid; border-bottom: 3px solid; }
		.cells { grid-template-columns: 60px 1fr 80px 70px 140px; }
		.cells > :nth-child(n + 3) { text-align: right; }
		.total { font-size: 38px; font-weight: bold; }
	`,
	fields: {
		shop_name: '青瓦巷老灶火锅',
		receipt_num: 'JZ20241102-0083',
		employee_num: '罗丹',
		consumption_date: '2024-11-02',
		consumption_time: '21:26',
		total_amount: rowSum(table),
		discount,
		paid_amount: due,
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('客人结账单', 'center'),
			gap(8),
			`<div class="seat">${spread('桌号 C18', '4人')}</div>`,
			line(`帐单编号 ${f.receipt_num}`),
			spread('入座 19:10', `结账时间 ${f.consumption_date} ${f.consumption_time}`),
			spread('服务员 小唐', `收银员 ${f.employee_num}`),
			rule('-'),
			cells('序', '菜名', '数量', '单位', '小计'),
			rule('-'),
			...f.table.map(([name, quantity, , amount], index) =>
				cells(String(index + 1), name, quantity, units[index], amount),
			),
			rule('-'),
			spread('消费总额', `${f.total_amount}`),
			spread('会员折让', `${f.discount}`),
			`<div class="total">${spread('应付总额', `${due}`)}</div>`,
			spread('收款(微信)', `${f.paid_amount}`),
			spread('人均', '57.00'),
			rule('-'),
			line('本单不作报销凭证 需开票请扫桌角二维码', 'center'),
		].join(''),
});
