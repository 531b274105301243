import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { gap, line, rule, spread } from '../../../samples/make/html.mts';

const table = [
	row('单人爆米花套餐', '1', '35.00'),
	row('双人观影套餐', '1', '58.00'),
	row('烤肠', '2', '9.00'),
	row('3D眼镜', '2', '5.00'),
];
const parts = [['焦糖爆米花(中)', '可乐(中)'], ['咸味爆米花(大)', '柠檬汽水(中)x2'], [], []];
const discount = '15.00';

export const cinema = receipt({
	id: 'mr09-cinema',
	width: 640,
	style: `
		.paper { padding: 44px 40px 56px; font: 29px 'Noto Sans CJK SC', sans-serif; line-height: 1.4; color: #24242a; }
		.name { font-size: 42px; font-weight: 900; }
		.part { font-size: 25px; padding-left: 44px; color: #3c3c42; }
		.final { font-size: 36px; font-weight: 700; }
	`,
	fields: {
		shop_name: '星幕国际影城',
		receipt_num: 'MP1325040500317',
		machine_num: 'MP13',
		employee_num: '张晓',
		consumption_date: '2025-04-05',
		consumption_time: '19:51',
		total_amount: rowSum(table),
		discount,
		paid_amount: sum([rowSum(table), `-${discount}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('卖品小票(顾客联)', 'center'),
			gap(10),
			line(`销售时间：${f.consumption_date} ${f.consumption_time}`),
			line(`卖品单号：${f.receipt_num}`),
			spread(`终端：${f.machine_num}`, `售货员：${f.employee_num}`),
			rule('—'),
			...f.table.map(
				([name, quantity, price, amount], index) =>
					spread(`${name}`, '') +
					spread(`    ￥${price} × ${quantity}`, `￥${amount}`) +
					parts[index].map((part) => line(`· ${part}`, 'part')).join(''),
			),
			rule('—'),
			spread('原价合计：', `￥${f.total_amount}`),
			spread('优惠券抵扣：', `￥${f.discount}`),
			`<div class="final">${spread('实际支付：', `￥${f.paid_amount}`)}</div>`,
			line('支付方式：影城会员卡'),
			line('会员卡号：8866 **** 0523'),
			line('卡余额：￥212.40'),
			rule('—'),
			line('请凭小票至卖品台领取', 'center'),
		].join(''),
});
