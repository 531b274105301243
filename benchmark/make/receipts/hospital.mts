import { rowSum } from '../../../samples/make/amounts.mts';
import type { Row } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { line, rule, spread } from '../../../samples/make/html.mts';

const table: Row[] = [
	['清蒸鲈鱼(小份)', '', '', '18.00'],
	['清炒油麦菜', '', '', '6.50'],
	['小米南瓜粥', '', '', '3.00'],
	['杂粮饭', '', '', '1.50'],
];

export const hospital = receipt({
	id: 'mr16-hospital',
	width: 540,
	style: `
		.paper { padding: 36px 34px 50px; font: 30px 'WenQuanYi Zen Hei', sans-serif; line-height: 1.42; color: #2e2e34; }
		.name { font-size: 36px; }
	`,
	fields: {
		shop_name: '市二院营养食堂',
		receipt_num: '0911-20356',
		machine_num: 'XF-14',
		consumption_date: '2024/09/11',
		consumption_time: '12:17:40',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('就餐小票', 'center'),
			rule('-'),
			spread('就餐时间', `${f.consumption_date} ${f.consumption_time}`),
			spread('消费机号', `${f.machine_num}`),
			spread('窗口', '3 小炒'),
			spread('凭条号', `${f.receipt_num}`),
			spread('陪护卡', '02-1187'),
			rule('-'),
			spread('菜品', '价格(元)'),
			...f.table.map(([name, , , amount]) => spread(name, amount)),
			rule('-'),
			spread('合计', f.total_amount),
			spread('刷卡前余额', '136.20'),
			spread('本次扣款', `${f.paid_amount}`),
			spread('刷卡后余额', '107.20'),
			rule('-'),
			line('祝早日康复', 'center'),
		].join(''),
});
