import { countPages, nextPage } from '../page/page-ranges.mts';
import { PictureError } from '../page/picture-error.mts';
import { mostDocuments, mostPages } from './bounds.mts';
import type { Job, LeftOut, Rest, Turn } from './messages.mts';
import type { OpenFile, PageReader } from './page-reader.mts';
import { Sheaf } from './sheaf.mts';

/** How long a worker reads on in one file before others have their turn, in milliseconds. */
const turnTime = 2_000;

/**
 * Reads the documents of a file from where a turn before stopped, for as long as a turn takes and a page at least.
 * Throws PictureError where no page can be read, and the signal's reason when it is aborted.
 */
export async function readFile(
	reader: PageReader,
	{ document, file, pages }: Job,
	rest: Rest | undefined,
	signal?: AbortSignal,
): Promise<Turn> {
	const opened = await reader.open(Buffer.from(file.buffer, file.byteOffset, file.length));
	try {
		const sheaf = new Sheaf(document, signal);
		if (rest?.open) await sheaf.resume(rest.open);
		return await new FileTurn(opened, pages, sheaf, rest).read(signal);
	} finally {
		await opened.close();
	}
}

class FileTurn {
	readonly #file: OpenFile;
	readonly #pages: Job['pages'];
	readonly #sheaf: Sheaf;
	readonly #before: Rest | undefined;
	readonly #leftOut: LeftOut = { pages: 0, documents: 0, reasons: [] };
	readonly #emptyPages: number[] = [];
	#pagesRead: number;

	constructor(file: OpenFile, pages: Job['pages'], sheaf: Sheaf, before: Rest | undefined) {
		this.#file = file;
		this.#pages = pages;
		this.#sheaf = sheaf;
		this.#before = before;
		this.#pagesRead = before?.pagesRead ?? 0;
	}

	async read(signal?: AbortSignal): Promise<Turn> {
		const ends = performance.now() + turnTime;
		let next = nextPage(this.#pages, this.#before?.page ?? 1);
		while (next !== undefined && this.#isWithin(next)) {
			await this.#readPage(next, signal);
			next = nextPage(this.#pages, next + 1);
			if (next !== undefined && this.#isWithin(next) && performance.now() > ends) {
				return this.#turn({
					page: next,
					pagesRead: this.#pagesRead,
					documents: this.#documents,
					open: this.#sheaf.open,
				});
			}
		}
		await this.#sheaf.end();
		if (next !== undefined) this.#leaveOut(next);
		return this.#turn();
	}

	/** How many documents were found, one that may go on included. */
	get #documents(): number {
		return (this.#before?.documents ?? 0) + this.#sheaf.documents.length;
	}

	get #pageCount(): number {
		return this.#file.pageCount ?? Infinity;
	}

	#isWithin(page: number): boolean {
		return (
			this.#pagesRead < mostPages && this.#documents < mostDocuments && page <= this.#pageCount
		);
	}

	/** A page that cannot be read is no reason not to read the others. */
	async #readPage(number: number, signal?: AbortSignal): Promise<void> {
		this.#pagesRead++;
		try {
			const page = await this.#file.read(number, signal);
			if (this.#isOnly(number)) await this.#sheaf.takeOnly(page);
			else if (!(await this.#sheaf.take(page))) this.#emptyPages.push(number);
		} catch (error) {
			if (!(error instanceof PictureError) || this.#isOnly(number)) throw error;
			this.#leftOut.pages++;
			this.#leftOut.reasons.push(`page ${number}: ${error.message}`);
		}
	}

	/** Whether a page is all that can be read of the file. */
	#isOnly(number: number): boolean {
		const { pageCount } = this.#file;
		if (pageCount === undefined) return true;
		return countPages(this.#pages, 1, pageCount) <= 1 && nextPage(this.#pages, 1) === number;
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

	#turn(rest?: Rest): Turn {
		const { documents } = this.#sheaf;
		const kept = Math.max(0, mostDocuments - (this.#before?.documents ?? 0));
		if (documents.length > kept) {
			this.#leftOut.documents += documents.length - kept;
			this.#leftOut.reasons.push(`a call gives ${mostDocuments} documents at most`);
		}
		return {
			documents: documents.slice(0, kept),
			pageCount: this.#file.pageCount ?? 1,
			leftOut: this.#leftOut,
			emptyPages: this.#emptyPages,
			rest,
		};
	}
}
