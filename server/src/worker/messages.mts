import type { InvoiceResult } from '../documents/invoice/result.mts';
import type { Location } from '../documents/location.mts';
import type { Paper } from '../documents/paper.mts';
import type { LoadedModel } from '../engine/models.mts';
import type { readReceipt } from '../documents/receipt.mts';
import type { PageRange } from '../page/page-ranges.mts';
import type { Page } from '../page/types.mts';

/** What was read from a picture. */
export type Reading =
	| { document: 'invoice'; data: InvoiceResult }
	| { document: 'receipt'; data: ReturnType<typeof readReceipt> };

/** A document that was found in a file. */
export interface Found {
	/** Where it stands, or begins. */
	place: Location;
	reading: Reading;
	signs: Signs;
}

/** What the page of a document is besides; each is left out where it is nothing else. */
export interface Signs {
	/** The kind that it is of, where that is another one than was asked for. */
	kind?: Paper;
	/** It seems to hold more documents than were read of it. */
	several?: true;
}

/** What is to be read: a picture, or pages of a PDF. */
export interface Job {
	document: Reading['document'];
	file: Uint8Array;
	/** A picture has one page. */
	pages: readonly PageRange[];
	/** Whether the first of these pages is wanted as a picture, and nothing of what stands on it. */
	draws?: boolean;
}

/** A page as a viewer shows it. */
export interface Drawing {
	page: number;
	/** A JPEG as base64. */
	picture: string;
}

/** Where the reading of a file goes on. */
export interface Rest {
	/** The next page. */
	page: number;
	/** How many pages and documents were read before. */
	pagesRead: number;
	documents: number;
	open?: OpenDocument;
}

/** A document that may go on on the next page. */
export interface OpenDocument {
	/** Which of the things in its file it belongs to. */
	source: number;
	/** Those that it has so far. */
	pages: Page[];
	/** What it is where no page follows; undefined of several pages, which are read together in the end. */
	alone?: Found;
}

/** What was read of a file since the piece before. */
export interface Piece {
	documents: Found[];
	/** How many pages the file has. */
	pageCount: number;
	leftOut: LeftOut;
	/** Pages on which no document was found. */
	emptyPages: number[];
	/** What is still to be read; undefined where this was the end. */
	rest?: Rest;
}

/** What of a file is in no answer: how many pages and documents, and why. */
export interface LeftOut {
	pages: number;
	documents: number;
	reasons: string[];
}

/** What was read of a whole file. */
export type FileReading = Omit<Piece, 'rest'>;

/** To the worker: read on in this file, or stop reading the one with this id. */
export type Order =
	| ({ type: 'read'; id: number; rest?: Rest } & Job)
	| { type: 'cancel'; id: number };

/**
 * From the worker: the models are loaded, or why they cannot be used; or what became of a file. A worker that is busy after a piece reads on in the
 * file; one that is not leaves the rest to another turn.
 */
export type Report =
	| { type: 'ready'; models: readonly LoadedModel[] }
	| { type: 'unfit'; message: string }
	| { type: 'piece'; id: number; piece: Piece; isBusy: boolean }
	| { type: 'drawn'; id: number; drawing: Drawing }
	| { type: 'refused'; id: number; message: string }
	| { type: 'cancelled'; id: number }
	| { type: 'failed'; id: number; stack: string };
