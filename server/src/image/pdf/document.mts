import { mostElongated } from '../header.mts';
import { PictureError } from '../../page/picture-error.mts';
import type { Pdfium } from './pdfium.mts';

/** PDF 2.0, annex C.2: pages were limited to 14,400 units, and no paper comes near that. */
const longestSide = 14_400;
/** A file ends with this marker; mail gateways append a few bytes. */
const endMarker = '%%EOF';
const endRange = 2048;

/** FPDF_GetLastError: what a document could not be opened for. */
const openingErrors: Record<number, string> = {
	3: 'the PDF is broken: it has no readable structure',
	4: 'the PDF is encrypted and needs a password: save it without one',
	5: 'the PDF is encrypted in a way that is not supported: save it without encryption',
};

/** A document that PDFium has opened. */
export interface OpenDocument {
	handle: number;
	pageCount: number;
}

/** A page of an open document: its handle and its size in points. */
export interface OpenPage {
	handle: number;
	width: number;
	height: number;
}

/** Opens a PDF. Throws PictureError. */
export function openDocument(pdfium: Pdfium, file: Uint8Array): OpenDocument {
	const handle = loadDocument(pdfium, file);
	const pageCount = pdfium.FPDF_GetPageCount(handle);
	if (pageCount < 1) throw new PictureError('the PDF is broken: it has no pages');
	return { handle, pageCount };
}

/**
 * Opens a page of a PDF. Throws PictureError.
 * @param number counts from 1
 */
export function openPage(pdfium: Pdfium, document: OpenDocument, number: number): OpenPage {
	const { pageCount } = document;
	if (number > pageCount) {
		throw new PictureError(
			`the PDF has no page ${number}: it has ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}`,
		);
	}
	const handle = pdfium.FPDF_LoadPage(document.handle, number - 1);
	if (!handle) throw new PictureError(`the PDF is broken: page ${number} cannot be opened`);
	const width = pdfium.FPDF_GetPageWidthF(handle);
	const height = pdfium.FPDF_GetPageHeightF(handle);
	const isUsual = (side: number) => side > 0 && side <= longestSide;
	if (!isUsual(width) || !isUsual(height)) {
		throw new PictureError(
			`the page measures ${Math.round(width)} x ${Math.round(height)} points, each side may have 1 to ${longestSide}`,
		);
	}
	if (Math.max(width, height) > mostElongated * Math.min(width, height)) {
		throw new PictureError(
			`the page measures ${Math.round(width)} x ${Math.round(height)} points, one side is more than ${mostElongated} times as long as the other`,
		);
	}
	return { handle, width, height };
}

function loadDocument(pdfium: Pdfium, file: Uint8Array): number {
	const { malloc } = pdfium.pdfium.wasmExports;
	const address = malloc(file.length);
	if (!address) throw new PictureError('the PDF needs too much memory');
	pdfium.pdfium.HEAPU8.set(file, address);
	const document = pdfium.FPDF_LoadMemDocument(address, file.length, '');
	if (!document) {
		throw new PictureError(openingErrors[pdfium.FPDF_GetLastError()] ?? openingErrors[3]);
	}
	// PDFium repairs what it can; of a file whose end is missing that would be a part of the document.
	if (!pdfium.FPDF_DocumentHasValidCrossReferenceTable(document) && !hasEnd(file)) {
		throw new PictureError('the PDF is cut off: its end is missing');
	}
	return document;
}

const hasEnd = (file: Uint8Array): boolean =>
	Buffer.from(file.subarray(-endRange)).includes(endMarker);
