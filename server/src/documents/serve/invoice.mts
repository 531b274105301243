import type { Page } from '../../page/types.mts';
import { alwaysServed, furtherServed } from '../invoice/api-names.mts';
import { itemColumns } from '../invoice/line-item.mts';
import type { InvoiceDocument } from '../kinds/invoice/read.mts';
import { locationOf, type Location } from '../location.mts';
import { sureness, type Evidence } from '../score/sureness.mts';
import type { Weights } from '../score/weights.mts';
import { cellEvidence, fieldEvidence } from './invoice-evidence.mts';

/** A name of the invoice API with its value. */
export interface InvoiceField {
	name: string;
	value: string;
	/** How sure the value is, 0 to 1; 0 where nothing was read. */
	confidence: number;
	/** Where it stands; null where nothing was read or the page does not tell. */
	location: Location | null;
}

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

/** An invoice as its API serves it: documented fields first and always, further ones where printed, then the goods. */
export function servedInvoice(
	page: Page,
	document: InvoiceDocument,
	weights: Weights,
): InvoiceField[] {
	const served = (name: string, value = '', evidence?: Evidence): InvoiceField => ({
		name,
		value,
		confidence: evidence ? sureness(evidence, weights) : 0,
		location: locationOf(page, evidence?.chars.map(({ area }) => area) ?? []),
	});
	const known = fieldEvidence(document);
	const field = (name: string) => served(name, document.fields.get(name)?.text, known.get(name));
	const cells = cellEvidence(document);
	return [
		...alwaysServed.map(field),
		...furtherNames.filter((name) => document.fields.has(name)).map(field),
		...document.items.flatMap((item, i) =>
			itemColumns.flatMap(([role, name]) =>
				item.cells[role] === undefined ? [] : [served(name, item.cells[role], cells[i][role])],
			),
		),
	];
}
