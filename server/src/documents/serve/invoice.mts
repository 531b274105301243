import type { InvoiceField } from '../invoice.mts';
import { alwaysServed, furtherServed } from '../invoice/api-names.mts';
import { itemColumns, type PlacedItem } from '../invoice/items.mts';
import { invoiceDocument, type InvoiceDocument } from '../kinds/invoice/read.mts';
import { locationOf } from '../location.mts';
import type { Weights } from '../score/weights.mts';
import type { Steps } from '../steps.mts';
import type { Page } from '../../page/types.mts';
import { cellConfidence, fieldConfidence } from './invoice-confidence.mts';

/** Fields that are served where they are printed. */
const furtherNames = [
	...furtherServed,
	'行业分类',
	'发票消费类型',
	'经办人取票用户',
	'经办人支付信息',
	'经办人商户号',
	'经办人订单号',
	'收款人',
	'复核',
	'开票人',
] as const;

const place = (page: Page, chars: PlacedItem['chars']['name'] = []) =>
	locationOf(
		page,
		chars.map(({ area }) => area),
	);

function servedField(page: Page, document: InvoiceDocument, name: string): InvoiceField {
	const chosen = document.fields.get(name);
	if (!chosen) return { name, value: '', confidence: 0, location: null };
	return {
		name,
		value: chosen.text,
		confidence: fieldConfidence(name, document),
		location: place(page, chosen.chars),
	};
}

const servedItem = (page: Page, document: InvoiceDocument, item: PlacedItem): InvoiceField[] =>
	itemColumns.flatMap(([role, name]) => {
		const value = item.cells[role];
		if (value === undefined) return [];
		if (value === '') return [{ name, value, confidence: 0, location: null }];
		return [
			{
				name,
				value,
				confidence: cellConfidence(document, item, role),
				location: place(page, item.chars[role]),
			},
		];
	});

/** An invoice as its API serves it: documented fields first and always, further ones where printed, then the goods. */
export const servedInvoice = (page: Page, document: InvoiceDocument): InvoiceField[] => [
	...alwaysServed.map((name) => servedField(page, document, name)),
	...furtherNames
		.filter((name) => document.fields.has(name))
		.map((name) => servedField(page, document, name)),
	...document.items.flatMap((item) => servedItem(page, document, item)),
];

/** Reads an invoice by proposing, scoring and solving. Throws PictureError where the page has more text than a document. */
export function* solvedInvoice(page: Page, weights: Weights): Steps<InvoiceField[]> {
	return servedInvoice(page, yield* invoiceDocument(page, weights));
}
