import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, grid, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '会议场地租赁', unit: '天', quantity: '2', unitPrice: '3200.00' }),
	item({ name: '音响设备租赁', unit: '套', quantity: '1', unitPrice: '860.00' }),
	item({ name: '茶歇服务', unit: '人次', quantity: '90', unitPrice: '28.50' }),
	item({ name: '会务用品', unit: '批', quantity: '1', unitPrice: '412.07' }),
];
const total = amountOf(items);

export const hunan = invoice({
	id: 'i07-hunan-sealed',
	width: 1600,
	style: `
		${formStyle('#9a2f45')}
		.paper { padding: 52px 84px 70px; font: 31px 'Noto Serif CJK SC', serif; line-height: 1.55; background: #fffdfd; color: #26262c; }
		.title { font-size: 46px; letter-spacing: 4px; }
		.copy { font-size: 32px; }
		.typed, td { font-family: 'WenQuanYi Micro Hei', sans-serif; }
		.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 30px; border-top: 3px solid #9a2f45; border-bottom: 3px solid #9a2f45; margin: 12px 0; padding: 10px 0; }
		.parties > div > div:first-child { color: #9a2f45; font-weight: bold; }
		.grid { table-layout: fixed; }
		.grid :is(th, td):nth-child(n + 3) { text-align: right; }
		.sum { border-top: 3px solid #9a2f45; margin-top: 12px; padding-top: 8px; }
	`,
	fields: {
		发票名称: '国家税务总局湖南省税务局通用机打发票',
		发票代码: '143002010732',
		发票号码: '08853176',
		日期: '2020/11/19',
		校验码: '28460917350082641795',
		购买方名称: '长沙麓谷数智科技有限公司',
		购买方识别号: taxId('430104', 'MA4RB6H5'),
		'购买方地址、电话': '长沙市岳麓区桐梓坡西路901号 0731-00865520',
		购买方开户行及账号: '湘岳银行麓谷支行 4300178806052',
		销售方名称: '长沙橘洲会展服务有限公司',
		销售方识别号: taxId('430103', '57220816'),
		'销售方地址、电话': '长沙市天心区书院路37号 0731-00512268',
		销售方开户行及账号: '湘岳银行书院路支行 4300174415093',
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		收款人: '向红',
		开票人: '龙海燕',
		备注: '会议日期11月16日至17日',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(
				entry('发票代码:', f.发票代码),
				entry('发票号码:', f.发票号码),
				entry('开票日期:', f.日期),
			),
			'<div class="parties"><div>',
			line('购买方'),
			line(entry('名称:', f.购买方名称)),
			line(entry('纳税人识别号:', f.购买方识别号)),
			line(entry('地址、电话:')),
			line(entry('', f['购买方地址、电话'])),
			line(entry('开户行及账号:')),
			line(entry('', f.购买方开户行及账号)),
			'</div><div>',
			line('销售方'),
			line(entry('名称:', f.销售方名称)),
			line(entry('纳税人识别号:', f.销售方识别号)),
			line(entry('地址、电话:')),
			line(entry('', f['销售方地址、电话'])),
			line(entry('开户行及账号:')),
			line(entry('', f.销售方开户行及账号)),
			'</div></div>',
			grid(
				['服务项目', '单位', '数量', '单价(元)', '金额(元)'],
				f.items.map(([name, , unit, quantity, price, amount]) => [
					name,
					unit,
					quantity,
					price,
					amount,
				]),
			),
			`<div class="sum">${spread(
				entry('合计(大写):', f['合计金额(大写)']),
				entry('合计(小写):', `￥${f['合计金额(小写)']}`),
			)}</div>`,
			line(entry('校验码:', f.校验码)),
			line(entry('备注:', f.备注)),
			spread(entry('收款人:', f.收款人), entry('开票人:', f.开票人)),
			seal({
				top: f.销售方名称,
				middle: f.销售方识别号,
				bottom: '发票专用章',
				left: 930,
				upper: 270,
				width: 380,
				tilt: -12,
			}),
		].join(''),
});
