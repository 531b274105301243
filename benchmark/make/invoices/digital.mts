import { inWords } from '../../../samples/make/amounts.mts';
import { invoice } from '../../../samples/make/document.mts';
import type { Item, PhotoOptions, SampleDocument } from '../../../samples/make/document.mts';
import { line, spread } from '../../../samples/make/html.mts';
import { entry, formStyle, grid, seal } from '../../../samples/make/invoices/forms.mts';
import { qrLookalike } from '../marks.mts';
import { totalsOf } from './items.mts';

interface Columns {
	head: string[];
	/** In pixels, but for the last column, which takes what is left. */
	widths: number[];
	cellsOf: (item: Item) => string[];
}

interface DigitalInvoice {
	id: string;
	/** The bureau in the seal, such as 浙江省税务局. */
	bureau: string;
	number: string;
	date: string;
	buyer: { name: string; taxId?: string };
	seller: { name: string; taxId: string };
	items: Item[];
	remarks?: string;
	issuer: string;
	/** The kind of business when the form is one for it: printed above the number's line. */
	business?: string;
	/** Other columns than the usual eight. */
	columns?: Columns;
	/** What stands between the items and the totals. */
	details?: string;
	photo?: PhotoOptions;
}

const ink = '#8a3d1c';
const usualColumns: Columns = {
	head: ['项目名称', '规格型号', '单 位', '数 量', '单 价', '金 额', '税率/征收率', '税 额'],
	widths: [300, 190, 90, 105, 260, 190, 190],
	cellsOf: (item) => [...item],
};

const style = `
	${formStyle(ink)}
	.paper { padding: 40px 56px 50px; font: 27px 'AR PL UKai CN', serif; line-height: 1.45; background: #fff; color: #1c1c1c; }
	.typed, td { font-family: 'Noto Serif CJK SC', serif; }
	.head { display: grid; grid-template-columns: 400px 1fr 520px; align-items: center; margin-bottom: 14px; }
	.qr { color: #222; vertical-align: middle; }
	.business { color: ${ink}; margin-left: 18px; }
	.title { font-size: 44px; border-bottom: 5px double ${ink}; padding: 40px 0 6px; }
	.head > :last-child { padding-left: 50px; }
	.frame { border: 2px solid ${ink}; }
	.parties { display: grid; grid-template-columns: 50px 1fr 50px 1fr; }
	.party { font-size: 25px; padding: 8px 12px; border-right: 2px solid ${ink}; }
	.party > div + div { margin-top: 26px; }
	.party:last-child { border-right: 0; }
	.side { color: ${ink}; writing-mode: vertical-rl; display: flex; align-items: center; justify-content: center; border-right: 2px solid ${ink}; letter-spacing: 3px; line-height: 1.2; }
	.rows { border-top: 2px solid ${ink}; min-height: 250px; padding-bottom: 6px; }
	.grid :is(th, td) { padding: 5px 8px; word-break: break-all; }
	.grid th { text-align: center; white-space: nowrap; }
	.grid td { font-size: 24px; line-height: 1.3; }
	.items { table-layout: fixed; }
	.items td:nth-child(n + 4) { text-align: right; }
	.details { border-top: 2px solid ${ink}; }
	.details td { text-align: center; }
	.sums { display: grid; grid-template-columns: 300px 819px 1fr; padding: 4px 8px; }
	.sums > :nth-child(n + 2) { text-align: right; font-family: 'Noto Serif CJK SC', serif; }
	.total { border-top: 2px solid ${ink}; display: grid; grid-template-columns: 300px 1fr 420px; padding: 8px 12px; }
	.remarks { border-top: 2px solid ${ink}; display: grid; grid-template-columns: 50px 1fr; min-height: 120px; }
	.remarks > :last-child { padding: 8px 14px; font-family: 'Noto Serif CJK SC', serif; }
`;

const widthsOf = ({ widths }: Columns): string =>
	widths
		.map((width, index) => `.items th:nth-child(${index + 1}) { width: ${width}px; }`)
		.join('\n');

/** A fully digital invoice (电子发票（普通发票）, 数电票) on the form that is the same in the whole country. */
export function digitalInvoice(data: DigitalInvoice): SampleDocument {
	const { items, buyer, seller, columns = usualColumns } = data;
	const { amount, tax, total } = totalsOf(items);
	const currency = (figure: string) => (figure === '***' ? figure : `¥${figure}`);
	return invoice({
		id: data.id,
		width: 1640,
		style: style + widthsOf(columns),
		fields: {
			发票名称: '电子发票（普通发票）',
			发票号码: data.number,
			日期: data.date,
			购买方名称: buyer.name,
			...(buyer.taxId ? { 购买方识别号: buyer.taxId } : {}),
			销售方名称: seller.name,
			销售方识别号: seller.taxId,
			合计金额: amount,
			合计税额: tax,
			'合计金额(大写)': inWords(total, '圆'),
			'合计金额(小写)': total,
			...(data.remarks ? { 备注: data.remarks } : {}),
			开票人: data.issuer,
			items,
		},
		body: (f) =>
			[
				'<div class="head">',
				`<div>${qrLookalike(data.id, 150)}<span class="business">${data.business ?? ''}</span></div>`,
				line(f.发票名称, 'title'),
				`<div>${line(entry('发票号码：', f.发票号码))}${line(entry('开票日期：', f.日期))}</div>`,
				'</div>',
				'<div class="frame"><div class="parties">',
				...[
					['购买方信息', f.购买方名称, f.购买方识别号],
					['销售方信息', f.销售方名称, f.销售方识别号],
				].map(
					([side, name, taxId]) =>
						line(String(side), 'side') +
						`<div class="party">${line(entry('名称：', name))}${line(
							entry('统一社会信用代码/纳税人识别号：', taxId),
						)}</div>`,
				),
				'</div><div class="rows">',
				grid(columns.head, f.items.map(columns.cellsOf), 'grid items'),
				'</div>',
				data.details ?? '',
				`<div class="sums"><span class="label">合 计</span><span>${currency(f.合计金额)}</span><span>${currency(f.合计税额)}</span></div>`,
				`<div class="total"><span class="label">价税合计（大写）</span><span>⊗ ${f['合计金额(大写)']}</span><span>${entry('（小写） ', `¥${f['合计金额(小写)']}`)}</span></div>`,
				`<div class="remarks">${line('备注', 'side')}${line(f.备注 ?? '')}</div>`,
				'</div>',
				spread(entry('开票人：', f.开票人), ''),
				seal({
					top: '全国统一发票监制章',
					middle: '国家税务总局',
					bottom: data.bureau,
					left: 710,
					upper: 14,
					width: 220,
				}),
			].join(''),
		photo: data.photo,
	});
}
