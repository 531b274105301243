import type { lineColumns } from './structured.mts';

type Column = (typeof lineColumns)[number];

/**
 * A way to write an invoice as XML. Values stand at paths of element names below the root; `a|b` is a or else b,
 * `a+b` is both of them.
 */
export interface Vocabulary {
	/** Elements by which it is known: the path to one of them exists. */
	signs: readonly string[];
	fields: ReadonlyArray<readonly [name: string, path: string]>;
	/** The path to a line of goods, which is repeated. */
	line: string;
	columns: Readonly<Record<Column, string>>;
}

/**
 * VAT electronic invoices with an invoice code, 2019 on: `original_invoice.xml` in an OFD. The elements of the tag list
 * (CustomTag) have the same names.
 */
export const vatInvoice: Vocabulary = {
	signs: ['InvoiceNo'],
	fields: [
		['发票代码', 'InvoiceCode'],
		['发票号码', 'InvoiceNo'],
		['日期', 'IssueDate'],
		['校验码', 'InvoiceCheckCode'],
		['购买方名称', 'Buyer/BuyerName'],
		['购买方识别号', 'Buyer/BuyerTaxID'],
		['销售方名称', 'Seller/SellerName'],
		['销售方识别号', 'Seller/SellerTaxID'],
		['合计金额(大写)', 'TaxInclusiveTotalAmountWithWords'],
		['合计金额(小写)', 'TaxInclusiveTotalAmount'],
		['合计金额', 'TaxExclusiveTotalAmount'],
		['合计税额', 'TaxTotalAmount'],
		['购买方地址、电话', 'Buyer/BuyerAddrTel'],
		['购买方开户行及账号', 'Buyer/BuyerFinancialAccount'],
		['销售方地址、电话', 'Seller/SellerAddrTel'],
		['销售方开户行及账号', 'Seller/SellerFinancialAccount'],
		['备注', 'Note'],
		['密码区', 'TaxControlCode'],
		['收款人', 'Payee'],
		['复核', 'Checker'],
		['开票人', 'InvoiceClerk'],
	],
	line: 'GoodsInfos/GoodsInfo',
	columns: {
		'货物或应税劳务、服务名称': 'Item',
		规格型号: 'Specification',
		单位: 'MeasurementDimension',
		数量: 'Quantity',
		单价: 'Price',
		金额: 'Amount',
		税率: 'TaxScheme',
		税额: 'TaxAmount',
	},
};

/** Fully digital invoices (数电票): the XML that the tax bureau's platform hands out, versions 0.2 to 0.35. */
const digitalInvoice: Vocabulary = {
	signs: ['EInvoiceData/BasicInformation'],
	fields: [
		['发票号码', 'TaxSupervisionInfo/InvoiceNumber|Header/EIid'],
		['日期', 'TaxSupervisionInfo/IssueTime|EInvoiceData/BasicInformation/RequestTime'],
		['购买方名称', 'EInvoiceData/BuyerInformation/BuyerName'],
		['购买方识别号', 'EInvoiceData/BuyerInformation/BuyerIdNum'],
		['销售方名称', 'EInvoiceData/SellerInformation/SellerName'],
		['销售方识别号', 'EInvoiceData/SellerInformation/SellerIdNum'],
		['合计金额(大写)', 'EInvoiceData/BasicInformation/TotalTax-includedAmountInChinese'],
		['合计金额(小写)', 'EInvoiceData/BasicInformation/TotalTax-includedAmount'],
		['发票名称', 'Header/InherentLabel/GeneralOrSpecialVAT/LabelName'],
		['合计金额', 'EInvoiceData/BasicInformation/TotalAmWithoutTax'],
		['合计税额', 'EInvoiceData/BasicInformation/TotalTaxAm'],
		[
			'购买方地址、电话',
			'EInvoiceData/BuyerInformation/BuyerAddr+EInvoiceData/BuyerInformation/BuyerTelNum',
		],
		[
			'购买方开户行及账号',
			'EInvoiceData/BuyerInformation/BuyerBankName+EInvoiceData/BuyerInformation/BuyerBankAccNum',
		],
		[
			'销售方地址、电话',
			'EInvoiceData/SellerInformation/SellerAddr+EInvoiceData/SellerInformation/SellerTelNum',
		],
		[
			'销售方开户行及账号',
			'EInvoiceData/SellerInformation/SellerBankName+EInvoiceData/SellerInformation/SellerBankAccNum',
		],
		['备注', 'EInvoiceData/AdditionalInformation/Remark'],
		['开票人', 'EInvoiceData/BasicInformation/Drawer'],
	],
	line: 'EInvoiceData/IssuItemInformation',
	columns: {
		'货物或应税劳务、服务名称': 'ItemName',
		规格型号: 'SpecMod',
		单位: 'MeaUnits',
		数量: 'Quantity',
		单价: 'UnPrice',
		金额: 'Amount',
		税率: 'TaxRate',
		税额: 'ComTaxAm',
	},
};

/**
 * Fully digital invoices as whoever books them keeps them, as XBRL (财政部, 电子凭证会计数据标准, taxonomy einv 2023-12-31):
 * the main values without the lines.
 */
const bookedInvoice: Vocabulary = {
	...digitalInvoice,
	signs: ['TotalTax-includedAmount'],
	fields: [
		['发票号码', 'InvoiceNumber'],
		['日期', 'RequestTime'],
		['购买方名称', 'BuyerName'],
		['购买方识别号', 'BuyerIdNum'],
		['销售方名称', 'SellerName'],
		['销售方识别号', 'SellerIdNum'],
		['合计金额(小写)', 'TotalTax-includedAmount'],
		['合计金额', 'TotalAmWithoutTax'],
		['合计税额', 'TotalTaxAm'],
	],
	line: 'IssuItemInformation',
};

/** VAT electronic invoices as XBRL (财政部, 电子凭证会计数据标准, taxonomy inv 2021-09-30). */
const xbrlInvoice: Vocabulary = {
	signs: ['NumberOfInvoice'],
	fields: [
		['发票代码', 'CodeOfInvoice'],
		['发票号码', 'NumberOfInvoice'],
		['日期', 'DateOfIssue'],
		['校验码', 'IdentifyingCode'],
		['购买方名称', 'NameOfPurchaser'],
		['购买方识别号', 'TaxpayerIdentificationNumberUnifiedSocialCreditCodeOfPurchaser'],
		['销售方名称', 'NameOfSeller'],
		['销售方识别号', 'TaxpayerIdentificationNumberUnifiedSocialCreditCodeOfSeller'],
		['合计金额(大写)', 'TaxIncludedAmountInWords'],
		['合计金额(小写)', 'TaxIncludedAmountInFigures'],
		['合计金额', 'TotalAmountExcludingTax'],
		['合计税额', 'TotalTaxAmount'],
		['购买方地址、电话', 'AddressPhoneNumberOfPurchaser'],
		['购买方开户行及账号', 'DepositBankAndAccountNumberOfPurchaser'],
		['销售方地址、电话', 'AddressPhoneNumberOfSeller'],
		['销售方开户行及账号', 'DepositBankAndAccountNumberOfSeller'],
		['备注', 'Remarks'],
		['收款人', 'Payee'],
		['复核', 'Reviewer'],
		['开票人', 'Issuer'],
	],
	line: 'InformationOfTaxableGoodsOrServicesDetailItemsTuple',
	columns: {
		'货物或应税劳务、服务名称': 'NameOfTaxableGoodsOrServices',
		规格型号: 'Specification',
		单位: 'UnitOfGoodsOrServices',
		数量: 'QuantityOfGoodsOrServices',
		单价: 'UnitPriceOfGoodsOrServices',
		金额: 'AmountExcludingTax',
		税率: 'TaxRate',
		税额: 'TaxAmount',
	},
};

/** All that are known. */
export const vocabularies: readonly Vocabulary[] = [
	vatInvoice,
	digitalInvoice,
	bookedInvoice,
	xbrlInvoice,
];

/** What the head of an OFD says of the invoice in it (CustomData, GB/T 33190, 7.4), by the API's names. */
export const headNames: Readonly<Record<string, string>> = {
	发票代码: '发票代码',
	发票号码: '发票号码',
	开票日期: '日期',
	校验码: '校验码',
	购买方名称: '购买方名称',
	购买方纳税人识别号: '购买方识别号',
	销售方名称: '销售方名称',
	销售方纳税人识别号: '销售方识别号',
	价税合计: '合计金额(小写)',
	合计金额: '合计金额',
	合计税额: '合计税额',
};
