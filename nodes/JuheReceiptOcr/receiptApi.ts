import type { OcrApi, PictureLimits } from '../shared/ocrApi';
import { selfHostedLimits } from '../shared/pictureLimits';
import { receiptItems } from './receiptItems';
import { readReceiptResult } from './receiptResult';

/** Source: the vendor's document; it leaves open whether M is 10^6 or 2^20, so the smaller is checked before paying. */
const cloudLimits: PictureLimits = {
	formats: ['JPEG', 'PNG', 'BMP'],
	base64Length: 6_000_000,
	shortestSide: 15,
	longestSide: 4096,
};

/** The API 购物小票OCR. */
export const receiptApi: OcrApi = {
	displayName: 'Receipt OCR',
	path: '/shoppingReceipt/query',
	imageParameter: 'image',
	keyField: 'receiptKey',
	keyLabel: 'Receipt OCR Key',
	limits: {
		juheCloud: cloudLimits,
		selfHosted: { ...selfHostedLimits, shortestSide: cloudLimits.shortestSide },
	},
	assertResult: readReceiptResult,
	valuesOf: ({ data }) => data,
	withValues: ({ orderid }, data) => ({ orderid, data }),
	toItems: receiptItems,
};
