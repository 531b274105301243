import { row, sum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { gap, line, rule, spread } from '../html.mts';

const fill = row('95#车用汽油', '38.42', '8.12');
const [grade, litres, price, amount] = fill;
const paid = '300.00';

export const fuel = receipt({
	id: 'r07-fuel',
	width: 640,
	style: `
		.paper { padding: 50px 44px 66px; font: 31px 'Noto Sans Mono CJK SC', monospace; line-height: 1.42; color: #44444c; background: #f6f6f3; }
		.name { font-size: 40px; font-weight: bold; color: #222; }
		.small { font-size: 24px; }
	`,
	fields: {
		shop_name: '路畅石油',
		receipt_num: '240701-00318',
		machine_num: '07',
		employee_num: '2033',
		consumption_date: '2024-07-01',
		consumption_time: '06:58:20',
		total_amount: amount,
		discount: sum([amount, `-${paid}`]),
		paid_amount: paid,
		table: [fill],
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('滨河东路加油站', 'center'),
			line('顾客联', 'center'),
			rule('.'),
			line(`票号:${f.receipt_num}`),
			spread(`机号:${f.machine_num}`, '枪号:12'),
			line(`操作员:${f.employee_num}`),
			line(`加油时间:${f.consumption_date}`),
			line(`         ${f.consumption_time}`, 'right'),
			rule('.'),
			line(`油品:${grade}`),
			line(`单价:${price}元/升`),
			line(`数量:${litres}升`),
			line(`金额:${amount}元`),
			rule('.'),
			line(`应收金额:${f.total_amount}元`),
			line(`优惠金额:${f.discount}元`),
			line(`实收金额:${f.paid_amount}元`),
			line('支付方式:加油卡'),
			line('卡余额:1268.45元'),
			gap(16),
			line('开具发票请于30日内凭此小票办理', 'center small'),
		].join(''),
});
