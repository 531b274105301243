import { OcrEngine } from '../engine/engine.mts';
import type { LoadedModel } from '../engine/models.mts';
import { decode } from '../image/decode.mts';
import { formatOf } from '../image/format.mts';
import type { OpenPdf } from '../image/pdf/open-pdf.mts';
import { PdfReader } from '../image/pdf/pdf-reader.mts';
import type { Raster } from '../image/raster.mts';
import { countTiffPages, tiffPage } from '../image/tiff/pages.mts';
import type { Page } from '../page/types.mts';

/** A picture or PDF whose pages are read one by one; of pictures, only a TIFF has several. */
export interface OpenPages {
	/** How many it has; undefined before one of a PDF was read, and of a file that cannot be opened. */
	readonly pageCount: number | undefined;
	/**
	 * The text of a page. Throws PictureError, and the signal's reason when it is aborted.
	 * @param number counts from 1
	 */
	read(number: number, signal?: AbortSignal): Promise<Page>;
	/** A page as a viewer shows it. Throws as `read` does. */
	draw(number: number, signal?: AbortSignal): Promise<Raster>;
	/** Gives back what it holds. */
	close(): Promise<void>;
}

/** Reads whatever is sent: a picture by recognition, a page of a PDF by its text layer where it has one. */
export class PageReader {
	readonly #engine: OcrEngine;
	readonly #pdfs = new PdfReader();

	private constructor(engine: OcrEngine) {
		this.#engine = engine;
	}

	/**
	 * Loads the models. Throws ModelError.
	 * @param models their folder; undefined for those that are shipped
	 */
	static async create(models?: string): Promise<PageReader> {
		return new PageReader(await OcrEngine.create(models));
	}

	/** The models that are loaded. */
	get models(): readonly LoadedModel[] {
		return this.#engine.models;
	}

	/** Opens a picture or a PDF. Throws PictureError where it is neither. */
	async open(file: Buffer): Promise<OpenPages> {
		const format = formatOf(file);
		if (format === 'pdf') return new PdfPages(await this.#pdfs.open(file), this.#engine);
		const isTiff = format === 'tiff';
		const pageOf = (number: number) => (isTiff ? tiffPage(file, number) : file);
		return {
			pageCount: isTiff ? countTiffPages(file) : 1,
			read: async (number, signal) => await this.#engine.read(pageOf(number), signal),
			draw: async (number, signal) => await decode(pageOf(number), signal),
			close: async () => undefined,
		};
	}
}

class PdfPages implements OpenPages {
	readonly #pdf: OpenPdf;
	readonly #engine: OcrEngine;

	constructor(pdf: OpenPdf, engine: OcrEngine) {
		this.#pdf = pdf;
		this.#engine = engine;
	}

	get pageCount(): number | undefined {
		return this.#pdf.pageCount;
	}

	async read(number: number, signal?: AbortSignal): Promise<Page> {
		const found = await this.#pdf.read(number, signal);
		if (found.type === 'text') return found.page;
		return await this.#engine.readRaster(found.raster, signal);
	}

	async draw(number: number, signal?: AbortSignal): Promise<Raster> {
		return await this.#pdf.draw(number, signal);
	}

	async close(): Promise<void> {
		await this.#pdf.close();
	}
}
