import type { Page } from '../page/types.mts';
import type { StructuredInvoice } from './invoice/structured.mts';

/** One thing of a file that is read. */
export type Source = {
	/** The path of its file in a ZIP; '' for the file that was sent. */
	name: string;
} & (
	| /** A picture: one page for the engine, of a TIFF several. */ { type: 'picture'; file: Buffer }
	| /** A PDF, with as many pages as it has. */ { type: 'pdf'; file: Buffer }
	| /** A page of an OFD: its text, as PDFs give it. */ {
			type: 'page';
			page: Page;
			/** What the document's own data say; with its first page. */
			invoice?: StructuredInvoice;
			/** Whether it goes on with the invoice of the page before it, and is no document of its own. */
			continues?: true;
	  }
	| /** An invoice that is only data, without a page. */ {
			type: 'invoice';
			invoice: StructuredInvoice;
	  }
	| /** A file of a ZIP that is not read, where that must not stop the others; it is no page. */ {
			type: 'refused';
			message: string;
	  }
);
