import { inWords, sum } from '../amounts.mts';
import { digitalInvoice, heads, party, type DigitalInvoice } from '../digital/form.mts';
import type { Item, SampleDocument } from '../document.mts';
import { line } from '../html.mts';
import { entry, grid } from '../invoices/forms.mts';
import { amountOf, taxOf } from '../invoices/items.mts';

/** A document on several pages. */
export interface LongDocument {
	document: SampleDocument;
	/** What is on each page. */
	pages: string[];
}

const itemsOfPage = 6;

const sums = (name: string, items: Item[]): string =>
	grid([], [[name, '', '', '', '', `¥${amountOf(items)}`, '', `¥${taxOf(items)}`]], 'grid sums');

const pageOf = (data: DigitalInvoice, items: Item[], at: number, of: number): string => {
	const total = sum([amountOf(data.items), taxOf(data.items)]);
	const isLast = at === of;
	return [
		line('电子发票（普通发票）', 'title'),
		`<div class="facts">${line(entry('发票号码：', data.number))}${line(
			entry('开票日期：', data.date),
		)}${line(entry(`共${of}页 第${at}页`))}</div>`,
		'<div class="form"><div class="parties">',
		party('购买方', data.buyer),
		party('销售方', data.seller),
		`</div><div class="items">${grid(heads, items)}</div>`,
		sums('小计', items),
		isLast ? sums('合计', data.items) : '',
		isLast
			? `<div class="total"><span class="label">价税合计（大写）</span><span>⊗${inWords(total, '圆')}</span><span>${entry('（小写）', `¥${total}`)}</span></div>`
			: '',
		`<div class="remarks"><div class="side label">备注</div><div>${isLast ? data.remarks : ''}</div></div></div>`,
		line(entry('开票人：', data.issuer), 'issuer'),
	].join('');
};

/** A fully digital invoice whose goods need several pages: the sum of each below its goods, the total on the last. */
export function longInvoice(data: DigitalInvoice): LongDocument {
	const document = digitalInvoice(data);
	const of = Math.ceil(data.items.length / itemsOfPage);
	const pages = Array.from({ length: of }, (_, i) =>
		pageOf(data, data.items.slice(i * itemsOfPage, (i + 1) * itemsOfPage), i + 1, of),
	);
	return { document: { ...document, html: pages.join('') }, pages };
}
