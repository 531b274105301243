import { assertWithin } from '../../page/bounds.mts';
import type { OpenPage } from './document.mts';
import { apply, inverse, times, type Matrix } from './matrix.mts';
import { numberReader, type NumberReader } from './numbers.mts';
import type { Pdfium } from './pdfium.mts';
import { placeOnDrawing, type Place } from './placement.mts';

/** A character of a PDF's text layer, in pixels of the drawn page. */
export interface PdfGlyph {
	char: string;
	/** Where its baseline begins. */
	x: number;
	y: number;
	/** The direction of its baseline: 0 runs to the right, a quarter turn downwards. */
	angle: number;
	/** Its font's size. */
	em: number;
	/** The corners of its ink: left, top, right, bottom of the unturned page. */
	ink: readonly [number, number, number, number];
	/** False where the file does not say which character it is. */
	isMapped: boolean;
}

/** Text rendering modes (PDF 1.7, table 106) that show nothing: invisible, and clipping only. */
const hiddenModes = [3, 7];
/**
 * The characters that a page shows as text; what a scanner's own recognition laid invisibly over its picture
 * is not among them. Throws PictureError where the page has more text than a document.
 * @param size of the drawn page in pixels
 */
export function glyphsOf(
	pdfium: Pdfium,
	{ handle }: OpenPage,
	size: { width: number; height: number },
): PdfGlyph[] {
	const text = pdfium.FPDFText_LoadPage(handle);
	if (!text) return [];
	const numbers = numberReader(pdfium);
	try {
		const count = pdfium.FPDFText_CountChars(text);
		assertWithin('characters', count);
		const place = placeOnDrawing(pdfium, handle, size, numbers);
		return Array.from({ length: count }, (_, i) => i)
			.filter((i) => isShown(pdfium, text, i))
			.map((i) => glyphAt(pdfium, text, i, numbers, place));
	} finally {
		numbers.free();
		pdfium.FPDFText_ClosePage(text);
	}
}

function isShown(pdfium: Pdfium, text: number, index: number): boolean {
	if (pdfium.FPDFText_IsGenerated(text, index) === 1) return false;
	const object = pdfium.FPDFText_GetTextObject(text, index);
	return !object || !hiddenModes.includes(pdfium.FPDFTextObj_GetTextRenderMode(object));
}

function glyphAt(
	pdfium: Pdfium,
	text: number,
	index: number,
	numbers: NumberReader,
	place: Place,
): PdfGlyph {
	const { at, read } = numbers;
	pdfium.FPDFText_GetMatrix(text, index, at(0, 'float'));
	const matrix = read(6, 'float');
	pdfium.FPDFText_GetCharOrigin(text, index, at(0), at(1));
	const origin = read(2);
	pdfium.FPDFText_GetCharBox(text, index, at(0), at(1), at(2), at(3));
	const [left, right, bottom, top] = read(4);
	const toPage = pageMatrix(pdfium, pdfium.FPDFText_GetTextObject(text, index), numbers, {
		matrix,
		origin,
	});
	const onDrawing = (px: number, py: number) => place(...apply(toPage, px, py));

	const [a, b, c, d] = matrix;
	const [pageX, pageY] = apply(toPage, origin[0], origin[1]);
	const [x, y] = place(pageX, pageY);
	const [alongX, alongY] = place(pageX + a, pageY + b);
	const [upX, upY] = place(pageX + c, pageY + d);
	const [x1, y1] = onDrawing(left, top);
	const [x2, y2] = onDrawing(right, bottom);
	return {
		char: charOf(pdfium.FPDFText_GetUnicode(text, index)),
		x,
		y,
		angle: Math.atan2(alongY - y, alongX - x),
		em: pdfium.FPDFText_GetFontSize(text, index) * Math.hypot(upX - x, upY - y),
		ink: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
		isMapped: pdfium.FPDFText_HasUnicodeMapError(text, index) !== 1,
	};
}

const same: Matrix = [1, 0, 0, 1, 0, 0];
/** In points. */
const near = 0.05;

/**
 * From where PDFium says that a character is to the page. Of characters that a file gives in words (ActualText:
 * Chrome does so for characters that share their form with another), PDFium forgets the form that they are in.
 */
function pageMatrix(
	pdfium: Pdfium,
	object: number,
	{ at, read }: NumberReader,
	{ matrix, origin }: { matrix: Matrix; origin: readonly number[] },
): Matrix {
	if (!object) return same;
	pdfium.FPDFPageObj_GetMatrix(object, at(0, 'float'));
	const ofObject = read(6, 'float');
	const isAt = ([, , , , x, y]: Matrix) => Math.hypot(origin[0] - x, origin[1] - y) < near;
	if (!isAt(ofObject) || isAt(matrix)) return same;
	return times(inverse(ofObject), matrix);
}

/** A broken file can say any number. */
const charOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
