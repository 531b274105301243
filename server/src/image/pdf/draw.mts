import { PictureError } from '../../page/picture-error.mts';
import type { Raster } from '../raster.mts';
import type { OpenPage } from './document.mts';
import type { Pdfium } from './pdfium.mts';

/** FPDFBitmap_BGRx: blue, green, red and a byte unused. */
const format = 3;
const bytesPerPixel = 4;
/** FPDF_ANNOT and FPDF_RENDER_LIMITEDIMAGECACHE: seals are often annotations. */
const flags = 0x01 | 0x200;
const white = 0xffffffff;

/** Draws a page. Throws PictureError. */
export function drawPage(
	pdfium: Pdfium,
	{ handle }: OpenPage,
	{ width, height }: { width: number; height: number },
): Raster {
	const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, format, 0, 0);
	if (!bitmap) throw new PictureError('the page needs too much memory to be drawn');
	pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
	pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, flags);
	const address = pdfium.FPDFBitmap_GetBuffer(bitmap);
	const size = width * height * bytesPerPixel;
	const data = toRgb(pdfium.pdfium.HEAPU8.subarray(address, address + size));
	pdfium.FPDFBitmap_Destroy(bitmap);
	return { width, height, data };
}

function toRgb(pixels: Uint8Array): Uint8Array {
	const data = new Uint8Array((pixels.length / bytesPerPixel) * 3);
	for (let from = 0, to = 0; from < pixels.length; from += bytesPerPixel, to += 3) {
		data[to] = pixels[from + 2];
		data[to + 1] = pixels[from + 1];
		data[to + 2] = pixels[from];
	}
	return data;
}
