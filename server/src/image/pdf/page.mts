import type { Page } from '../../page/types.mts';
import { PictureError } from '../../page/picture-error.mts';
import type { Raster } from '../raster.mts';
import { openPage, type OpenDocument, type OpenPage } from './document.mts';
import { drawPage } from './draw.mts';
import { glyphsOf } from './glyphs.mts';
import type { Pdfium } from './pdfium.mts';
import { pictureShare } from './pictures.mts';
import { toPage } from './text-layer.mts';
import { isUsable } from './usable.mts';

/** Pages are drawn with 300 dots an inch, or as many as make a picture of this many pixels. */
const dotsPerPoint = 300 / 72;
const usefulPixels = 6_000_000;

/** What a page of a PDF is: its text, or a drawing of it. */
export type PdfPage = { type: 'text'; page: Page } | { type: 'drawing'; raster: Raster };

/**
 * Reads a page of a PDF. Throws PictureError.
 * @param number counts from 1
 */
export function readPdfPage(pdfium: Pdfium, document: OpenDocument, number: number): PdfPage {
	const page = openPage(pdfium, document, number);
	try {
		return textOrDrawing(pdfium, page);
	} finally {
		pdfium.FPDF_ClosePage(page.handle);
	}
}

function textOrDrawing(pdfium: Pdfium, page: OpenPage): PdfPage {
	const size = drawnSize(page);
	const glyphs = glyphsOf(pdfium, page, size);
	const read: PdfPage = isUsable(glyphs, pictureShare(pdfium, page))
		? { type: 'text', page: toPage(glyphs, size) }
		: { type: 'drawing', raster: drawPage(pdfium, page, size) };
	if (pdfium.ranOutOfMemory) throw new PictureError('the page needs too much memory');
	return read;
}

function drawnSize({ width, height }: OpenPage): { width: number; height: number } {
	const scale = Math.min(dotsPerPoint, Math.sqrt(usefulPixels / (width * height)));
	const pixels = (side: number) => Math.max(1, Math.round(side * scale));
	return { width: pixels(width), height: pixels(height) };
}
