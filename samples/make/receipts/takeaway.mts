import { row, rowSum, sum } from '../amounts.mts';
import type { Row } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, line, rule, spread } from '../html.mts';

const withoutPrice = ([name, quantity, , amount]: Row): Row => [name, quantity, '', amount];
const table = [
	row('招牌卤肉饭', '2', '24.80'),
	row('凉拌木耳', '1', '12.00'),
	row('紫菜蛋花汤', '2', '6.00'),
].map(withoutPrice);
const [packing, delivery] = ['3.00', '4.50'];
const total = sum([rowSum(table), packing, delivery]);
const discount = '18.00';

export const takeaway = receipt({
	id: 'r17-takeaway',
	width: 680,
	style: `
		.paper { padding: 34px 36px 60px; font: bold 34px 'Noto Sans CJK SC', sans-serif; line-height: 1.4; color: #141414; }
		.ticket { font-size: 56px; text-align: center; }
		.name { font-size: 42px; text-align: center; }
		.cells { grid-template-columns: 1fr 100px 130px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.plain { font-weight: normal; font-size: 29px; }
	`,
	fields: {
		shop_name: '稻田边卤肉饭',
		receipt_num: '8013224099176553',
		consumption_date: '2024-07-12',
		consumption_time: '11:48',
		total_amount: total,
		discount,
		paid_amount: sum([total, `-${discount}`]),
		table,
	},
	body: (f) =>
		[
			line('#23 外卖', 'ticket'),
			line(f.shop_name, 'name'),
			rule('*'),
			'<div class="plain">',
			line(`下单时间:${f.consumption_date} ${f.consumption_time}`),
			line(`订单号:${f.receipt_num}`),
			line('备注:不要香菜,餐具2份'),
			'</div>',
			rule('*'),
			...f.table.map(([name, quantity, , amount]) => cells(name, `x${quantity}`, amount)),
			rule('*'),
			'<div class="plain">',
			spread('包装费', packing),
			spread('配送费', delivery),
			spread('总价', f.total_amount),
			spread('店铺优惠', `-${f.discount}`),
			'</div>',
			spread('实付', `¥${f.paid_amount}`),
			rule('*'),
			'<div class="plain">',
			line('翠屏路99号 李**(收) 手机尾号 0148'),
			'</div>',
		].join(''),
});
