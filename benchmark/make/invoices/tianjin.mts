import { inWords } from '../../../samples/make/amounts.mts';
import { invoice } from '../../../samples/make/document.mts';
import { line, spread } from '../../../samples/make/html.mts';
import { entry, formStyle, grid, seal } from '../../../samples/make/invoices/forms.mts';
import { amountOf, item } from '../../../samples/make/invoices/items.mts';
import { taxId } from '../../../samples/make/taxid.mts';

const items = [
	item({
		name: '数控刀片',
		specification: 'CNMG1204',
		unit: '盒',
		quantity: '20',
		unitPrice: '216.00',
	}),
	item({ name: '切削液', specification: '18L', unit: '桶', quantity: '3', unitPrice: '385.00' }),
];
const total = amountOf(items);
const side = (name: string, ...entries: string[]) =>
	`<div class="party">${line(name, 'side label')}<div>${entries.map((text) => line(text)).join('')}</div></div>`;

export const tianjin = invoice({
	id: 'mi04-tianjin',
	width: 1540,
	style: `
		${formStyle('#1f5f7a')}
		.paper { padding: 48px 64px 56px; font: 30px 'AR PL UKai CN', serif; line-height: 1.48; background: #fefefc; }
		.title { font-size: 48px; }
		.copy { font-size: 32px; }
		.typed, td { color: #1b1b22; font-family: 'Noto Sans CJK SC', sans-serif; font-size: 27px; }
		.party { display: grid; grid-template-columns: 60px 1fr; border: 2px solid #1f5f7a; }
		.party > :last-child { padding: 6px 18px; border-left: 2px solid #1f5f7a; }
		.side { writing-mode: vertical-rl; text-align: center; line-height: 60px; }
		.grid :is(th, td) { border: 2px solid #1f5f7a; border-top: 0; padding: 4px 14px; }
		.grid th { text-align: center; }
		.grid td:nth-child(n + 4) { text-align: right; }
		.sum { border: 2px solid #1f5f7a; border-top: 0; border-bottom: 0; padding: 6px 18px; }
	`,
	fields: {
		发票名称: '国家税务总局天津市税务局通用机打发票',
		发票代码: '112001880130',
		发票号码: '05619472',
		日期: '2019-04-11',
		校验码: '20817745369016284953',
		购买方名称: '天津北辰精密轴承股份有限公司',
		购买方识别号: taxId('120113', '71826605'),
		销售方名称: '天津津工量刃具经营部',
		销售方识别号: taxId('120102', 'MA05Y2N6', '92'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '韩雪',
		收款人: '刘大鹏',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(entry('代码 ', f.发票代码), entry('号码 ', f.发票号码), entry('日期 ', f.日期)),
			side('付款方', entry('名称 ', f.购买方名称), entry('纳税人识别号 ', f.购买方识别号)),
			grid(
				['品名', '型号', '单位', '数量', '单价', '金额'],
				f.items.map((columns) => columns.slice(0, 6)),
			),
			`<div class="sum">${spread(
				entry('总计(大写) ', f['合计金额(大写)']),
				entry('总计(小写) ', `¥${f['合计金额(小写)']}`),
			)}</div>`,
			side('收款方', entry('名称 ', f.销售方名称), entry('纳税人识别号 ', f.销售方识别号)),
			spread(entry('校验码 ', f.校验码), entry('开票人 ', f.开票人), entry('收款人 ', f.收款人)),
			seal({
				top: '全国统一发票监制章',
				middle: '国家税务总局',
				bottom: '天津市税务局',
				left: 660,
				upper: 36,
				width: 220,
			}),
		].join(''),
});
