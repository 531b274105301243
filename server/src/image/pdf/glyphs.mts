import type { OpenPage } from './document.mts';
import type { Pdfium } from './pdfium.mts';

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

/** More than any page of text holds; a page with more is drawn. */
const maximumGlyphs = 20_000;
/** Text rendering modes (PDF 1.7, table 106) that show nothing: invisible, and clipping only. */
const hiddenModes = [3, 7];
/** PDFium gives device coordinates as integers: this many of them make a pixel. */
const subpixels = 16;

type Place = (x: number, y: number) => [x: number, y: number];

/**
 * The characters that a page shows as text; what a scanner's own recognition laid invisibly over its picture
 * is not among them. Undefined for a page with more text than a document has.
 * @param size of the drawn page in pixels
 */
export function glyphsOf(
	pdfium: Pdfium,
	{ handle }: OpenPage,
	size: { width: number; height: number },
): PdfGlyph[] | undefined {
	const text = pdfium.FPDFText_LoadPage(handle);
	if (!text) return [];
	const count = pdfium.FPDFText_CountChars(text);
	if (count > maximumGlyphs) return undefined;
	const numbers = numberReader(pdfium);
	const place = placeOnDrawing(pdfium, handle, size, numbers);
	return Array.from({ length: count }, (_, i) => i)
		.filter((i) => isShown(pdfium, text, i))
		.map((i) => glyphAt(pdfium, text, i, numbers, place));
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
	{ at, read }: NumberReader,
	place: Place,
): PdfGlyph {
	pdfium.FPDFText_GetMatrix(text, index, at(0, 'float'));
	const [a, b, c, d] = read(4, 'float');
	pdfium.FPDFText_GetCharOrigin(text, index, at(0), at(1));
	const origin = read(2);
	pdfium.FPDFText_GetCharBox(text, index, at(0), at(1), at(2), at(3));
	const [left, right, bottom, top] = read(4);
	const [x, y] = place(origin[0], origin[1]);
	const [alongX, alongY] = place(origin[0] + a, origin[1] + b);
	const [upX, upY] = place(origin[0] + c, origin[1] + d);
	const [x1, y1] = place(left, top);
	const [x2, y2] = place(right, bottom);
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

/** A broken file can say any number. */
const charOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

type NumberType = 'double' | 'float' | 'i32';
const bytesOf = { double: 8, float: 4, i32: 4 };

/** Memory for the numbers that PDFium's functions give through pointers. */
interface NumberReader {
	/** Where the number with this index goes. */
	at(index: number, type?: NumberType): number;
	/** The first so many numbers. */
	read(count: number, type?: NumberType): number[];
}

/** Reads the numbers that PDFium's functions give through pointers, up to eight of them. */
export function numberReader({ pdfium }: Pdfium): NumberReader {
	const address = pdfium.wasmExports.malloc(8 * bytesOf.double);
	const at = (index: number, type: NumberType = 'double') => address + index * bytesOf[type];
	return {
		at,
		read: (count, type = 'double') =>
			Array.from({ length: count }, (_, i) => pdfium.getValue(at(i, type), type)),
	};
}

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
