import { inWords, row, rowSum, sum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { cells, gap, line, rule, spread } from '../html.mts';

const table = [
	row('复方甘草片', '2', '9.50'),
	row('维生素C泡腾片(甜橙味)', '1', '38.00'),
	row('医用外科口罩(一次性)', '5', '3.60'),
	row('云香止咳糖浆', '1', '22.50'),
];
const details = [
	['规格:50片/瓶', '批号:230418', '有效期至:2026-03'],
	['规格:4g*20片', '批号:C2305017', '有效期至:2025-04'],
	['规格:10只/袋', '批号:20230911', '有效期至:2025-09'],
	['规格:150ml', '批号:231002A', '有效期至:2025-09'],
];
const units = ['瓶', '支', '袋', '瓶'];
const discount = '2.50';
const due = sum([rowSum(table), `-${discount}`]);

export const pharmacy = receipt({
	id: 'r03-pharmacy',
	width: 860,
	style: `
		.paper { padding: 50px 50px 64px; font: 29px 'AR PL SungtiL GB', 'AR PL UMing CN', serif; color: #15151c; line-height: 1.36; -webkit-text-stroke: 0.5px; }
		.name { font: bold 44px 'WenQuanYi Zen Hei', sans-serif; }
		.cells { grid-template-columns: 1fr 110px 90px 140px 150px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.detail { font-size: 25px; padding-left: 30px; }
		.rule { letter-spacing: 2px; }
	`,
	fields: {
		shop_name: '康济春大药房',
		receipt_num: 'XS20231118-0097',
		employee_num: '2016',
		consumption_date: '2023年11月18日',
		consumption_time: '10:06',
		total_amount: rowSum(table),
		discount,
		paid_amount: '100.00',
		change: sum(['100.00', `-${due}`]),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('(青石桥连锁店) 销售小票', 'center'),
			gap(12),
			line(`销售单号:${f.receipt_num}`),
			line(`销售日期:${f.consumption_date} ${f.consumption_time}`),
			spread('营业员:方 敏', `收款员:${f.employee_num}`),
			rule('-'),
			cells('品名', '数量', '单位', '零售价', '金额'),
			rule('-'),
			...f.table.map(
				([name, quantity, price, amount], index) =>
					line(`${index + 1}.${name}`) +
					`<div class="detail">${spread(...details[index])}</div>` +
					cells('', quantity, units[index], price, amount),
			),
			rule('-'),
			spread('合计金额:', f.total_amount),
			spread('折让金额:', `${f.discount}`),
			spread('应收金额:', due),
			line(`大写:${inWords(due)}`),
			spread(`实收金额:${f.paid_amount}`, `找零金额:${f.change}`),
			rule('-'),
			line('执业药师:林 珂'),
			line('药品离柜,非质量问题概不退换', 'center'),
			line('地址:青石桥北街118号 电话:000-85512260', 'center detail'),
		].join(''),
});
