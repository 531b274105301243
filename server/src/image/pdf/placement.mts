import type { NumberReader } from './numbers.mts';
import type { Pdfium } from './pdfium.mts';

/** PDFium gives device coordinates as integers: this many of them make a pixel. */
const subpixels = 16;

/** Moves a point from one system of coordinates to another. */
export type Place = (x: number, y: number) => [x: number, y: number];

/** From the page's own coordinates to the drawing's: its crop box and its rotation are in it. */
export function placeOnDrawing(
	pdfium: Pdfium,
	handle: number,
	{ width, height }: { width: number; height: number },
	{ at, read }: NumberReader,
): Place {
	const far = 1000;
	const placeRoughly = (x: number, y: number) => {
		const [w, h] = [width * subpixels, height * subpixels];
		pdfium.FPDF_PageToDevice(handle, 0, 0, w, h, 0, x, y, at(0, 'i32'), at(1, 'i32'));
		return read(2, 'i32').map((value) => value / subpixels);
	};
	const [originX, originY] = placeRoughly(0, 0);
	const [rightX, rightY] = placeRoughly(far, 0);
	const [upX, upY] = placeRoughly(0, far);
	return (x, y) => [
		originX + (x * (rightX - originX) + y * (upX - originX)) / far,
		originY + (x * (rightY - originY) + y * (upY - originY)) / far,
	];
}
