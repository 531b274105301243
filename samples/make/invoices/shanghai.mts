import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, rule, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '真皮钱包', quantity: '1', unitPrice: '268.00' }),
	item({ name: '防晒帽', quantity: '2', unitPrice: '79.50' }),
];
const total = amountOf(items);

export const shanghai = invoice({
	id: 'i08-shanghai-roll',
	width: 600,
	style: `
		${formStyle('#33569c')}
		.paper { padding: 44px 34px 60px; font: 28px 'WenQuanYi Zen Hei', sans-serif; line-height: 1.5; background: #f9f9fc; color: #45454f; }
		.title { font: 33px 'Noto Serif CJK SC', serif; line-height: 1.5; }
		.copy { font-size: 30px; margin-bottom: 96px; }
		.label { color: inherit; }
	`,
	fields: {
		发票名称: '上海市国家税务局通用机打卷式发票',
		发票代码: '131001790256',
		发票号码: '09127744',
		日期: '2018.03.16',
		时间: '19:41',
		购买方名称: '个人',
		销售方名称: '上海静巷百货有限公司',
		销售方识别号: taxId('310106', 'MA1FY93T'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		收款人: '006',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			seal({
				top: '全国统一发票监制章',
				middle: '上 海',
				bottom: '国家税务局监制',
				left: 210,
				upper: 152,
				width: 180,
			}),
			line(entry('发票代码 ', f.发票代码)),
			line(entry('发票号码 ', f.发票号码)),
			rule('-'),
			line(entry('机打票号 ', f.发票号码)),
			line(entry('收款单位 ', f.销售方名称)),
			line(entry('税号 ', f.销售方识别号)),
			line(`${entry('日期 ', f.日期)} ${f.时间}`),
			line(entry('收款员 ', f.收款人)),
			line(entry('付款单位 ', f.购买方名称)),
			rule('-'),
			spread('项目 单价 数量', '金额'),
			...f.items.map(
				([name, , , quantity, price, amount]) =>
					line(name) + spread(`    ${price}   ${quantity}`, amount),
			),
			rule('-'),
			spread(entry('小写合计'), `￥${f['合计金额(小写)']}`),
			line(entry('大写合计')),
			line(`${f['合计金额(大写)']}`, 'right'),
			line(entry('税控码 ', '7700 1835 2964 0521')),
		].join(''),
	photo: { longestSide: 1400 },
});
