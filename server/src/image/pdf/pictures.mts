import type { OpenPage } from './document.mts';
import { times, type Matrix } from './matrix.mts';
import { numberReader } from './numbers.mts';
import type { Pdfium } from './pdfium.mts';

/** FPDF_PAGEOBJ_IMAGE and FPDF_PAGEOBJ_FORM. */
const image = 3;
const form = 5;
/** So many objects are looked at: more than an invoice has, with all that is in its forms each time they are drawn. */
const maximumObjects = 50_000;
/** How deep it is looked into forms in forms. */
const maximumDepth = 16;

/** How much of a page pictures cover, 0 to 1; of one that covers another both count. */
export function pictureShare(pdfium: Pdfium, page: OpenPage): number {
	const { at, read, free } = numberReader(pdfium);
	let objects = 0;

	const areaOf = (object: number, matrix: Matrix, depth: number): number => {
		objects++;
		if (objects > maximumObjects || depth > maximumDepth) return 0;
		const type = pdfium.FPDFPageObj_GetType(object);
		if (type === form) {
			pdfium.FPDFPageObj_GetMatrix(object, at(0, 'float'));
			const inner = times(read(6, 'float'), matrix);
			const count = pdfium.FPDFFormObj_CountObjects(object);
			return sumOver(count, (i) =>
				areaOf(pdfium.FPDFFormObj_GetObject(object, i), inner, depth + 1),
			);
		}
		if (type !== image) return 0;
		const [left, bottom, right, top] = [0, 1, 2, 3].map((i) => at(i, 'float'));
		pdfium.FPDFPageObj_GetBounds(object, left, bottom, right, top);
		const [x1, y1, x2, y2] = read(4, 'float');
		const [a, b, c, d] = matrix;
		return (x2 - x1) * (y2 - y1) * Math.abs(a * d - b * c);
	};

	const { handle, width, height } = page;
	const area = sumOver(pdfium.FPDFPage_CountObjects(handle), (i) =>
		areaOf(pdfium.FPDFPage_GetObject(handle, i), [1, 0, 0, 1, 0, 0], 0),
	);
	free();
	return Math.min(1, area / (width * height));
}

function sumOver(count: number, value: (index: number) => number): number {
	let sum = 0;
	for (let i = 0; i < count; i++) sum += value(i);
	return sum;
}
