import type { Page } from '../page/types.mts';
import { fieldConfidences, itemConfidences, type LineConfidence } from './confidence/invoice.mts';
import { fieldLocations, itemLocations, type LineLocation } from './confidence/places.mts';
import { rowsOf } from './layout/rows.mts';
import { readCodes } from './invoice/codes.mts';
import { itemColumns, readItems, type LineItem } from './invoice/items.mts';
import { isCompany, readParties } from './invoice/parties.mts';
import { withoutSealWords } from './invoice/seal-words.mts';
import { sheetOf, valuesOf, type Sheet } from './invoice/sheet.mts';
import { readTitle } from './invoice/title.mts';
import { readTotals } from './invoice/totals.mts';
import type { InvoiceLabel } from './lexicon/invoice-labels.mts';
import type { Location } from './location.mts';
import { finish, type Steps } from './steps.mts';
import { readPerson, readText } from './values.mts';

/** A name of the invoice API with its value. */
export interface InvoiceField {
	name: string;
	value: string;
	/** How sure the value is, 0 to 1; 0 where nothing was read. */
	confidence: number;
	/** Where it stands; null where nothing was read or the page does not tell. */
	location: Location | null;
}

type Named = Pick<InvoiceField, 'name' | 'value'>;

/** Fields that are served as their label's value stands, where it is printed. */
const plainFields: ReadonlyArray<readonly [field: InvoiceLabel, name: string]> = [
	['industry', '行业分类'],
	['consumption', '发票消费类型'],
	['ticketUser', '经办人取票用户'],
	['paymentInfo', '经办人支付信息'],
	['merchantNumber', '经办人商户号'],
	['orderNumber', '经办人订单号'],
];
const personFields: ReadonlyArray<readonly [field: InvoiceLabel, name: string]> = [
	['payee', '收款人'],
	['reviewer', '复核'],
	['issuer', '开票人'],
];

/** A text up to the next field of the API: a label in a remark (合同号) belongs to the remark. */
function textTo(sheet: Sheet, field: InvoiceLabel): string {
	const [label] = sheet.labels.flat().filter(({ entry }) => entry?.field === field);
	if (!label) return '';
	const next = sheet.labels[label.row].find(
		({ start, entry }) => start > label.start && entry && entry.field !== 'other',
	);
	const { chars } = sheet.rows[label.row];
	return readText(chars.slice(label.valueFrom, next?.start ?? chars.length)) ?? '';
}

function further(sheet: Sheet): Named[] {
	const texts = plainFields.map(([field, name]) => ({
		name,
		value: textTo(sheet, field),
	}));
	const persons = personFields.map(([field, name]) => ({
		name,
		value: valuesOf(sheet, field, readPerson).find(({ value }) => !isCompany(value))?.value ?? '',
	}));
	return [...texts, ...persons];
}

const itemFields = (
	item: LineItem,
	confidences: LineConfidence,
	locations: LineLocation,
): InvoiceField[] =>
	itemColumns.flatMap(([role, name]) =>
		item[role] === undefined
			? []
			: [
					{
						name,
						value: item[role],
						confidence: confidences[role] ?? 0,
						location: locations[role] ?? null,
					},
				],
	);

/**
 * Reads the fields of a machine-printed invoice from its recognised page, under the names of the API:
 * the documented ones first and always, the further ones where they are printed, then the line items,
 * each with all columns of the printed table. Throws PictureError where the page has more text than a document.
 */
export function* invoiceSteps(page: Page): Steps<InvoiceField[]> {
	const rows = rowsOf(page);
	yield;
	const sheet = sheetOf(rows);
	yield;
	const items = readItems(sheet);
	yield;
	const { buyer, seller } = readParties(sheet);
	const codes = readCodes(sheet);
	yield;
	const totals = readTotals(sheet, items);
	const title = readTitle(sheet, codes);
	yield;
	const core = [
		['发票代码', codes.code],
		['发票号码', codes.number],
		['日期', codes.date],
		['校验码', codes.checkCode],
		['购买方名称', buyer.name],
		['购买方识别号', buyer.taxId],
		['销售方名称', seller.name],
		['销售方识别号', seller.taxId],
		['合计金额(大写)', totals.capital],
		['合计金额(小写)', totals.total],
	] as const;
	const printed = [
		['时间', codes.time],
		['发票名称', title.title],
		['种类', title.kind],
		['省', title.province],
		['市', title.city],
		['合计金额', totals.beforeTax],
		['合计税额', totals.tax],
		['购买方地址、电话', buyer.contact],
		['购买方开户行及账号', buyer.bank],
		['销售方地址、电话', seller.contact],
		['销售方开户行及账号', seller.bank],
		['备注', withoutSealWords(sheet.remarks?.text, seller)],
		['密码区', sheet.cipher?.text],
	] as const;
	const fields: Named[] = [
		...core.map(([name, value]) => ({ name, value: value ?? '' })),
		...[
			...printed.map(([name, value]) => ({ name, value: value ?? '' })),
			...further(sheet),
		].filter(({ value }) => value !== ''),
	];
	yield;
	const values = new Map(fields.map(({ name, value }) => [name, value]));
	const confidences = fieldConfidences(rows, values);
	yield;
	const ofItems = itemConfidences(rows, items, values);
	yield;
	const locations = fieldLocations(page, rows, values);
	const itemPlaces = itemLocations(page, rows, items);
	return [
		...fields.map((field) => ({
			...field,
			confidence: confidences.get(field.name) ?? 0,
			location: locations.get(field.name) ?? null,
		})),
		...items.flatMap((item, i) => itemFields(item, ofItems[i], itemPlaces[i])),
	];
}

/** The same, all at once. */
export const readInvoice = (page: Page): InvoiceField[] => finish(invoiceSteps(page));
