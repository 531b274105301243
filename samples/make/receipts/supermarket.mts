import { row, rowSum, sum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const table = [
	row('金穗牌小麦粉5kg', '1', '26.90'),
	row('晨露纯净水550ml', '12', '1.50'),
	row('老灶台黄豆酱油1.9L', '1', '19.80'),
	row('散装砂糖橘', '1.864', '7.96'),
	row('云朵超柔抽纸6包装', '2', '15.90'),
	row('五香味葵花籽308g', '3', '8.80'),
	row('环保购物袋(大)', '1', '0.50'),
];
const barcodes = [
	'6938210004517',
	'6951477300126',
	'6925603911085',
	'2107735018642',
	'6970134420359',
	'6943382107740',
	'2000000000107',
];
const discount = '5.38';
const due = sum([rowSum(table), `-${discount}`]);

export const supermarket = receipt({
	id: 'r01-supermarket',
	width: 780,
	style: `
		.paper { padding: 56px 46px 70px; font: 29px 'Liberation Mono', 'WenQuanYi Zen Hei Mono', monospace; }
		.name { font-size: 52px; font-weight: bold; letter-spacing: 4px; }
		.cells { grid-template-columns: 1fr 120px 140px 150px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.due { font-size: 36px; font-weight: bold; }
	`,
	fields: {
		shop_name: '惠万邻超市',
		receipt_num: '0203240305018842',
		machine_num: '0203',
		employee_num: '10067',
		consumption_date: '2024-03-05',
		consumption_time: '18:22:41',
		total_amount: rowSum(table),
		discount,
		paid_amount: '150.00',
		change: sum(['150.00', `-${due}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('临江路店', 'center'),
			line('欢迎光临', 'center'),
			gap(14),
			line(`小票号:${f.receipt_num}`),
			spread(`款台:${f.machine_num}`, `收银员:${f.employee_num}`),
			line(`日期:${f.consumption_date} ${f.consumption_time}`),
			rule(),
			cells('商品编码/品名', '数量', '单价', '金额'),
			rule(),
			...f.table.map(
				([name, quantity, price, amount], index) =>
					line(`${barcodes[index]} ${name}`) + cells('', quantity, price, amount),
			),
			rule(),
			spread('总件数:', '21'),
			spread('合计:', f.total_amount),
			spread('优惠:', `-${f.discount}`),
			`<div class="due">${spread('应收:', due)}</div>`,
			spread('实收:', `${f.paid_amount}`),
			spread('找零:', `${f.change}`),
			rule(),
			spread('会员卡号:', '8802****3175'),
			spread('本次积分:', '140'),
			gap(14),
			line('请妥善保管小票,凭此票七日内退换', 'center'),
			line('服务热线 0000-8812306', 'center'),
		].join(''),
});
