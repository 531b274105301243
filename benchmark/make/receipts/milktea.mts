import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import type { Row } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { cells, line, rule, spread } from '../../../samples/make/html.mts';

const withoutPrice = ([name, quantity, , amount]: Row): Row => [name, quantity, '', amount];
const table = [
	row('茉莉奶绿(大杯)', '1', '16.00'),
	row('杨枝甘露(中杯)', '2', '19.00'),
	row('黑糖波波鲜奶', '1', '18.00'),
].map(withoutPrice);
const modifiers = ['少冰/七分糖/加椰果', '去冰/标准糖/吸管x2', '温/三分糖/珍珠换芋圆'];
const discount = '10.00';

export const milktea = receipt({
	id: 'mr04-milktea',
	width: 560,
	style: `
		.paper { padding: 30px 34px 50px; font: 30px 'WenQuanYi Micro Hei', sans-serif; line-height: 1.38; color: #101012; }
		.pickup { font: 700 76px 'Liberation Sans', sans-serif; text-align: center; line-height: 1.2; }
		.name { font-size: 38px; font-weight: bold; text-align: center; }
		.cells { grid-template-columns: 1fr 60px 120px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.with { font-size: 25px; padding-left: 36px; }
		.pay { font-size: 36px; font-weight: bold; }
	`,
	fields: {
		shop_name: '半糖山茶',
		receipt_num: '1184500273361',
		consumption_date: '2025-08-11',
		consumption_time: '14:32:05',
		total_amount: rowSum(table),
		discount,
		paid_amount: sum([rowSum(table), `-${discount}`]),
		table,
	},
	body: (f) =>
		[
			line('5037', 'pickup'),
			line('取餐号(自取)', 'center'),
			line(f.shop_name, 'name'),
			line('大学城南店', 'center'),
			rule('-'),
			...f.table.map(
				([name, quantity, , amount], index) =>
					cells(`${index + 1}. ${name}`, quantity, `¥${amount}`) + line(modifiers[index], 'with'),
			),
			rule('-'),
			spread('共4杯', `商品合计 ¥${f.total_amount}`),
			spread('满60减10', `-¥${f.discount}`),
			`<div class="pay">${spread('实付款', `¥${f.paid_amount}`)}</div>`,
			rule('-'),
			line(`订单编号 ${f.receipt_num}`),
			line(`下单 ${f.consumption_date} ${f.consumption_time}`),
			line('渠道 小程序'),
			line('请在15分钟内饮用口感最佳', 'center'),
		].join(''),
});
