import { bitmapHeader, bitmapHeaderSize } from '../bmp-header.mts';
import { PictureError } from '../../page/picture-error.mts';
import type { OpenPage } from './document.mts';
import type { Pdfium } from './pdfium.mts';

/** FPDFBitmap_BGRx: four bytes a pixel. */
const format = 3;
const bytesPerPixel = 4;
/** FPDF_ANNOT and FPDF_RENDER_LIMITEDIMAGECACHE: seals are often annotations. */
const flags = 0x01 | 0x200;
const white = 0xffffffff;

/** Draws a page as an uncompressed BMP of 32 bits. Throws PictureError. */
export function drawPage(
	pdfium: Pdfium,
	{ handle }: OpenPage,
	{ width, height }: { width: number; height: number },
): Buffer {
	const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, format, 0, 0);
	if (!bitmap) throw new PictureError('the page needs too much memory to be drawn');
	pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
	pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, flags);
	const address = pdfium.FPDFBitmap_GetBuffer(bitmap);
	const size = width * height * bytesPerPixel;
	const file = Buffer.alloc(bitmapHeaderSize + size);
	bitmapHeader({ width, height }).copy(file);
	file.set(pdfium.pdfium.HEAPU8.subarray(address, address + size), bitmapHeaderSize);
	pdfium.FPDFBitmap_Destroy(bitmap);
	return file;
}
