import { row, rowSum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { gap, line, rule, spread } from '../../../samples/make/html.mts';

const table = [
	row('布偶猫洗护套餐(4-6kg)', '1', '168.00'),
	row('冻干三拼猫粮1.5kg', '2', '89.90'),
	row('豆腐猫砂6L', '4', '16.80'),
	row('体内驱虫滴剂', '1', '75.00'),
];

export const petshop = receipt({
	id: 'mr11-petshop',
	width: 700,
	style: `
		.paper { padding: 50px 46px 60px; font: 30px 'WenQuanYi Micro Hei', sans-serif; line-height: 1.45; color: #2b2620; background: #fdfbf5; }
		.name { font: 700 50px 'AR PL UKai CN', serif; }
		.figures { padding-left: 44px; }
		.dots { border-top: 4px dotted #777; margin: 12px 0; }
		.sum { font-size: 38px; font-weight: bold; }
	`,
	fields: {
		shop_name: '毛球星球宠物馆',
		receipt_num: 'CW-00918',
		employee_num: '阿哲',
		consumption_date: '2025.05.01',
		consumption_time: '11:09',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('洗护 · 寄养 · 用品', 'center'),
			line('', 'dots'),
			spread('客户:煤球妈妈', `凭证号:${f.receipt_num}`),
			spread(`日 期:${f.consumption_date}`, `时 间:${f.consumption_time}`),
			line('', 'dots'),
			...f.table.map(
				([name, quantity, price, amount], index) =>
					line(`(${index + 1}) ${name}`) +
					`<div class="figures">${spread(`单价 ${price}元`, `数量 ${quantity}`, `${amount}元`)}</div>`,
			),
			line('', 'dots'),
			`<div class="sum">${spread('本单合计', `${f.total_amount}元`)}</div>`,
			spread('微信扫码', `${f.paid_amount}元`),
			line('', 'dots'),
			line(`经办人:${f.employee_num}`),
			spread('洗护次卡剩余', '3次'),
			gap(10),
			line('活体与开封粮食不支持退货', 'center'),
			rule(' '),
		].join(''),
});
