import { row, rowSum, sum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, spread } from '../html.mts';

const table = [
	row('亚麻衬衫', '1', '239.00'),
	row('直筒牛仔裤', '1', '199.00'),
	row('纯棉短袜', '3', '26.50'),
];
const variants = ['SJ2307 米白 M', 'SJ1185 深蓝 29', 'SJ0020 混色 均码'];
const discount = '50.00';
const total = sum([rowSum(table), `-${discount}`]);
const [coupon, wechat, cash] = ['20.00', '300.00', '150.00'];
const paid = sum([coupon, wechat, cash]);

export const clothing = receipt({
	id: 'r09-clothing',
	width: 760,
	style: `
		.paper { padding: 70px 60px 80px; font: 30px 'WenQuanYi Micro Hei', sans-serif; line-height: 1.5; color: #191919; background: #fefefe; }
		.brand { font: bold 58px 'Liberation Serif', serif; letter-spacing: 12px; }
		.name { font-size: 38px; }
		.cells { grid-template-columns: 1fr 80px 130px 140px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.variant { font-size: 25px; color: #555; }
		.head { background: #1c1c1c; color: #fff; padding: 2px 10px; margin: 14px 0; }
		.line { border-top: 3px solid #1c1c1c; margin: 14px 0; }
	`,
	fields: {
		shop_name: '素简衣集',
		receipt_num: 'SJ-0105-240421-031',
		employee_num: '18',
		consumption_date: '2024-04-21',
		consumption_time: '14:55',
		currency: 'RMB',
		total_amount: total,
		discount,
		paid_amount: paid,
		change: sum([paid, `-${total}`]),
		table,
	},
	body: (f) =>
		[
			line('SUJIAN', 'center brand'),
			line(f.shop_name, 'center name'),
			line('云庭里购物中心 2F-118', 'center variant'),
			gap(18),
			line(`单据号 ${f.receipt_num}`),
			spread(`交易时间 ${f.consumption_date} ${f.consumption_time}`, `收银 ${f.employee_num}`),
			spread('导购 阿岚', `币别 ${f.currency}`),
			`<div class="head">${cells('商品', '数量', '单价', '金额')}</div>`,
			...f.table.map(
				([name, quantity, price, amount], index) =>
					cells(name, quantity, price, amount) + line(variants[index], 'variant'),
			),
			spread('满500减50', `-${f.discount}`),
			line('', 'line'),
			spread('合计', f.total_amount),
			line('付款明细'),
			spread('  优惠券', coupon),
			spread('  微信支付', wechat),
			spread('  现金', cash),
			spread('实收', `${f.paid_amount}`),
			spread('找零', `${f.change}`),
			line('', 'line'),
			line('吊牌完好,7天内可凭小票退换', 'center variant'),
		].join(''),
});
