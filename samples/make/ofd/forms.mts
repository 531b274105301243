import type { InvoiceFields, Item } from '../document.mts';
import { widthOf, wrapped, type Printed } from './objects.mts';

/** A drawn page: what the form prints, and what is printed into it. */
export interface Drawn {
	form: Printed[];
	typed: Printed[];
	height: number;
}

const text = (fields: InvoiceFields, name: string): string => {
	const value = fields[name];
	return typeof value === 'string' ? value : '';
};

/** A column of the table: its head, its tag, the edge that its texts stand at, and how wide a text may be. */
interface Column {
	head: string;
	tag: string;
	x: number;
	toRight?: boolean;
	width?: number;
}

const rowHeight = 4.5;

/** The lines of goods, those with long names over several rows. */
function rowsOf(items: readonly Item[], columns: readonly Column[], top: number): Printed[] {
	let y = top;
	return items.flatMap((item, line) => {
		const cells = columns.map((column, i) => ({
			...column,
			pieces: item[i] === '' ? [] : wrapped(item[i], column.width ?? Infinity),
		}));
		const printed = cells.flatMap(({ pieces, tag, x, toRight }) =>
			pieces.map((piece, n) => ({ text: piece, x, y: y + n * rowHeight, toRight, tag, line })),
		);
		y += rowHeight * Math.max(1, ...cells.map(({ pieces }) => pieces.length));
		return printed;
	});
}

const money = (x: number, y: number, amount: string, tag: string, size?: number): Printed[] => {
	const figure = amount === '***' ? amount : `¥${amount}`;
	return [{ text: figure, x, y, toRight: true, tag, size }];
};

const heads = (columns: readonly Column[], y: number): Printed[] =>
	columns.map(({ head, x, toRight }) => ({
		text: head,
		x: toRight ? x - widthOf(head) : x,
		y,
	}));

const digitalColumns: Column[] = [
	{ head: '项目名称', tag: 'Item', x: 5, width: 36 },
	{ head: '规格型号', tag: 'Specification', x: 43, width: 26 },
	{ head: '单 位', tag: 'MeasurementDimension', x: 71 },
	{ head: '数 量', tag: 'Quantity', x: 97, toRight: true },
	{ head: '单 价', tag: 'Price', x: 126, toRight: true },
	{ head: '金 额', tag: 'Amount', x: 152, toRight: true },
	{ head: '税率/征收率', tag: 'TaxScheme', x: 173, toRight: true },
	{ head: '税 额', tag: 'TaxAmount', x: 204, toRight: true },
];

/** The form of fully digital invoices. */
export function digitalForm(fields: InvoiceFields): Drawn {
	const title = text(fields, '发票名称');
	return {
		height: 140,
		form: [
			{ text: title, x: 105 - widthOf(title, 6) / 2, y: 9, size: 6 },
			{ text: '发票号码：', x: 152, y: 10.3 },
			{ text: '开票日期：', x: 152, y: 16.4 },
			{ text: '购买方信息', x: 6, y: 31.5, downwards: true },
			{ text: '销售方信息', x: 106.5, y: 31.5, downwards: true },
			...[13, 113].flatMap((x) => [
				{ text: '名称：', x, y: 34 },
				{ text: '统一社会信用代码/纳税人识别号：', x, y: 44.5 },
			]),
			...heads(digitalColumns, 52.4),
			{ text: '合 计', x: 20, y: 91 },
			{ text: '价税合计（大写）', x: 15, y: 97.5 },
			{ text: '（小写）', x: 142, y: 97.5 },
			{ text: '备注', x: 6, y: 108, downwards: true },
			{ text: '开票人：', x: 19, y: 129 },
		],
		typed: [
			{ text: text(fields, '发票号码'), x: 169, y: 10.3, tag: 'InvoiceNo' },
			{ text: text(fields, '日期'), x: 169, y: 16.4, tag: 'IssueDate' },
			{ text: text(fields, '购买方名称'), x: 23, y: 34, tag: 'Buyer/BuyerName' },
			{ text: text(fields, '购买方识别号'), x: 63, y: 44.5, tag: 'Buyer/BuyerTaxID' },
			{ text: text(fields, '销售方名称'), x: 123, y: 34, tag: 'Seller/SellerName' },
			{ text: text(fields, '销售方识别号'), x: 163, y: 44.5, tag: 'Seller/SellerTaxID' },
			...rowsOf(fields.items ?? [], digitalColumns, 57),
			...money(152, 91, text(fields, '合计金额'), 'TaxExclusiveTotalAmount'),
			...money(204, 91, text(fields, '合计税额'), 'TaxTotalAmount'),
			{ text: text(fields, '合计金额(大写)'), x: 63, y: 97.5 },
			...money(180, 97.5, text(fields, '合计金额(小写)'), 'TaxInclusiveTotalAmount'),
			...wrapped(text(fields, '备注'), 190).map((line, i) => ({
				text: line,
				x: 12,
				y: 106 + i * rowHeight,
				tag: 'Note',
			})),
			{ text: text(fields, '开票人'), x: 32, y: 129, tag: 'InvoiceClerk' },
		].filter((one) => one.text !== ''),
	};
}

const vatColumns: Column[] = [
	{ head: '货物或应税劳务、服务名称', tag: 'Item', x: 6, width: 46 },
	{ head: '规格型号', tag: 'Specification', x: 58, width: 22 },
	{ head: '单位', tag: 'MeasurementDimension', x: 84 },
	{ head: '数量', tag: 'Quantity', x: 107, toRight: true },
	{ head: '单价', tag: 'Price', x: 133, toRight: true },
	{ head: '金额', tag: 'Amount', x: 160, toRight: true },
	{ head: '税率', tag: 'TaxScheme', x: 174, toRight: true },
	{ head: '税额', tag: 'TaxAmount', x: 203, toRight: true },
];

const partyLabels = ['名 称：', '纳税人识别号：', '地 址、电 话：', '开户行及账号：'];
const partyFields = (side: string) => [
	`${side}名称`,
	`${side}识别号`,
	`${side}地址、电话`,
	`${side}开户行及账号`,
];
const partyTags = (side: string) => [
	`${side}/${side}Name`,
	`${side}/${side}TaxID`,
	`${side}/${side}AddrTel`,
	`${side}/${side}FinancialAccount`,
];

const party = (
	fields: InvoiceFields,
	side: '购买方' | '销售方',
	tags: string,
	top: number,
): Printed[] =>
	partyFields(side).map((name, i) => ({
		text: text(fields, name),
		x: 36,
		y: top + i * 5.2,
		tag: partyTags(tags)[i],
	}));

/** The form of VAT electronic invoices with a code. */
export function vatForm(fields: InvoiceFields, list?: readonly Item[]): Drawn {
	const title = text(fields, '发票名称');
	const cipher = text(fields, '密码区');
	return {
		height: 140,
		form: [
			{ text: title, x: 105 - widthOf(title, 6.2) / 2, y: 7, size: 6.2 },
			{ text: '发票代码：', x: 147, y: 6.2 },
			{ text: '发票号码：', x: 147, y: 11.7 },
			{ text: '开票日期：', x: 147, y: 17.2 },
			{ text: '校 验 码：', x: 147, y: 22.7 },
			{ text: '购买方', x: 6, y: 31.5, downwards: true },
			{ text: '密码区', x: 121, y: 31.5, downwards: true },
			{ text: '销售方', x: 6, y: 105, downwards: true },
			{ text: '备注', x: 121, y: 106, downwards: true },
			...[30.6, 104.2].flatMap((top) =>
				partyLabels.map((label, i) => ({ text: label, x: 12, y: top + i * 5.2 })),
			),
			...heads(vatColumns, 52),
			{ text: '合 计', x: 20, y: 91 },
			{ text: '价税合计（大写）', x: 12, y: 97.2 },
			{ text: '（小写）', x: 150, y: 97.2 },
			{ text: '收款人：', x: 9, y: 126 },
			{ text: '复核：', x: 63, y: 126 },
			{ text: '开票人：', x: 108, y: 126 },
			{ text: '销售方：（章）', x: 150, y: 126 },
		],
		typed: [
			{ text: text(fields, '发票代码'), x: 164, y: 6.2, tag: 'InvoiceCode' },
			{ text: text(fields, '发票号码'), x: 164, y: 11.7, tag: 'InvoiceNo' },
			{ text: text(fields, '日期'), x: 164, y: 17.2, tag: 'IssueDate' },
			{
				text: text(fields, '校验码').replaceAll(/(\d{5})(?=\d)/g, '$1 '),
				x: 164,
				y: 22.7,
				tag: 'InvoiceCheckCode',
			},
			...party(fields, '购买方', 'Buyer', 30.6),
			...(cipher.match(/.{28}/gu) ?? []).map((line, i) => ({
				text: line,
				x: 128,
				y: 31.5 + i * 4.6,
				size: 4.2,
				tag: 'TaxControlCode',
			})),
			...rowsOf(list ?? fields.items ?? [], vatColumns, 57),
			...money(160, 91, text(fields, '合计金额'), 'TaxExclusiveTotalAmount'),
			...money(203, 91, text(fields, '合计税额'), 'TaxTotalAmount'),
			{ text: text(fields, '合计金额(大写)'), x: 63, y: 97.2 },
			...money(185, 97.2, text(fields, '合计金额(小写)'), 'TaxInclusiveTotalAmount'),
			...party(fields, '销售方', 'Seller', 104.2),
			...wrapped(text(fields, '备注'), 74).map((line, i) => ({
				text: line,
				x: 127,
				y: 105 + i * rowHeight,
				tag: 'Note',
			})),
			{ text: text(fields, '收款人'), x: 22, y: 126, tag: 'Payee' },
			{ text: text(fields, '复核'), x: 74, y: 126, tag: 'Checker' },
			{ text: text(fields, '开票人'), x: 121, y: 126, tag: 'InvoiceClerk' },
		].filter((one) => one.text !== ''),
	};
}

/** The list of goods (销货清单) that a VAT invoice of many lines has on a page of its own. */
export function listForm(fields: InvoiceFields): Drawn {
	return {
		height: 297,
		form: [
			{ text: '销售货物或者提供应税劳务、服务清单', x: 55, y: 15, size: 6 },
			{ text: '购买方名称：', x: 10, y: 28 },
			{ text: '销售方名称：', x: 10, y: 34 },
			{ text: `所属增值税电子普通发票代码：${text(fields, '发票代码')}`, x: 10, y: 40 },
			{ text: `号码：${text(fields, '发票号码')}`, x: 110, y: 40 },
			...heads(vatColumns, 48),
			{ text: '合计', x: 20, y: 250 },
		],
		typed: [
			{ text: text(fields, '购买方名称'), x: 30, y: 28 },
			{ text: text(fields, '销售方名称'), x: 30, y: 34 },
			...rowsOf(fields.items ?? [], vatColumns, 54),
			...money(160, 250, text(fields, '合计金额'), ''),
			...money(203, 250, text(fields, '合计税额'), ''),
		],
	};
}
