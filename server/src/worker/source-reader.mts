import { openFile } from '../files/open-file.mts';
import type { Source } from '../files/source.mts';
import { PictureError } from '../page/picture-error.mts';
import type { OpenPages, PageReader } from './page-reader.mts';
import type { Content } from './reading.mts';

/** A page of a file. */
export interface SourcePage extends Content {
	/** Counts from 1 over all that the file holds; a picture and an invoice's data are one page. */
	number: number;
	/** Which of the things in the file it belongs to: a document is in one. */
	source: number;
	/** Whether it goes on with the invoice of the page before it. */
	continues?: true;
}

/** A file whose pages are read one by one, in order. */
export interface OpenFile {
	/** How many pages it has; undefined as long as that is not known. */
	readonly pageCount: number | undefined;
	/**
	 * A page behind those that were read. Throws PictureError, and the signal's reason when it is aborted.
	 * @param number counts from 1
	 */
	read(number: number, signal?: AbortSignal): Promise<SourcePage>;
	/** Takes out what was found since the last time of files that are not read, as sentences. */
	takeRefusals(): string[];
	/** Gives back what it holds. */
	close(): Promise<void>;
}

/** Opens whatever is sent: a picture, a PDF, an OFD, the data of an invoice, or a ZIP of them. */
export class SourceReader {
	readonly #pages: PageReader;

	constructor(pages: PageReader) {
		this.#pages = pages;
	}

	/**
	 * Nothing of the file is looked at before its first page is read.
	 * @param from the first page that will be read
	 */
	open(file: Buffer, from = 1): OpenFile {
		return new SourceFile(openFile(file), this.#pages, from);
	}
}

/** A name from an archive, in which anything may stand. */
const shownName = ({ name }: Source) => name.replace(/\p{C}/gu, '').slice(0, 100);

class SourceFile implements OpenFile {
	readonly #sources: AsyncGenerator<Source>;
	readonly #reader: PageReader;
	readonly #from: number;
	#current: Source | undefined;
	#index = -1;
	/** The pages of a picture or PDF. */
	#pages: OpenPages | undefined;
	/** How many pages the sources before the current one have. */
	#before = 0;
	#count: number | undefined;
	#refusals: string[] = [];
	#firstRefusal: string | undefined;

	constructor(sources: AsyncGenerator<Source>, reader: PageReader, from: number) {
		this.#sources = sources;
		this.#reader = reader;
		this.#from = from;
	}

	get pageCount(): number | undefined {
		// What has no name is the file itself.
		const isAlone = this.#index === 0 && this.#current?.name === '';
		return this.#count ?? (isAlone ? this.#pages?.pageCount : undefined);
	}

	async read(number: number, signal?: AbortSignal): Promise<SourcePage> {
		for (;;) {
			signal?.throwIfAborted();
			const source = this.#current ?? (await this.#next());
			if (!source) throw this.#noPage(number);
			const content = await this.#contentOf(source, number - this.#before, signal);
			if (content) {
				const page = content.page && { ...content.page, number };
				return { ...content, page, number, source: this.#index };
			}
			await this.#leave();
		}
	}

	takeRefusals(): string[] {
		const refusals = this.#refusals;
		this.#refusals = [];
		return refusals;
	}

	async close(): Promise<void> {
		await this.#pages?.close();
		await this.#sources.return(undefined);
	}

	async #next(): Promise<Source | undefined> {
		const { value, done } = await this.#sources.next().catch((error: unknown) => {
			this.#count = this.#before;
			throw error;
		});
		if (done) return undefined;
		this.#index++;
		this.#current = value;
		return value;
	}

	/** A page of a source; undefined where it has no such page. */
	async #contentOf(
		source: Source,
		local: number,
		signal?: AbortSignal,
	): Promise<(Content & Pick<SourcePage, 'continues'>) | undefined> {
		if (source.type === 'refused') {
			this.#refuse(source, source.message);
			return undefined;
		}
		if (source.type === 'pdf' || source.type === 'picture') {
			return await this.#pageOf(source, local, signal);
		}
		if (local > 1) return undefined;
		if (source.type === 'invoice') return { invoice: source.invoice };
		const { page, invoice, continues } = source;
		return { page, invoice, continues };
	}

	async #pageOf(
		source: Source & { file: Buffer },
		local: number,
		signal?: AbortSignal,
	): Promise<Content | undefined> {
		this.#pages ??= await this.#reader.open(source.file);
		try {
			if (local > (this.#pages.pageCount ?? Infinity)) return undefined;
			return { page: await this.#pages.read(local, signal) };
		} catch (error) {
			const { pageCount } = this.#pages;
			if (source.name === '') this.#count ??= pageCount ?? 0;
			if (!(error instanceof PictureError) || source.name === '') throw error;
			if (pageCount === undefined) this.#refuse(source, error.message);
			else if (local <= pageCount) throw error;
			return undefined;
		}
	}

	/** What was refused before the page from which on is read was told before. */
	#refuse(source: Source, message: string): void {
		const refusal = source.name === '' ? message : `${shownName(source)}: ${message}`;
		this.#firstRefusal ??= refusal;
		if (this.#before >= this.#from - 1) this.#refusals.push(refusal);
	}

	async #leave(): Promise<void> {
		const source = this.#current;
		const ofPages = source?.type === 'refused' ? 0 : 1;
		this.#before += this.#pages ? (this.#pages.pageCount ?? 0) : ofPages;
		await this.#pages?.close();
		this.#pages = undefined;
		this.#current = undefined;
	}

	#noPage(number: number): PictureError {
		const count = this.#before;
		this.#count = count;
		if (count === 0 && this.#firstRefusal) {
			return new PictureError(
				`nothing in the ZIP can be read, the first file is ${this.#firstRefusal}`,
			);
		}
		return new PictureError(
			`the file has no page ${number}: it has ${count} ${count === 1 ? 'page' : 'pages'}`,
		);
	}
}
