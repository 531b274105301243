import type { OcrApi, PictureLimits } from '../shared/ocrApi';
import { selfHostedLimits } from '../shared/pictureLimits';
import { invoiceItems } from './invoiceItems';
import { readInvoiceResult } from './invoiceResult';

/** Source: the vendor's document; it leaves open whether M is 10^6 or 2^20, so the smaller is checked before paying. */
const cloudLimits: PictureLimits = { formats: ['PNG', 'JPEG'], base64Length: 3_000_000 };

/** The API 通用机打发票识别. */
export const invoiceApi: OcrApi = {
	displayName: 'Invoice OCR',
	path: '/invoice_general_ocr/query',
	imageParameter: 'image_base64',
	keyField: 'invoiceKey',
	keyLabel: 'Invoice OCR Key',
	limits: {
		juheCloud: cloudLimits,
		selfHosted: selfHostedLimits,
	},
	assertResult: readInvoiceResult,
	valuesOf: (result) => result,
	withValues: ({ request_id }, values) => ({ ...values, request_id }),
	toItems: invoiceItems,
};
