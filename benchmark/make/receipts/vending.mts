import { row, rowSum, sum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { line, rule } from '../../../samples/make/html.mts';

const table = [row('青柠苏打水480ml', '2', '4.00')];
const total = rowSum(table);

export const vending = receipt({
	id: 'mr17-vending',
	width: 460,
	style: `
		.paper { padding: 30px 28px 44px; font: 29px 'WenQuanYi Zen Hei Mono', monospace; line-height: 1.5; color: #3a3a42; background: #f5f4f0; }
		.name { font-size: 36px; font-weight: bold; }
	`,
	fields: {
		shop_name: '随手购智能柜',
		receipt_num: '24071315220806',
		machine_num: 'VM-3107',
		consumption_date: '2024.7.13',
		consumption_time: '15:22:08',
		total_amount: total,
		paid_amount: '10.00',
		change: sum(['10.00', `-${total}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('地铁人民广场站 B口', 'center'),
			rule('.'),
			line(`设备编号:${f.machine_num}`),
			line(`单 号:${f.receipt_num}`),
			line(`出货时间:${f.consumption_date}`),
			line(`         ${f.consumption_time}`),
			rule('.'),
			...f.table.map(([name, quantity, price]) =>
				[
					line('货道:A12'),
					line(`商品:${name}`),
					line(`单价:￥${price}`),
					line(`数量:${quantity}`),
				].join(''),
			),
			rule('.'),
			line(`应付:￥${f.total_amount}`),
			line(`投币:￥${f.paid_amount}`),
			line(`退币:￥${f.change}`),
			rule('.'),
			line('卡货请拨 000-7100', 'center'),
		].join(''),
});
