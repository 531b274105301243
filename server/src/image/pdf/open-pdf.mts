import path from 'node:path';
import { PictureError } from '../../page/picture-error.mts';
import { HostileThread } from '../hostile-thread.mts';
import type { Raster } from '../raster.mts';
import type { PageReport, PdfOrder } from './page-thread.mts';
import type { PdfPage, PdfPageOrder } from './page.mts';

/** A page of an invoice takes a fiftieth of a second, a scan of 600 dpi about two. */
const timeLimit = 10_000;
/** 20,000 characters, the most that are taken, need between 16 and 24. */
const heapLimit = 96;
const faults = {
	slow: `the page takes more than ${timeLimit / 1000} seconds to read or draw`,
	large: 'the page needs too much memory',
	broken: 'the PDF is broken',
};
const script = new URL(`./page-thread${path.extname(import.meta.filename)}`, import.meta.url);

/**
 * A PDF whose pages are read one by one in a thread. The thread ends with a page that is drawn, or that broke it, and
 * the next page has a new one: memory that a drawing took is not held while its text is recognised.
 */
export class OpenPdf {
	readonly #order: PdfOrder;
	#thread: HostileThread<PageReport> | undefined;
	#pageCount: number | undefined;

	constructor(module: WebAssembly.Module, file: Uint8Array) {
		this.#order = { module, file };
	}

	/** How many pages it says that it has; undefined before one was read, and of a file that cannot be opened. */
	get pageCount(): number | undefined {
		return this.#pageCount;
	}

	/**
	 * The text of a page, or a drawing where it has none that can be used. Throws PictureError, and the
	 * signal's reason when it is aborted.
	 * @param number counts from 1
	 */
	async read(number: number, signal?: AbortSignal): Promise<PdfPage> {
		return await this.#ask({ number, draws: false }, signal);
	}

	/** The drawing of a page, also where it has a text. Throws as `read` does. */
	async draw(number: number, signal?: AbortSignal): Promise<Raster> {
		const page = await this.#ask({ number, draws: true }, signal);
		if (page.type === 'text') throw new TypeError('a page that was to be drawn came as text');
		return page.raster;
	}

	/** Ends its thread. */
	async close(): Promise<void> {
		const thread = this.#thread;
		this.#thread = undefined;
		await thread?.end();
	}

	async #ask(order: PdfPageOrder, signal?: AbortSignal): Promise<PdfPage> {
		signal?.throwIfAborted();
		const workerData = this.#order;
		this.#thread ??= new HostileThread({ script, workerData, heapLimit, timeLimit, faults });
		let isSpent = true;
		try {
			const report = await this.#thread.ask(order, signal);
			this.#pageCount ??= report.pageCount;
			isSpent = report.isSpent;
			if (report.type === 'refused') throw new PictureError(report.message);
			return report;
		} finally {
			if (isSpent) await this.close();
		}
	}
}
