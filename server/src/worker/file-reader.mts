import { countPages, nextPage } from '../page/page-ranges.mts';
import { PictureError } from '../page/picture-error.mts';
import { mostDocuments, mostPages } from './bounds.mts';
import type { Job, LeftOut, Piece, Rest } from './messages.mts';
import { Sheaf } from './sheaf.mts';
import type { OpenFile, SourceReader } from './source-reader.mts';

/**
 * Reads the documents of a file from where an earlier reading stopped; gives what each page adds, and what is still to
 * be read then. Throws PictureError where no page can be read, and the signal's reason when it is aborted.
 */
export async function* readFile(
	reader: SourceReader,
	{ document, file, pages }: Job,
	rest: Rest | undefined,
	signal?: AbortSignal,
): AsyncGenerator<Piece> {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
	const opened = reader.open(bytes, rest?.page);
	try {
		const sheaf = new Sheaf(document, signal);
		if (rest?.open) await sheaf.resume(rest.open);
		yield* new FileReading(opened, pages, sheaf, rest).pieces(signal);
	} finally {
		await opened.close();
	}
}

class FileReading {
	readonly #file: OpenFile;
	readonly #pages: Job['pages'];
	readonly #sheaf: Sheaf;
	readonly #from: number;
	#pagesRead: number;
	#lastPage: number;
	/** How many documents were given. */
	#given: number;
	#leftOut: LeftOut = nothingLeftOut();
	#emptyPages: number[] = [];

	constructor(file: OpenFile, pages: Job['pages'], sheaf: Sheaf, rest: Rest | undefined) {
		this.#file = file;
		this.#pages = pages;
		this.#sheaf = sheaf;
		this.#from = rest?.page ?? 1;
		this.#pagesRead = rest?.pagesRead ?? 0;
		this.#lastPage = this.#from - 1;
		this.#given = rest?.documents ?? 0;
	}

	async *pieces(signal?: AbortSignal): AsyncGenerator<Piece> {
		let next = nextPage(this.#pages, this.#from);
		while (next !== undefined && this.#isWithin(next)) {
			await this.#readPage(next, signal);
			next = nextPage(this.#pages, next + 1);
			if (next !== undefined && this.#isWithin(next)) yield this.#piece(next);
		}
		await this.#sheaf.end();
		if (next !== undefined) this.#leaveOut(next);
		yield this.#piece();
	}

	get #pageCount(): number {
		return this.#file.pageCount ?? Infinity;
	}

	#isWithin(page: number): boolean {
		return (
			this.#pagesRead < mostPages &&
			this.#given + this.#sheaf.found < mostDocuments &&
			page <= this.#pageCount
		);
	}

	/** A page that cannot be read is no reason not to read the others. */
	async #readPage(number: number, signal?: AbortSignal): Promise<void> {
		try {
			const page = await this.#file.read(number, signal);
			if (this.#isOnly(number)) await this.#sheaf.addOnly(page);
			else if (!(await this.#sheaf.add(page))) this.#emptyPages.push(number);
		} catch (error) {
			if (!(error instanceof PictureError) || this.#isOnly(number)) throw error;
			if (number <= this.#pageCount) {
				this.#leftOut.pages++;
				this.#leftOut.reasons.push(`page ${number}: ${error.message}`);
			}
		}
		this.#leftOut.reasons.push(...this.#file.takeRefusals());
		if (number > this.#pageCount) return;
		this.#lastPage = number;
		this.#pagesRead++;
	}

	/** Whether a page is all that can be read of the file. */
	#isOnly(number: number): boolean {
		const { pageCount } = this.#file;
		const isFirst = nextPage(this.#pages, 1) === number;
		if (pageCount !== undefined) return isFirst && countPages(this.#pages, 1, pageCount) <= 1;
		return isFirst && nextPage(this.#pages, number + 1) === undefined;
	}

	/** Says what comes after a bound from a page on. */
	#leaveOut(page: number): void {
		const count = countPages(this.#pages, page, this.#pageCount);
		if (count === 0) return;
		this.#leftOut.pages += count;
		this.#leftOut.reasons.push(
			this.#pagesRead < mostPages
				? `pages from ${page} on: the file has more than ${mostDocuments} documents`
				: `pages from ${page} on: a call reads ${mostPages} pages at most`,
		);
	}

	/** What was read since the last piece. */
	#piece(next?: number): Piece {
		const found = this.#sheaf.take();
		const documents = found.slice(0, mostDocuments - this.#given);
		this.#given += documents.length;
		if (found.length > documents.length) {
			this.#leftOut.documents += found.length - documents.length;
			this.#leftOut.reasons.push(`a call gives ${mostDocuments} documents at most`);
		}
		const piece: Piece = {
			documents,
			pageCount: this.#file.pageCount ?? this.#lastPage,
			leftOut: this.#leftOut,
			emptyPages: this.#emptyPages,
			rest: next === undefined ? undefined : this.#rest(next),
		};
		this.#leftOut = nothingLeftOut();
		this.#emptyPages = [];
		return piece;
	}

	#rest(page: number): Rest {
		return {
			page,
			pagesRead: this.#pagesRead,
			documents: this.#given,
			open: this.#sheaf.open,
		};
	}
}

const nothingLeftOut = (): LeftOut => ({ pages: 0, documents: 0, reasons: [] });
