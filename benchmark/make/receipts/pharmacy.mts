import { row, rowSum } from '../../../samples/make/amounts.mts';
import { receipt } from '../../../samples/make/document.mts';
import { line, rule, spread } from '../../../samples/make/html.mts';

const medicines = [
	{
		row: row('感冒清热颗粒', '2', '15.80'),
		list: '18.80',
		code: '10233',
		pack: '12g*10袋',
		maker: '华庭药业',
		lot: '24110302',
		until: '2026-10-31',
	},
	{
		row: row('布洛芬缓释胶囊', '1', '22.60'),
		list: '26.00',
		code: '10871',
		pack: '0.3g*24粒',
		maker: '康普制药',
		lot: 'B240915',
		until: '2027-08-31',
	},
	{
		row: row('碘伏消毒液', '3', '6.90'),
		list: '7.50',
		code: '30052',
		pack: '100ml',
		maker: '洁安卫材',
		lot: '250108',
		until: '2027-01-07',
	},
	{
		row: row('创口贴(透气型)', '2', '9.50'),
		list: '9.50',
		code: '30417',
		pack: '50片',
		maker: '洁安卫材',
		lot: '241220A',
		until: '2028-12-19',
	},
];
const table = medicines.map((medicine) => medicine.row);
const figures = (...texts: string[]) =>
	`<div class="figures">${texts.map((text) => `<span>${text}</span>`).join('')}</div>`;

export const pharmacy = receipt({
	id: 'mr05-pharmacy',
	width: 900,
	style: `
		.paper { padding: 46px 44px 56px; font: 27px 'Noto Serif CJK SC', serif; line-height: 1.4; color: #22222a; }
		.name { font-size: 46px; font-weight: 700; }
		.small { font-size: 23px; }
		.figures { display: grid; grid-template-columns: 100px 1fr 110px 120px 90px 130px; }
		.figures > :nth-child(n + 3) { text-align: right; }
		.bold { font-weight: 700; font-size: 33px; }
	`,
	fields: {
		shop_name: '本草仁心药房',
		receipt_num: 'LS0308250221047',
		machine_num: '03',
		employee_num: '0816',
		consumption_date: '2025-02-21',
		consumption_time: '20:15:39',
		total_amount: rowSum(table),
		paid_amount: rowSum(table),
		table,
	},
	body: (f) =>
		[
			line(f.shop_name, 'center name'),
			line('人民医院东门分店 零售凭单', 'center'),
			rule('-'),
			spread(`零售单号 ${f.receipt_num}`, `款台号 ${f.machine_num}`),
			spread(`销售时间 ${f.consumption_date} ${f.consumption_time}`, `收款人 ${f.employee_num}`),
			rule('-'),
			figures('编码', '品名/规格', '原价', '会员价', '数量', '金额'),
			rule('-'),
			...medicines.map(
				({ row: [name, quantity, price, amount], list, code, pack, maker, lot, until }) =>
					figures(code, name, list, price, quantity, amount) +
					`<div class="small">${spread(`  ${pack} ${maker}`, `批号 ${lot}`, `有效期 ${until}`)}</div>`,
			),
			rule('-'),
			spread('品种数 4', '总件数 8'),
			`<div class="bold">${spread('应收合计', `${f.total_amount}元`)}</div>`,
			spread('医保个账支付', `${f.paid_amount}元`),
			rule('-'),
			line('会员卡 9900****2716 本单积分 98'),
			line('处方药请凭医师处方购买;药品除质量问题外不退换', 'small'),
		].join(''),
});
