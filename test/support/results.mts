import type { DocumentOrigin } from '../../nodes/shared/ocrApi.ts';

/** Where a document of a test comes from. */
export const origin: DocumentOrigin = {
	sourceFile: 'f.jpg',
	sourceField: 'data',
	sourcePage: null,
	documentNumber: 1,
};

/** The vendor's own example of the invoice API. */
export const invoiceExample = {
	reason: 'success',
	result: {
		request_id: 'fd7e1fe1-1039-4d28-9376-6e144dbd3741',
		invoice_general_infos: [
			{ name: '校验码', value: '15634318038000000' },
			{ name: '发票代码', value: '1440310000' },
			{ name: '发票号码', value: '01648000' },
			{ name: '日期', value: '2018年1月22日' },
			{ name: '购买方识别号', value: '91440300000XG' },
			{ name: '销售方识别号', value: '4403006700004' },
			{ name: '合计金额(大写)', value: '玖仟元整' },
			{ name: '购买方名称', value: '腾讯科技(深圳)有限公司' },
			{ name: '合计金额(小写)', value: '9000.00' },
		],
	},
	error_code: 0,
};

/** The vendor's own example of the receipt API. */
export const receiptExample = {
	reason: '成功',
	result: {
		orderid: 'JH1241217171601ZDomp',
		data: {
			shop_name: '多又好超市',
			receipt_num: 'NO.01202011196374',
			machine_num: '01',
			employee_num: '0001',
			consumption_date: '2020-11-19',
			consumption_time: '17:23',
			total_amount: '12.50',
			change: '',
			currency: '人民币',
			paid_amount: '12.50',
			discount: '',
			print_date: '',
			print_time: '',
			table_row_num: 4,
			table: [
				{
					product: '500g营养快线',
					quantity: '2',
					unit_price: '单价:4.50',
					subtotal_amount: '9.00',
				},
				{
					product: '30g良兴魔芋素毛肚',
					quantity: '1',
					unit_price: '',
					subtotal_amount: '1.00',
				},
				{ product: '45g乡巴佬小腿王', quantity: '1', unit_price: '', subtotal_amount: '1.50' },
				{ product: '乡巴佬吉利蛋', quantity: '1', unit_price: '', subtotal_amount: '1.00' },
			],
		},
	},
	error_code: 0,
};

/** Both nodes, with what a test needs to try the same thing on each. */
export const bothNodes = [
	{ node: 'juheInvoiceOcr' as const, example: invoiceExample, rows: 1 },
	{ node: 'juheReceiptOcr' as const, example: receiptExample, rows: 4 },
];
