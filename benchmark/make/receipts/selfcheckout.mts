import { product, row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { gap, line, rule, spread } from '../../../samples/make/html.mts';
import { barcodeLookalike } from '../marks.mts';

const goods = [
	{ row: row('高原牧场鲜牛乳950ml', '2', '19.90'), code: '6971230405519', memberOff: '3.00' },
	{ row: row('冷萃黑咖啡300ml', '3', '8.50'), code: '6958811200347' },
	{ row: row('三文鱼刺身拼盘220g', '1', '49.90'), code: '2600418049907', memberOff: '10.00' },
	{ row: row('有机菠菜300g', '1', '9.90'), code: '6932200187725' },
	{ row: row('现烤肉松小贝6枚', '1', '25.80'), code: '2600771025808' },
	{ row: row('可降解购物袋', '1', '1.20'), code: '6900000018815' },
];
const table = goods.map((good) => good.row);
const offOf = ({ row: [, quantity], memberOff = '0' }: (typeof goods)[number]) =>
	product(quantity, memberOff);
const discount = sum(goods.map(offOf));

export const selfcheckout = receipt({
	id: 'mr01-selfcheckout',
	width: 740,
	style: `
		.paper { padding: 44px 40px 60px; font: 29px 'Noto Sans CJK SC', sans-serif; line-height: 1.42; }
		.name { font-size: 54px; font-weight: 700; }
		.fine { font-size: 24px; color: #404046; padding-left: 26px; }
		.final { font-size: 38px; font-weight: 700; }
		.bars { display: block; margin: 16px auto 4px; }
	`,
	fields: {
		shop_name: '鲜屿生活',
		receipt_num: '77120419005631',
		machine_num: 'S08',
		consumption_date: '2025-04-19',
		consumption_time: '19:06:27',
		total_amount: rowSum(table),
		discount,
		paid_amount: sum([rowSum(table), `-${discount}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('江晖路店 · 自助结账', 'center'),
			rule('-'),
			spread('商品', '小计(元)'),
			rule('-'),
			...f.table.map(
				([name, quantity, price, amount], index) =>
					line(name) +
					spread(`  ${price}*${quantity}`, amount) +
					line(goods[index].code, 'fine') +
					(goods[index].memberOff
						? `<div class="fine">${spread('会员专享价优惠', `-${offOf(goods[index])}`)}</div>`
						: ''),
			),
			rule('-'),
			spread('商品总额', f.total_amount),
			spread('优惠合计', `-${f.discount}`),
			`<div class="final">${spread('应付', `${f.paid_amount}`)}</div>`,
			spread('支付宝-扫码付', `${f.paid_amount}`),
			rule('-'),
			line(`自助机编号:${f.machine_num}`),
			line(`交易时间:${f.consumption_date} ${f.consumption_time}`),
			line(`交易编号:${f.receipt_num}`),
			barcodeLookalike('selfcheckout', 520, 84),
			line('出门请配合核验小票', 'center'),
			gap(8),
			line('扫码可在三十日内自助开票', 'center'),
		].join(''),
});
