import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { cells, line, rule } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '餐饮服务', quantity: '1', unitPrice: '436.00' }),
	item({ name: '外卖餐盒', quantity: '12', unitPrice: '1.05' }),
];
const total = amountOf(items);

export const shaanxi = invoice({
	id: 'i03-shaanxi-roll',
	width: 820,
	style: `
		${formStyle('#b0443c')}
		.paper { padding: 50px 52px 60px; font: 31px 'Liberation Mono', 'AR PL SungtiL GB', monospace; line-height: 1.45; color: #2a2a30; }
		.title { font: 40px 'Noto Serif CJK SC', serif; line-height: 1.7; }
		.copy { font-size: 32px; margin-bottom: 40px; }
		.cells { grid-template-columns: 1fr 130px 80px 150px; }
		.cells > :nth-child(n + 2) { text-align: right; }
		.label { color: inherit; }
	`,
	fields: {
		发票名称: '陕西增值税普通发票(卷票)',
		发票代码: '061001900107',
		发票号码: '38204417',
		日期: '2019-10-27',
		校验码: '73150468829104637751',
		购买方名称: '西安砚白文化传播有限公司',
		购买方识别号: taxId('610113', 'MA6U3LX9'),
		销售方名称: '西安城南里餐饮有限公司',
		销售方识别号: taxId('610102', '09153327'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		收款人: '王小兰',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '国家税务总局',
				bottom: '陕西省税务局',
				left: 300,
				upper: 96,
				width: 210,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			line(entry('发票代码:', f.发票代码)),
			line(entry('发票号码:', f.发票号码)),
			line(entry('机打号码:', f.发票号码)),
			line(entry('机器编号:', '661909835124')),
			line(entry('销售方名称:', f.销售方名称)),
			line(entry('纳税人识别号:', f.销售方识别号)),
			line(entry('开票日期:', f.日期)),
			line(entry('收款员:', f.收款人)),
			line(entry('购买方名称:', f.购买方名称)),
			line(entry('纳税人识别号:', f.购买方识别号)),
			rule('-'),
			cells('项目', '单价', '数量', '金额'),
			...f.items.map(([name, , , quantity, price, amount]) => cells(name, price, quantity, amount)),
			rule('-'),
			line(entry('合计金额(小写):', `￥${f['合计金额(小写)']}`)),
			line(entry('合计金额(大写):', f['合计金额(大写)'])),
			line(entry('校验码:', f.校验码)),
		].join(''),
});
