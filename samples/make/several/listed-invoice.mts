import { inWords, sum } from '../amounts.mts';
import { invoice } from '../document.mts';
import type { Item } from '../document.mts';
import { line, spread } from '../html.mts';
import { entry, formStyle, grid } from '../invoices/forms.mts';
import { amountOf, taxOf } from '../invoices/items.mts';
import type { LongDocument } from './long-invoice.mts';

interface Party {
	name: string;
	taxId: string;
}

interface ListedInvoice {
	id: string;
	code: string;
	number: string;
	date: string;
	checkCode: string;
	buyer: Party;
	seller: Party;
	items: Item[];
	issuer: string;
}

const heads = [
	'货物或应税劳务、服务名称',
	'规格型号',
	'单位',
	'数量',
	'单价',
	'金额',
	'税率',
	'税额',
];

const style = `
	${formStyle('#8a4a1c')}
	.paper { padding: 50px 60px; height: 1066px; font: 26px 'AR PL UMing CN', serif; background: #fff; color: #111; }
	.title { font: 46px 'AR PL UKai CN', serif; }
	.facts { position: absolute; right: 60px; top: 60px; line-height: 1.6; }
	.party { margin-top: 18px; line-height: 1.7; }
	.grid { margin-top: 20px; table-layout: fixed; }
	.grid :is(th, td) { padding: 4px 8px; width: 9%; font-size: 24px; border: 1px solid #8a4a1c; }
	.grid :is(th, td):first-child { width: 30%; }
	.grid td:nth-child(n + 4) { text-align: right; }
	.numbered :is(th, td):first-child { width: 6%; }
	.numbered :is(th, td):nth-child(2) { width: 27%; }
	.numbered td:nth-child(4) { text-align: left; }
	.total { display: flex; gap: 60px; margin-top: 20px; }
	.signs { display: flex; gap: 200px; margin-top: 40px; }
`;

const parties = (side: string, { name, taxId }: Party): string =>
	`<div class="party">${line(entry(`${side}名称：`, name))}${line(entry(`${side}纳税人识别号：`, taxId))}</div>`;

/** A VAT invoice with one row for its goods, and the list of these (销货清单) on a page of its own. */
export function listedInvoice(data: ListedInvoice): LongDocument {
	const { items, buyer, seller } = data;
	const [amount, tax] = [amountOf(items), taxOf(items)];
	const total = sum([amount, tax]);
	const document = invoice({
		id: data.id,
		width: 1600,
		style,
		fields: {
			发票代码: data.code,
			发票号码: data.number,
			日期: data.date,
			校验码: data.checkCode,
			购买方名称: buyer.name,
			购买方识别号: buyer.taxId,
			销售方名称: seller.name,
			销售方识别号: seller.taxId,
			合计金额: amount,
			合计税额: tax,
			'合计金额(大写)': inWords(total, '圆'),
			'合计金额(小写)': total,
			开票人: data.issuer,
			items,
		},
		body: () => '',
	});
	const sheet = [
		line('江苏增值税电子普通发票', 'title'),
		`<div class="facts">${[
			['发票代码：', data.code],
			['发票号码：', data.number],
			['开票日期：', data.date],
			['校验码：', data.checkCode],
		]
			.map(([label, value]) => line(entry(label, value)))
			.join('')}</div>`,
		'<div style="height:110px"></div>',
		parties('购买方', buyer),
		grid(heads, [
			['（详见销货清单）', '', '', '', '', amount, '13%', tax],
			['合计', '', '', '', '', `¥${amount}`, '', `¥${tax}`],
		]),
		`<div class="total"><span>${entry('价税合计（大写）', `⊗${inWords(total, '圆')}`)}</span><span>${entry('（小写）', `¥${total}`)}</span></div>`,
		parties('销售方', seller),
		`<div class="signs"><span>${entry('收款人：')}</span><span>${entry('复核：')}</span><span>${entry('开票人：', data.issuer)}</span></div>`,
	].join('');
	const list = [
		line('销售货物或者提供应税劳务、服务清单', 'title'),
		line(entry('购买方名称：', buyer.name)),
		line(entry('销售方名称：', seller.name)),
		spread(`所属增值税电子普通发票代码：${data.code}`, `号码：${data.number}`, '共 1 页 第 1 页'),
		grid(
			['序号', ...heads],
			[
				...items.map((columns, i) => [String(i + 1), ...columns]),
				['小计', '', '', '', '', '', `¥${amount}`, '', `¥${tax}`],
				['总计', '', '', '', '', '', `¥${amount}`, '', `¥${tax}`],
			],
			'grid numbered',
		),
		line(entry('销售方（章）：')),
		line(entry('填开日期：', data.date)),
	].join('');
	return { document: { ...document, html: sheet + list }, pages: [sheet, list] };
}
