import type { Page } from '../../page/types.mts';
import { PictureError } from '../../page/picture-error.mts';
import type { Size } from '../picture-header.mts';
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

/** A page of a PDF that is asked for. */
export interface PdfPageOrder {
	/** Counts from 1. */
	number: number;
	/** Whether its drawing is wanted, also where it has a text that can be used. */
	draws: boolean;
}

/** Reads or draws a page of a PDF. Throws PictureError. */
export function readPdfPage(
	pdfium: Pdfium,
	document: OpenDocument,
	{ number, draws }: PdfPageOrder,
): PdfPage {
	const page = openPage(pdfium, document, number);
	try {
		const size = drawnSize(page);
		const text = draws ? undefined : textOf(pdfium, page, size);
		const read = text ?? { type: 'drawing' as const, raster: drawPage(pdfium, page, size) };
		if (pdfium.ranOutOfMemory) throw new PictureError('the page needs too much memory');
		return read;
	} finally {
		pdfium.FPDF_ClosePage(page.handle);
	}
}

/** Its text; undefined where it has none that can be used. */
function textOf(pdfium: Pdfium, page: OpenPage, size: Size): PdfPage | undefined {
	const glyphs = glyphsOf(pdfium, page, size);
	return isUsable(glyphs, pictureShare(pdfium, page))
		? { type: 'text', page: toPage(glyphs, size) }
		: undefined;
}

function drawnSize({ width, height }: OpenPage): Size {
	const scale = Math.min(dotsPerPoint, Math.sqrt(usefulPixels / (width * height)));
	const pixels = (side: number) => Math.max(1, Math.round(side * scale));
	return { width: pixels(width), height: pixels(height) };
}
