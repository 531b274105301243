import type { readInvoice } from '../documents/invoice.mts';
import type { readReceipt } from '../documents/receipt.mts';

/** What was read from a picture. */
export type Reading =
	| { document: 'invoice'; data: ReturnType<typeof readInvoice> }
	| { document: 'receipt'; data: ReturnType<typeof readReceipt> };

/** To the worker: read this picture. */
export interface Job {
	id: number;
	document: Reading['document'];
	picture: Uint8Array;
}

/** From the worker: the models are loaded, or what became of a job. */
export type Report =
	| { type: 'ready' }
	| { type: 'read'; id: number; reading: Reading }
	| { type: 'nothing'; id: number }
	| { type: 'refused'; id: number; message: string }
	| { type: 'failed'; id: number; stack: string };
