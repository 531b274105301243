import { randomUUID } from 'node:crypto';
import type { PictureHeader } from '../image/decode.mts';
import type { Reading } from '../worker/messages.mts';
import type { ErrorCode } from './codes.mts';
import { orderId } from './order-id.mts';

type Format = PictureHeader['format'];

/** One of the two APIs, as its document describes it. */
export interface Api {
	document: Reading['document'];
	path: string;
	imageParameter: string;
	/** Characters of base64; the documents say 3M and 6M. */
	maximumLength: number;
	formats: readonly Format[];
	shortestSide: number;
	longestSide: number;
	/** A parameter or picture that cannot be used. */
	badRequest: ErrorCode;
	/** A picture on which nothing could be read. */
	nothingRead: ErrorCode;
	reason: string;
	/** What was read in the shape of the document's example. */
	result(reading: Reading): object;
}

const mebi = 2 ** 20;

export const apis: readonly Api[] = [
	{
		document: 'invoice',
		path: '/invoice_general_ocr/query',
		imageParameter: 'image_base64',
		maximumLength: 3 * mebi,
		formats: ['png', 'jpeg'],
		shortestSide: 1,
		longestSide: Infinity,
		badRequest: 253201,
		nothingRead: 253202,
		reason: 'success',
		result: ({ data }) => ({ request_id: randomUUID(), invoice_general_infos: data }),
	},
	{
		document: 'receipt',
		path: '/shoppingReceipt/query',
		imageParameter: 'image',
		maximumLength: 6 * mebi,
		formats: ['jpeg', 'png', 'bmp'],
		shortestSide: 15,
		longestSide: 4096,
		badRequest: 200001,
		nothingRead: 200002,
		reason: '成功',
		result: ({ data }) => ({ orderid: orderId(new Date()), data }),
	},
];
