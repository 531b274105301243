// The thread that reads one page of a PDF and ends: its memory goes back with it, and it can be ended when it hangs.
import { parentPort, workerData } from 'node:worker_threads';
import { PictureError } from '../../page/picture-error.mts';
import { readPdfPage, type PdfPage } from './page.mts';
import { startPdfium, type Pdfium } from './pdfium.mts';

/** What the thread is given. */
export interface PageOrder {
	module: WebAssembly.Module;
	file: Uint8Array;
	number: number;
}

/** What becomes of a page. */
export type PageReport = PdfPage | { type: 'refused'; message: string };

const { module, file, number } = workerData as PageOrder;

function read(pdfium: Pdfium): PageReport {
	try {
		return readPdfPage(pdfium, file, number);
	} catch (error) {
		if (error instanceof PictureError) return { type: 'refused', message: error.message };
		// PDFium ends itself where it cannot go on; a WebAssembly fault says no more than that.
		const cause = pdfium.ranOutOfMemory ? 'the page needs too much memory' : 'the PDF is broken';
		return { type: 'refused', message: cause };
	}
}

const report = read(await startPdfium(module));
const transferred = report.type === 'drawing' ? [report.picture.buffer] : [];
parentPort?.postMessage(report, transferred as ArrayBuffer[]);
