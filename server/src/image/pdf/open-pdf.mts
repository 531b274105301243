import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { PictureError } from '../../page/picture-error.mts';
import type { PageReport, PdfOrder } from './page-thread.mts';
import type { PdfPage } from './page.mts';

/** A page of an invoice takes a fiftieth of a second, a scan of 600 dpi about two. */
const timeLimit = 10_000;
/** Megabytes for all but PDFium's own memory: 20,000 characters, the most that are taken, need between 16 and 24. */
const heapLimit = 96;

/**
 * A PDF whose pages are read one by one in a thread: hostile files hang, and take memory that only a thread's end
 * gives back. The thread ends with a page that is drawn, or that broke it, and the next page has a new one: memory
 * that a drawing took is not held while its text is recognised.
 */
export class OpenPdf {
	readonly #order: PdfOrder;
	#thread: Worker | undefined;
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
		signal?.throwIfAborted();
		this.#thread ??= startThread(this.#order);
		let isSpent = true;
		try {
			const report = await reportOf(this.#thread, number, signal);
			this.#pageCount ??= report.pageCount;
			isSpent = report.isSpent;
			if (report.type === 'refused') throw new PictureError(report.message);
			return report;
		} finally {
			if (isSpent) await this.close();
		}
	}

	/** Ends its thread. */
	async close(): Promise<void> {
		const thread = this.#thread;
		this.#thread = undefined;
		await thread?.terminate();
	}
}

function startThread(workerData: PdfOrder): Worker {
	const script = new URL(`./page-thread${path.extname(import.meta.filename)}`, import.meta.url);
	const resourceLimits = { maxOldGenerationSizeMb: heapLimit };
	const thread = new Worker(script, { workerData, stdout: true, stderr: true, resourceLimits });
	// Whoever waits for a page hears of it; an error that nobody listens to would end the process.
	return thread.on('error', () => undefined);
}

/** What the thread says of a page. */
async function reportOf(thread: Worker, number: number, signal?: AbortSignal): Promise<PageReport> {
	const done = new AbortController();
	const timeout = AbortSignal.timeout(timeLimit);
	const until = AbortSignal.any([done.signal, timeout, ...(signal ? [signal] : [])]);
	try {
		thread.postMessage(number);
		return await Promise.race([
			once(thread, 'message', { signal: until }).then(([report]) => report as PageReport),
			once(thread, 'exit', { signal: until }).then(() => {
				// PDFium ended it.
				throw new PictureError('the PDF is broken');
			}),
		]);
	} catch (error) {
		signal?.throwIfAborted();
		if (timeout.aborted) {
			const seconds = timeLimit / 1000;
			throw new PictureError(`the page takes more than ${seconds} seconds to read or draw`);
		}
		throw isOutOfMemory(error) ? new PictureError('the page needs too much memory') : error;
	} finally {
		done.abort();
	}
}

const isOutOfMemory = (error: unknown) =>
	(error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
