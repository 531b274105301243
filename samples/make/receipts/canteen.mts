import { receipt } from '../document.mts';
import { line, spread } from '../html.mts';

export const canteen = receipt({
	id: 'r16-canteen',
	width: 660,
	style: `
		.paper { padding: 40px 46px 56px; font: 32px 'AR PL UKai CN', serif; line-height: 1.6; color: #202028; -webkit-text-stroke: 0.5px; }
		.name { font: bold 40px 'Noto Sans CJK SC', sans-serif; padding-bottom: 10px; }
	`,
	fields: {
		shop_name: '银杏园职工食堂',
		receipt_num: '202311060412',
		machine_num: 'C-05',
		consumption_date: '2023-11-06',
		consumption_time: '12:03:17',
		total_amount: '14.50',
		table: [],
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			spread('交易类型', '刷卡消费'),
			spread('交易流水', `${f.receipt_num}`),
			spread('终端编号', `${f.machine_num}`),
			spread('卡号', '0031****'),
			spread('消费金额', f.total_amount),
			spread('卡内余额', '203.50'),
			spread('日期', `${f.consumption_date}`),
			spread('时间', `${f.consumption_time}`),
			line('光盘行动 从我做起', 'center'),
		].join(''),
	photo: { longestSide: 1100 },
});
