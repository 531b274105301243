import { inWords, sum } from '../amounts.mts';
import { invoice } from '../document.mts';
import type { Item, SampleDocument } from '../document.mts';
import { line } from '../html.mts';
import { entry, formStyle, grid, seal } from '../invoices/forms.mts';
import { amountOf, taxOf } from '../invoices/items.mts';

export interface Party {
	name: string;
	taxId: string;
}

/** What stands on a fully digital invoice (数电票). */
export interface DigitalInvoice {
	id: string;
	/** 20 digits: year, place, channel, serial number. */
	number: string;
	date: string;
	/** The bureau in the seal. */
	bureau: string;
	buyer: Party;
	seller: Party;
	items: Item[];
	remarks?: string;
	issuer: string;
	/** The CSS font of what is typed into the form, where it is not that of the form. */
	typed?: string;
	title?: string;
	/** The kind of business that the form is one for, printed beside its title. */
	business?: string;
	/** Other columns than the usual eight. */
	columns?: Columns;
	/** What stands between the goods and their sums: the travellers. */
	details?: string;
}

/** The columns of a form for a kind of business. */
interface Columns {
	heads: string[];
	/** What stands in them. */
	rows: string[][];
	/** The first column's width in per cent; the others share the rest. */
	firstWidth: number;
}

/** The heads of the columns. */
export const heads = [
	'项目名称',
	'规格型号',
	'单 位',
	'数 量',
	'单 价',
	'金 额',
	'税率/征收率',
	'税 额',
];

/** A party's box: its side, name and tax id. */
export const party = (side: string, { name, taxId }: Party): string =>
	`<div class="party"><div class="side label">${side}信息</div><div>${line(
		entry('名称：', name),
	)}${line(entry('统一社会信用代码/纳税人识别号：', taxId))}</div></div>`;

const style = `
	${formStyle('#8a4a1c')}
	.paper { padding: 60px 60px 50px; height: 1066px; font: 27px 'AR PL UMing CN', serif; background: #fff; color: #111; }
	.title { font: 50px 'AR PL UKai CN', serif; border-bottom: 5px double #8a4a1c; width: 620px; margin: 0 auto; padding-bottom: 12px; }
	.facts { position: absolute; right: 60px; top: 66px; width: 440px; line-height: 1.7; }
	.form { border: 2px solid #8a4a1c; margin-top: 74px; }
	.parties { display: grid; grid-template-columns: 1fr 1fr; border-bottom: 2px solid #8a4a1c; }
	.party { display: grid; grid-template-columns: 50px 1fr; }
	.party + .party { border-left: 2px solid #8a4a1c; }
	.party > :last-child { padding: 14px 12px; line-height: 2.1; white-space: nowrap; }
	.side { width: 50px; padding: 4px 10px; line-height: 1.12; border-right: 2px solid #8a4a1c; }
	.items { height: 330px; }
	.grid { table-layout: fixed; }
	.grid :is(th, td) { padding: 5px 8px; width: 9%; font-size: 25px; }
	.grid th { text-align: center; }
	.grid :is(th, td):first-child { width: 30%; }
	.grid :is(th, td):nth-child(2) { width: 13%; }
	.grid :is(th, td):nth-child(n + 6) { width: 12%; }
	.grid td:nth-child(n + 4) { text-align: right; }
	.sums { border-top: 0; }
	.sums td:first-child { text-align: center; letter-spacing: 60px; white-space: nowrap; color: #8a4a1c; }
	.total { display: grid; grid-template-columns: 30% 1fr 30%; border: 2px solid #8a4a1c; border-width: 2px 0; padding: 10px 0; }
	.total > :first-child { text-align: center; }
	.remarks { display: grid; grid-template-columns: 50px 1fr; height: 116px; }
	.remarks > :last-child { padding: 8px 12px; }
	.remarks .side { padding-top: 24px; }
	.issuer { margin: 14px 0 0 120px; }
	.business { position: absolute; left: 70px; top: 76px; color: #8a4a1c; }
	.details { border-top: 2px solid #8a4a1c; }
	.details .grid :is(th, td) { width: auto; text-align: center; font-size: 22px; }
`;

/** An amount in words; below zero as red-letter invoices say it. */
const saidInWords = (amount: string): string =>
	amount.startsWith('-') ? `（负数）${inWords(amount.slice(1), '圆')}` : inWords(amount, '圆');

const columnStyle = ({ heads, firstWidth }: Columns): string => {
	const width = (100 - firstWidth) / (heads.length - 1);
	return `
	.items .grid :is(th, td):nth-child(n) { width: ${width}%; text-align: center; }
	.items .grid :is(th, td):first-child { width: ${firstWidth}%; text-align: left; }
	.items .grid td:nth-child(n + ${heads.length - 2}) { text-align: right; }`;
};

/** A fully digital invoice: buyer and seller side by side, no code, no check code. */
export function digitalInvoice(data: DigitalInvoice): SampleDocument {
	const [amount, tax] = [amountOf(data.items), taxOf(data.items)];
	const total = sum([amount, tax]);
	return invoice({
		id: data.id,
		width: 1600,
		style: [
			style,
			data.typed ? `.typed, td { font: ${data.typed}; }` : '',
			data.columns ? columnStyle(data.columns) : '',
			data.title ? '.title { font-size: 38px; }' : '',
		].join(''),
		fields: {
			发票名称: data.title ?? '电子发票（普通发票）',
			发票号码: data.number,
			日期: data.date,
			购买方名称: data.buyer.name,
			购买方识别号: data.buyer.taxId,
			销售方名称: data.seller.name,
			销售方识别号: data.seller.taxId,
			合计金额: amount,
			合计税额: tax,
			'合计金额(大写)': saidInWords(total),
			'合计金额(小写)': total,
			...(data.remarks ? { 备注: data.remarks } : {}),
			开票人: data.issuer,
			items: data.items,
		},
		body: (fields) =>
			[
				line(fields.发票名称, 'title'),
				data.business ? line(data.business, 'business') : '',
				`<div class="facts">${line(entry('发票号码：', fields.发票号码))}${line(
					entry('开票日期：', fields.日期),
				)}</div>`,
				'<div class="form"><div class="parties">',
				party('购买方', data.buyer),
				party('销售方', data.seller),
				`</div><div class="items">${data.columns ? grid(data.columns.heads, data.columns.rows) : grid(heads, fields.items)}</div>`,
				data.details ? `<div class="details">${data.details}</div>` : '',
				grid([], [['合计', '', '', '', '', `¥${amount}`, '', `¥${tax}`]], 'grid sums'),
				`<div class="total"><span class="label">价税合计（大写）</span>`,
				`<span>⊗${fields['合计金额(大写)']}</span>`,
				`<span>${entry('（小写）', `¥${total}`)}</span></div>`,
				`<div class="remarks"><div class="side label">备注</div><div>${fields.备注 ?? ''}</div></div></div>`,
				line(entry('开票人：', fields.开票人), 'issuer'),
				seal({
					top: '全国统一发票监制章',
					middle: '国家税务总局',
					bottom: data.bureau,
					left: 700,
					upper: 110,
					width: 200,
				}),
			].join(''),
	});
}
