// The thread that reads the pages of one PDF: its memory goes back with it, and it can be ended when it hangs.
import { parentPort, workerData } from 'node:worker_threads';
import { PictureError } from '../../page/picture-error.mts';
import { openDocument, type OpenDocument } from './document.mts';
import { readPdfPage, type PdfPage, type PdfPageOrder } from './page.mts';
import { startPdfium } from './pdfium.mts';

/** What the thread is given; then orders for pages, one at a time. */
export interface PdfOrder {
	module: WebAssembly.Module;
	file: Uint8Array;
}

/** What becomes of a page. */
export type PageReport = (PdfPage | { type: 'refused'; message: string }) & {
	/** How many pages the PDF says that it has; undefined where it cannot be opened. */
	pageCount?: number;
	/** Whether the thread should read no other page. */
	isSpent: boolean;
};

const { module, file } = workerData as PdfOrder;
const pdfium = await startPdfium(module);
let document: OpenDocument | undefined;

function read(order: PdfPageOrder): PageReport {
	try {
		document ??= openDocument(pdfium, file);
		const page = readPdfPage(pdfium, document, order);
		return { ...page, pageCount: document.pageCount, isSpent: page.type === 'drawing' };
	} catch (error) {
		const isClean = error instanceof PictureError && !pdfium.ranOutOfMemory;
		return {
			type: 'refused',
			message: messageOf(error),
			pageCount: document?.pageCount,
			isSpent: !isClean,
		};
	}
}

/** PDFium ends itself where it cannot go on; a WebAssembly fault says no more than that. */
function messageOf(error: unknown): string {
	if (error instanceof PictureError) return error.message;
	return pdfium.ranOutOfMemory ? 'the page needs too much memory' : 'the PDF is broken';
}

parentPort?.on('message', (order: PdfPageOrder) => {
	const report = read(order);
	const transferred = report.type === 'drawing' ? [report.raster.data.buffer] : [];
	parentPort?.postMessage(report, transferred as ArrayBuffer[]);
});
