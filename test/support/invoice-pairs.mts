import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { origin } from './results.mts';

export const invoiceChoices: OutputChoices = {
	output: 'invoice',
	fieldNames: 'english',
	reviewChecks: true,
};

/** Names and values as the API returns them. */
export type Pairs = Array<[name: string, value: string]>;
/** The list that the API makes of them. */
export const infosOf = (pairs: Pairs) => pairs.map(([name, value]) => ({ name, value }));

/** The items of an invoice. */
export const itemsOf = (pairs: Pairs, more: Partial<OutputChoices> = {}) =>
	invoiceItems(
		{ request_id: 'id', invoice_general_infos: infosOf(pairs) },
		{ ...invoiceChoices, ...more },
		origin,
	);

/** An invoice in which everything agrees. */
export const sound: Pairs = [
	['发票代码', '144031000000'],
	['发票号码', '01648000'],
	['日期', '2018年1月22日'],
	['销售方识别号', '91350100M000100Y43'],
	['合计金额(小写)', '￥113.00'],
	['合计金额(大写)', '壹佰壹拾叁元整'],
];

/** A row of an invoice. */
export const row = (
	name: string,
	quantity: string,
	price: string,
	amount: string,
	tax: string,
): Pairs => [
	['货物或应税劳务、服务名称', name],
	['数量', quantity],
	['单价', price],
	['金额', amount],
	['税率', '13%'],
	['税额', tax],
];
