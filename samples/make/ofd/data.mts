import type { InvoiceFields, Item } from '../document.mts';
import { escaped, type Printed } from './objects.mts';

const text = (fields: InvoiceFields, name: string): string => {
	const value = fields[name];
	return typeof value === 'string' ? value : '';
};

/** An element, with a prefix where its writer sets one. */
const element = (name: string, content: string, prefix = ''): string =>
	`<${prefix}${name}>${content}</${prefix}${name}>`;

const vatNames: ReadonlyArray<readonly [path: string, name: string]> = [
	['InvoiceCode', '发票代码'],
	['InvoiceNo', '发票号码'],
	['IssueDate', '日期'],
	['InvoiceCheckCode', '校验码'],
	['TaxControlCode', '密码区'],
	['Buyer/BuyerName', '购买方名称'],
	['Buyer/BuyerTaxID', '购买方识别号'],
	['Buyer/BuyerAddrTel', '购买方地址、电话'],
	['Buyer/BuyerFinancialAccount', '购买方开户行及账号'],
	['Seller/SellerName', '销售方名称'],
	['Seller/SellerTaxID', '销售方识别号'],
	['Seller/SellerAddrTel', '销售方地址、电话'],
	['Seller/SellerFinancialAccount', '销售方开户行及账号'],
	['TaxInclusiveTotalAmount', '合计金额(小写)'],
	['TaxExclusiveTotalAmount', '合计金额'],
	['TaxTotalAmount', '合计税额'],
	['Note', '备注'],
	['InvoiceClerk', '开票人'],
	['Payee', '收款人'],
	['Checker', '复核'],
];
const vatCells = [
	'Item',
	'Specification',
	'MeasurementDimension',
	'Quantity',
	'Price',
	'Amount',
	'TaxScheme',
	'TaxAmount',
];

/** Elements at paths, those of one parent in it together. */
function nested(entries: ReadonlyArray<readonly [path: string, content: string]>, prefix: string) {
	const parts = new Map<string, string>();
	for (const [path, content] of entries) {
		const [parent, child] = path.includes('/') ? path.split('/') : [path, undefined];
		const inner = child === undefined ? content : element(child, content, prefix);
		parts.set(parent, (parts.get(parent) ?? '') + inner);
	}
	return Array.from(parts, ([name, content]) => element(name, content, prefix)).join('');
}

/** `original_invoice.xml` of a VAT electronic invoice. */
export function vatXml(fields: InvoiceFields, encoding = 'utf-8'): string {
	const line = (item: Item, i: number) =>
		element(
			'GoodsInfo',
			element('LineNo', String(i + 1), 'fp:') +
				vatCells.map((name, n) => element(name, escaped(item[n]), 'fp:')).join(''),
			'fp:',
		);
	return (
		`<?xml version="1.0" encoding="${encoding}"?>\n` +
		'<eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019" Version="1.0"><fp:DocID>01</fp:DocID><fp:TypeCode>0</fp:TypeCode>' +
		nested(
			vatNames.map(([path, name]) => [path, escaped(text(fields, name))] as const),
			'fp:',
		) +
		element('GoodsInfos', (fields.items ?? []).map(line).join('\n'), 'fp:') +
		'</eInvoice>\n'
	);
}

const sideData = (side: '购买方' | '销售方', name: string, fields: InvoiceFields): string => {
	const [address, phone] = split(text(fields, `${side}地址、电话`));
	const [bank, account] = split(text(fields, `${side}开户行及账号`));
	return [
		['IdNum', text(fields, `${side}识别号`)],
		['Name', text(fields, `${side}名称`)],
		['Addr', address],
		['TelNum', phone],
		['BankName', bank],
		['BankAccNum', account],
	]
		.map(([key, value]) => element(name + key, escaped(value)))
		.join('');
};

const split = (joined: string): [string, string] => {
	const at = joined.lastIndexOf(' ');
	return at < 0 ? [joined, ''] : [joined.slice(0, at), joined.slice(at + 1)];
};

const rate = (printed: string): string =>
	printed.endsWith('%') ? (Number.parseFloat(printed) / 100).toFixed(6) : printed;

const digitalCells = [
	'ItemName',
	'SpecMod',
	'MeaUnits',
	'Quantity',
	'UnPrice',
	'Amount',
	'TaxRate',
	'ComTaxAm',
];

/** What a kind of business adds: travellers, a building's place. */
export type Specific = Record<string, Record<string, string>>;

/** The XML of a fully digital invoice as the platform hands it out. */
export function digitalXml(fields: InvoiceFields, specific: Specific = {}): string {
	const title = text(fields, '发票名称');
	const kind = /（(.+)）/u.exec(title)?.[1] ?? title;
	const isRed = text(fields, '合计金额(小写)').startsWith('-');
	const [, year, month, day] = /(\d+)年(\d+)月(\d+)日/u.exec(text(fields, '日期')) ?? [];
	const date = `${year}-${month}-${day}`;
	const label = (name: string, code: string, words: string) =>
		element(name, element('LabelCode', code) + element('LabelName', words));
	const lines = (fields.items ?? []).map((item) =>
		element(
			'IssuItemInformation',
			digitalCells
				.map((name, i) => element(name, escaped(name === 'TaxRate' ? rate(item[i]) : item[i])))
				.join('') + element('TaxClassificationCode', '3010000000000000000'),
		),
	);
	const special = Object.entries(specific).map(([name, values]) =>
		element(
			name,
			Object.entries(values)
				.map(([key, value]) => element(key, escaped(value)))
				.join(''),
		),
	);
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<EInvoice>' +
		element(
			'Header',
			element('EIid', text(fields, '发票号码')) +
				element('EInvoiceTag', `SWEI${text(fields, '发票号码').slice(2, 4)}00`) +
				element('Version', '0.32') +
				element(
					'InherentLabel',
					label('InIssuType', isRed ? 'N' : 'Y', '是否蓝字发票标志') +
						label('EInvoiceType', '01', '电子发票') +
						label('GeneralOrSpecialVAT', kind.includes('专用') ? '01' : '02', kind),
				),
		) +
		element(
			'EInvoiceData',
			element('SellerInformation', sideData('销售方', 'Seller', fields)) +
				element('BuyerInformation', sideData('购买方', 'Buyer', fields)) +
				element(
					'BasicInformation',
					element('TotalAmWithoutTax', text(fields, '合计金额')) +
						element('TotalTaxAm', text(fields, '合计税额')) +
						element('TotalTax-includedAmount', text(fields, '合计金额(小写)')) +
						element('TotalTax-includedAmountInChinese', text(fields, '合计金额(大写)')) +
						element('Drawer', text(fields, '开票人')) +
						element('RequestTime', date),
				) +
				lines.join('\n') +
				element('SpecificInformation', special.join('')) +
				element('AdditionalInformation', element('Remark', escaped(text(fields, '备注')))),
		) +
		element(
			'TaxSupervisionInfo',
			element('InvoiceNumber', text(fields, '发票号码')) +
				element('IssueTime', `${date} 10:08:05`) +
				element('TaxBureauName', '国家税务总局'),
		) +
		'</EInvoice>\n'
	);
}

/** A text of a page with the number of its object and of its page. */
export interface Tagged extends Printed {
	id: number;
	page: number;
}

const reference = ({ id, page }: Tagged): string =>
	`<ofd:ObjectRef PageRef="${page}">${id}</ofd:ObjectRef>`;

/** How tags are written: lines of goods in an element each, or cell by cell side by side. */
export type TagStyle = 'grouped' | 'scattered';

/** CustomTag.xml: which objects show which value. */
export function customTag(texts: readonly Tagged[], style: TagStyle): string {
	const prefix = style === 'grouped' ? 'fp:' : 'ofd:';
	const byTag = new Map<string, Tagged[]>();
	for (const one of texts) {
		if (!one.tag) continue;
		const key = one.line === undefined ? one.tag : `${one.line} ${one.tag}`;
		byTag.set(key, [...(byTag.get(key) ?? []), one]);
	}
	const entries = Array.from(byTag, ([key, all]) => [key, all.map(reference).join('')] as const);
	const fields = entries.filter(([key]) => !/^\d/u.test(key));
	const cells = entries.filter(([key]) => /^\d/u.test(key));
	const lines = new Map<string, string>();
	for (const [key, content] of cells) {
		const [line, name] = key.split(' ');
		lines.set(line, (lines.get(line) ?? '') + element(name, content, prefix));
	}
	const goods =
		style === 'grouped'
			? element(
					'GoodsInfos',
					[...lines.values()].map((line) => element('GoodsInfo', line, prefix)).join(''),
					prefix,
				)
			: [...lines.values()].join('');
	const root =
		style === 'grouped'
			? ['fp:eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019"', 'fp:eInvoice']
			: ['ofd:root', 'ofd:root'];
	return (
		'<?xml version="1.0" encoding="UTF-8"?>\n' +
		`<${root[0]} xmlns:ofd="http://www.ofdspec.org/2016" version="1.0">${nested(fields, prefix)}${goods}</${root[1]}>\n`
	);
}

const headNames: ReadonlyArray<readonly [key: string, name: string]> = [
	['发票代码', '发票代码'],
	['发票号码', '发票号码'],
	['合计税额', '合计税额'],
	['合计金额', '合计金额'],
	['开票日期', '日期'],
	['校验码', '校验码'],
	['购买方纳税人识别号', '购买方识别号'],
	['销售方纳税人识别号', '销售方识别号'],
];

/** What the head of an OFD says of its invoice. */
export const customDatas = (fields: InvoiceFields): string =>
	headNames
		.filter(([, name]) => text(fields, name) !== '')
		.map(([key, name]) => `<ofd:CustomData Name="${key}">${text(fields, name)}</ofd:CustomData>`)
		.join('');
