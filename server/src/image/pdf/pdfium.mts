import { init } from '@embedpdf/pdfium';

/** The memory that a page may need: a scan of 1200 dpi takes this, and a worker may hold 800 MB with its models. */
export const maximumMemory = 128 * 2 ** 20;

/** PDFium's C functions, as far as they are used here: addresses and handles are numbers (fpdfview.h, fpdf_text.h, fpdf_edit.h). */
interface Functions {
	PDFiumExt_Init(): void;
	FPDF_LoadMemDocument(data: number, size: number, password: string): number;
	FPDF_GetLastError(): number;
	FPDF_DocumentHasValidCrossReferenceTable(document: number): boolean;
	FPDF_GetPageCount(document: number): number;
	FPDF_LoadPage(document: number, index: number): number;
	FPDF_ClosePage(page: number): void;
	FPDF_GetPageWidthF(page: number): number;
	FPDF_GetPageHeightF(page: number): number;
	FPDF_PageToDevice(
		page: number,
		left: number,
		top: number,
		width: number,
		height: number,
		rotate: number,
		x: number,
		y: number,
		deviceX: number,
		deviceY: number,
	): boolean;
	FPDFBitmap_CreateEx(
		width: number,
		height: number,
		format: number,
		buffer: number,
		stride: number,
	): number;
	FPDFBitmap_FillRect(
		bitmap: number,
		left: number,
		top: number,
		width: number,
		height: number,
		color: number,
	): boolean;
	FPDFBitmap_GetBuffer(bitmap: number): number;
	FPDFBitmap_Destroy(bitmap: number): void;
	FPDF_RenderPageBitmap(
		bitmap: number,
		page: number,
		left: number,
		top: number,
		width: number,
		height: number,
		rotate: number,
		flags: number,
	): void;
	FPDFText_LoadPage(page: number): number;
	FPDFText_ClosePage(text: number): void;
	FPDFText_CountChars(text: number): number;
	FPDFText_GetUnicode(text: number, index: number): number;
	FPDFText_IsGenerated(text: number, index: number): number;
	FPDFText_HasUnicodeMapError(text: number, index: number): number;
	FPDFText_GetFontSize(text: number, index: number): number;
	FPDFText_GetMatrix(text: number, index: number, matrix: number): boolean;
	FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): boolean;
	FPDFText_GetCharBox(
		text: number,
		index: number,
		left: number,
		right: number,
		bottom: number,
		top: number,
	): boolean;
	FPDFText_GetTextObject(text: number, index: number): number;
	FPDFTextObj_GetTextRenderMode(object: number): number;
	FPDFPage_CountObjects(page: number): number;
	FPDFPage_GetObject(page: number, index: number): number;
	FPDFPageObj_GetType(object: number): number;
	FPDFPageObj_GetBounds(
		object: number,
		left: number,
		bottom: number,
		right: number,
		top: number,
	): boolean;
	FPDFPageObj_GetMatrix(object: number, matrix: number): boolean;
	FPDFFormObj_CountObjects(form: number): number;
	FPDFFormObj_GetObject(form: number, index: number): number;
}

/** Emscripten's side of the module. */
interface Runtime {
	HEAPU8: Uint8Array;
	getValue(address: number, type: 'double' | 'float' | 'i32'): number;
	wasmExports: { malloc(size: number): number; free(address: number): void };
}

/** PDFium with its memory. */
export type Pdfium = Functions & {
	pdfium: Runtime;
	/** Whether more memory was asked for than there may be: what was read or drawn is incomplete then. */
	ranOutOfMemory: boolean;
};

type ResizeHeap = (size: number) => number;

/** Starts PDFium with an upper bound to its memory; beyond it, its functions fail or throw. */
export async function startPdfium(module: WebAssembly.Module): Promise<Pdfium> {
	const instantiateWasm = (
		imports: WebAssembly.Imports,
		done: (instance: WebAssembly.Instance) => void,
	) => {
		const resize = imports.env.emscripten_resize_heap as ResizeHeap;
		imports.env.emscripten_resize_heap = (size: number) => {
			if (size >>> 0 <= maximumMemory) return resize(size);
			pdfium.ranOutOfMemory = true;
			return 0;
		};
		const instance = new WebAssembly.Instance(module, imports);
		done(instance);
		return instance.exports;
	};
	// The package's types build on Emscripten's, which it does not bring along.
	const started = (await init({ instantiateWasm } as object)) as unknown as Pdfium;
	const pdfium = Object.assign(started, { ranOutOfMemory: false });
	pdfium.PDFiumExt_Init();
	return pdfium;
}
