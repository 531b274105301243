import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { OpenPdf } from './open-pdf.mts';

/** Opens PDFs. */
export class PdfReader {
	#module: Promise<WebAssembly.Module> | undefined;

	/** Nothing of the file is looked at before its first page is read; it is to be closed in the end. */
	async open(file: Uint8Array): Promise<OpenPdf> {
		this.#module ??= compilePdfium();
		return new OpenPdf(await this.#module, file);
	}
}

/** Compiles PDFium once for all threads. */
async function compilePdfium(): Promise<WebAssembly.Module> {
	const file = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'));
	return await WebAssembly.compile(await readFile(file));
}
