import type { Column } from '../shared/columns';
import type { ValueKind } from '../shared/values/convert';

/** A field of the invoice API: its names there (the first is the one we write), our key, what its value is. */
export interface InvoiceField extends Column {
	names: readonly [string, ...string[]];
}

const field = (key: string, kind: ValueKind, ...names: [string, ...string[]]): InvoiceField => ({
	key,
	kind,
	names,
});

/** The documented core, in the order of the output columns. Source: the vendor's document. */
export const coreFields: readonly InvoiceField[] = [
	field('invoiceCode', 'code', '发票代码'),
	field('invoiceNumber', 'documentNumber', '发票号码'),
	field('invoiceDate', 'date', '日期', '开票日期'),
	field('checkCode', 'code', '校验码'),
	field('buyerName', 'text', '购买方名称'),
	field('buyerTaxId', 'code', '购买方识别号'),
	field('sellerName', 'text', '销售方名称'),
	field('sellerTaxId', 'code', '销售方识别号'),
	field('totalAmount', 'amount', '合计金额(小写)', '小写金额', '价税合计(小写)'),
	field('totalAmountInWords', 'text', '合计金额(大写)', '大写金额', '价税合计(大写)'),
];

/** What else the API can return; a column only where it was returned. Source: later versions of sibling APIs. */
export const furtherFields: readonly InvoiceField[] = [
	field('invoiceTime', 'time', '时间'),
	field('amountBeforeTax', 'amount', '合计金额'),
	field('totalTax', 'amount', '合计税额'),
	field('category', 'text', '种类'),
	field('consumptionType', 'text', '发票消费类型'),
	field('industryClass', 'text', '行业分类'),
	field('invoiceTitle', 'text', '发票名称'),
	field('province', 'text', '省'),
	field('city', 'text', '市'),
	field('hasCompanySeal', 'boolean', '是否有公司印章'),
	field('buyerAddressPhone', 'text', '购买方地址、电话'),
	field('sellerAddressPhone', 'text', '销售方地址、电话'),
	field('buyerBankAccount', 'text', '购买方开户行及账号'),
	field('sellerBankAccount', 'text', '销售方开户行及账号'),
	field('payee', 'text', '收款人'),
	field('reviewer', 'text', '复核'),
	field('issuer', 'text', '开票人'),
	field('remarks', 'text', '备注'),
	field('cipherText', 'text', '密码区'),
	field('ticketPickupUser', 'text', '经办人取票用户'),
	field('paymentInfo', 'text', '经办人支付信息'),
	field('merchantNumber', 'code', '经办人商户号'),
	field('orderNumber', 'code', '经办人订单号'),
];

/** A line item: these names come once for each row. */
export const lineItemFields: readonly InvoiceField[] = [
	field('name', 'text', '货物或应税劳务、服务名称'),
	field('specification', 'text', '规格型号'),
	field('unit', 'text', '单位'),
	field('quantity', 'quantity', '数量'),
	field('unitPrice', 'amount', '单价'),
	field('amount', 'amount', '金额'),
	field('taxRate', 'text', '税率'),
	field('taxAmount', 'amount', '税额'),
];

const comparable = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');

/** Fields by any of their names; brackets and commas may be full-width. */
export function fieldIndex(
	fields: readonly InvoiceField[],
): (name: string) => InvoiceField | undefined {
	const index = new Map(
		fields.flatMap((entry) => entry.names.map((name) => [comparable(name), entry])),
	);
	return (name) => index.get(comparable(name));
}
