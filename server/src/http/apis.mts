import type { ApiName } from '../access/access.mts';
import type { ErrorCode } from '../codes.mts';
import { orderId } from './order-id.mts';

/** One of the two APIs, as its document describes it. */
export interface Api {
	name: ApiName;
	path: string;
	imageParameter: string;
	/** Pixels. */
	shortestSide: number;
	/** A parameter or picture that cannot be used. */
	badRequest: ErrorCode;
	/** A picture on which nothing could be read. */
	nothingRead: ErrorCode;
	reason: string;
	/** Data in the shape of the document's example; logs call the request by the same id. */
	result(data: object, requestId: string): object;
}

export const apis: readonly Api[] = [
	{
		name: 'invoice',
		path: '/invoice_general_ocr/query',
		imageParameter: 'image_base64',
		shortestSide: 1,
		badRequest: 253201,
		nothingRead: 253202,
		reason: 'success',
		result: (data, requestId) => ({ request_id: requestId, ...data }),
	},
	{
		name: 'receipt',
		path: '/shoppingReceipt/query',
		imageParameter: 'image',
		shortestSide: 15,
		badRequest: 200001,
		nothingRead: 200002,
		reason: '成功',
		result: (data) => ({ orderid: orderId(new Date()), data }),
	},
];
