import type { InvoiceResult } from '../documents/invoice/result.mts';
import type { LoadedModel } from '../engine/models.mts';
import type { readReceipt } from '../documents/receipt.mts';

/** What was read from a picture. */
export type Reading =
	| { document: 'invoice'; data: InvoiceResult }
	| { document: 'receipt'; data: ReturnType<typeof readReceipt> };

/** What is to be read: a picture, or a page of a PDF. */
export interface Job {
	document: Reading['document'];
	file: Uint8Array;
	/** Counts from 1; a picture has one. */
	page: number;
}

/** To the worker: read this picture, or stop reading the one with this id. */
export type Order = ({ type: 'read'; id: number } & Job) | { type: 'cancel'; id: number };

/** From the worker: the models are loaded, or why they cannot be used; or what became of a picture. */
export type Report =
	| { type: 'ready'; models: readonly LoadedModel[] }
	| { type: 'unfit'; message: string }
	| { type: 'read'; id: number; reading: Reading }
	| { type: 'nothing'; id: number }
	| { type: 'refused'; id: number; message: string }
	| { type: 'cancelled'; id: number }
	| { type: 'failed'; id: number; stack: string };
