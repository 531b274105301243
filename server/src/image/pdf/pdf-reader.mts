import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PictureError } from '../../page/picture-error.mts';
import type { PageOrder, PageReport } from './page-thread.mts';
import type { PdfPage } from './page.mts';

/** A page of an invoice takes a fifth of a second, a scan of 600 dpi about two. */
const timeLimit = 10_000;
/** Megabytes for all but PDFium's own memory: 20,000 characters, the most that are taken, need between 16 and 24. */
const heapLimit = 96;

/** Reads pages of PDFs, each in a thread of its own: hostile files hang, and take memory that only a thread's end gives back. */
export class PdfReader {
	#module: Promise<WebAssembly.Module> | undefined;

	/**
	 * The text of a page, or a drawing where it has none that can be used. Throws PictureError, and the
	 * signal's reason when it is aborted.
	 * @param number counts from 1
	 */
	async read(file: Uint8Array, number: number, signal?: AbortSignal): Promise<PdfPage> {
		this.#module ??= compilePdfium();
		const workerData: PageOrder = { module: await this.#module, file, number };
		signal?.throwIfAborted();
		const thread = new Worker(
			new URL(`./page-thread${path.extname(import.meta.filename)}`, import.meta.url),
			{
				workerData,
				stdout: true,
				stderr: true,
				resourceLimits: { maxOldGenerationSizeMb: heapLimit },
			},
		);
		try {
			const report = await reportOf(thread, signal);
			if (report.type === 'refused') throw new PictureError(report.message);
			return report;
		} finally {
			await thread.terminate();
		}
	}
}

/** Compiles PDFium once for all threads. */
async function compilePdfium(): Promise<WebAssembly.Module> {
	const file = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'));
	return await WebAssembly.compile(await readFile(file));
}

function reportOf(thread: Worker, signal?: AbortSignal): Promise<PageReport> {
	return new Promise((resolve, reject) => {
		const seconds = timeLimit / 1000;
		const tooLong = new PictureError(`the page takes more than ${seconds} seconds to read or draw`);
		const timer = setTimeout(() => reject(tooLong), timeLimit);
		const abort = () => reject(signal?.reason);
		signal?.addEventListener('abort', abort);
		thread.once('message', resolve);
		thread.once('error', (error) => reject(isOutOfMemory(error) ? tooLarge() : error));
		thread.once('exit', () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', abort);
			// PDFium ended it.
			reject(new PictureError('the PDF is broken'));
		});
	});
}

const isOutOfMemory = (error: NodeJS.ErrnoException) => error.code === 'ERR_WORKER_OUT_OF_MEMORY';
const tooLarge = () => new PictureError('the page needs too much memory');
