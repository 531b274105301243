import { inWords, row, rowSum } from '../amounts.mts';
import { receipt } from '../document.mts';
import { line, spread } from '../html.mts';

const table = [
	row('中性笔芯', '40', '0.80'),
	row('档案盒', '12', '7.50'),
	row('订书机', '2', '18.60'),
	row('不干胶标签', '15', '2.40'),
	row('白板笔', '20', '2.25'),
	row('长尾夹', '6', '9.90'),
];
const specifications = ['0.5黑', '35mm', '12号', '90枚', '红/蓝', '25mm/盒'];
const units = ['支', '个', '台', '张', '支', '盒'];

export const stationery = receipt({
	id: 'r11-stationery',
	width: 1000,
	style: `
		.paper { padding: 44px 50px 40px; background: #fdf6f4; color: #30306a; }
		.layer { font: 24px 'Liberation Mono', 'AR PL SungtiL GB', monospace; line-height: 1.5; -webkit-text-stroke: 0.6px; -webkit-mask-image: radial-gradient(circle, #000 60%, rgba(0,0,0,0.3) 74%); -webkit-mask-size: 3px 3px; }
		.name { font-size: 40px; letter-spacing: 6px; }
		table { border-collapse: collapse; width: 100%; margin: 6px 0; }
		th, td { border: 1.5px solid #30306a; padding: 3px 10px; text-align: left; font-weight: normal; }
		:is(th, td):nth-child(n + 5) { text-align: right; }
	`,
	fields: {
		shop_name: '文渊轩文具行',
		receipt_num: 'XSD-2024-000815',
		employee_num: '03',
		consumption_date: '2024-08-15',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		`<div class="layer">${[
			line(f.shop_name, 'center name'),
			line('销 售 单', 'center'),
			spread(`单据编号:${f.receipt_num}`, `日期:${f.consumption_date}`),
			spread('客户:零售客户', '仓库:门店'),
			'<table><tr>',
			...['序号', '品名', '规格', '单位', '数量', '单价', '金额'].map((head) => `<th>${head}</th>`),
			'</tr>',
			...f.table.map(
				([name, quantity, price, amount], index) =>
					`<tr>${[index + 1, name, specifications[index], units[index], quantity, price, amount]
						.map((cell) => `<td>${cell}</td>`)
						.join('')}</tr>`,
			),
			'</table>',
			spread(`合计大写:${inWords(f.total_amount)}`, `合计:${f.total_amount}`),
			spread(`操作员:${f.employee_num}`, `本次收款:${f.paid_amount}`),
			line('白联:存根 红联:客户 电话:0000-7716620'),
		].join('')}</div>`,
	photo: { longestSide: 1500 },
});
