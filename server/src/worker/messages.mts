import type { readInvoice } from '../documents/invoice.mts';
import type { readReceipt } from '../documents/receipt.mts';

/** What was read from a picture. */
export type Reading =
	| { document: 'invoice'; data: ReturnType<typeof readInvoice> }
	| { document: 'receipt'; data: ReturnType<typeof readReceipt> };

/** To the worker: read this picture, or stop reading the one with this id. */
export type Order =
	| { type: 'read'; id: number; document: Reading['document']; picture: Uint8Array }
	| { type: 'cancel'; id: number };

/** From the worker: the models are loaded, or what became of a picture. */
export type Report =
	| { type: 'ready' }
	| { type: 'read'; id: number; reading: Reading }
	| { type: 'nothing'; id: number }
	| { type: 'refused'; id: number; message: string }
	| { type: 'cancelled'; id: number }
	| { type: 'failed'; id: number; stack: string };
