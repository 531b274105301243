import { openFile } from '../files/open-file.mts';
import type { Source } from '../files/source.mts';
import { PictureError } from '../page/picture-error.mts';
import type { PageReader } from './page-reader.mts';
import type { Content } from './reading.mts';

/** A name from an archive, in which anything may stand. */
const shownName = ({ name }: Source) => name.replace(/\p{C}/gu, '').slice(0, 100);

const invoiceOf = (source: Source) => (source.type === 'page' ? source.invoice : undefined);

/** Reads one page of whatever is sent: a picture, a PDF, an OFD, the data of an invoice, or a ZIP of them. */
export class SourceReader {
	readonly #pages: PageReader;

	constructor(pages: PageReader) {
		this.#pages = pages;
	}

	/**
	 * The content of a page. Throws PictureError, and the signal's reason when it is aborted.
	 * @param page counts from 1 over all that the file holds; a picture and an invoice's data are one page
	 */
	async read(file: Buffer, page = 1, signal?: AbortSignal): Promise<Content> {
		let before = 0;
		let refusal: string | undefined;
		for await (const source of openFile(file, signal)) {
			if (source.type === 'refused') refusal ??= `${shownName(source)}: ${source.message}`;
			// It has any number of pages: what stands behind it in a ZIP is not reached.
			else if (source.type === 'pdf') {
				const found = await this.#pages.read(source.file, page - before, signal);
				return { page: { ...found, number: page } };
			} else if (++before === page) {
				if (source.type === 'invoice') return source;
				const found =
					source.type === 'page' ? source.page : await this.#pages.read(source.file, 1, signal);
				return { page: { ...found, number: page }, invoice: invoiceOf(source) };
			}
		}
		if (before === 0 && refusal) {
			throw new PictureError(`nothing in the ZIP can be read, the first file is ${refusal}`);
		}
		throw new PictureError(
			`the file has no page ${page}: it has ${before} ${before === 1 ? 'page' : 'pages'}`,
		);
	}
}
