import { OcrEngine } from '../engine/engine.mts';
import type { Page } from '../page/types.mts';
import { formatOf } from '../image/format.mts';
import { PdfReader } from '../image/pdf/pdf-reader.mts';

/** Reads whatever is sent: a picture by recognition, a page of a PDF by its text layer where it has one. */
export class PageReader {
	readonly #engine: OcrEngine;
	readonly #pdfs = new PdfReader();

	private constructor(engine: OcrEngine) {
		this.#engine = engine;
	}

	/** Loads the models. */
	static async create(): Promise<PageReader> {
		return new PageReader(await OcrEngine.create());
	}

	/**
	 * The text of a picture (PNG, JPEG, BMP) or of a page of a PDF. Throws PictureError, and the signal's
	 * reason when it is aborted.
	 * @param page counts from 1; a picture has one
	 */
	async read(file: Buffer, page = 1, signal?: AbortSignal): Promise<Page> {
		if (formatOf(file) !== 'pdf') return await this.#engine.read(file, signal);
		return { ...(await this.#readPdf(file, page, signal)), number: page };
	}

	async #readPdf(file: Buffer, page: number, signal?: AbortSignal): Promise<Page> {
		const found = await this.#pdfs.read(file, page, signal);
		if (found.type === 'text') return found.page;
		const { buffer, byteOffset, length } = found.picture;
		return await this.#engine.read(Buffer.from(buffer, byteOffset, length), signal);
	}
}
