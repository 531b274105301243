import { cutPage } from '../documents/cut/cut.mts';
import { isShown, type Facts } from '../documents/cut/facts.mts';
import { continues, isCopy } from '../documents/join/continues.mts';
import { onePageOf } from '../documents/join/sheets.mts';
import { placeOf } from '../documents/location.mts';
import { areaOf } from '../page/geometry.mts';
import type { Page } from '../page/types.mts';
import { factsOf } from './facts.mts';
import type { Found, OpenDocument, Reading } from './messages.mts';
import { isEmpty, readContent, readFields, withKind } from './reading.mts';
import type { SourcePage } from './source-reader.mts';

/** A document that may go on on the next page. */
interface Open {
	/** Which of the things in its file it belongs to. */
	source: number;
	pages: Page[];
	/** What was read of its first page. */
	reading: Reading;
	/** What is known of it so far: its number, and the sum of its last page. */
	facts: Facts;
}

/** Puts documents together from pages that come one by one: several on a page, and one on several pages. */
export class Sheaf {
	#done: Found[] = [];
	readonly #kind: Reading['document'];
	readonly #signal: AbortSignal | undefined;
	#open: Open | undefined;

	constructor(kind: Reading['document'], signal?: AbortSignal) {
		this.#kind = kind;
		this.#signal = signal;
	}

	/** How many documents are complete and were not taken. */
	get found(): number {
		return this.#done.length;
	}

	/** Takes out the documents that are complete. */
	take(): Found[] {
		const done = this.#done;
		this.#done = [];
		return done;
	}

	/** The document that may go on on the next page. */
	get open(): OpenDocument | undefined {
		if (!this.#open) return undefined;
		const { source, pages, reading } = this.#open;
		return { source, pages, alone: pages.length === 1 ? foundOn(pages[0], reading) : undefined };
	}

	/** Takes up a document that may go on where an earlier sheaf left it. */
	async resume({ source, pages: [first, ...others] }: OpenDocument): Promise<void> {
		this.#begin(source, first, await this.#read(first));
		for (const page of others) this.#goOn(page, factsOf(await this.#read(page)));
	}

	/**
	 * Adds a page that is all of its file that is wanted, as one document whatever is on it where it does not hold
	 * several. Throws what reading throws, as `add` does.
	 */
	async addOnly(content: SourcePage): Promise<void> {
		await this.#addAll(content, () => true);
	}

	/** Adds the next page; returns whether a document, or more of one, is on it. */
	async add(content: SourcePage): Promise<boolean> {
		return content.continues
			? await this.#addContinued(content)
			: await this.#addAll(content, (reading) => isShown(factsOf(reading)));
	}

	/** No page follows. */
	async end(): Promise<void> {
		const open = this.#open;
		this.#open = undefined;
		if (!open) return;
		const { pages, reading } = open;
		const page = pages.length > 1 ? onePageOf(pages) : pages[0];
		const whole = pages.length > 1 ? await this.#read(page) : reading;
		this.#done.push(foundOn(pages[0], withKind(whole, page)));
	}

	/** What data say of a document is all of it: further pages add nothing. */
	async #addContinued({ page, source }: SourcePage): Promise<boolean> {
		if (page && this.#open?.source === source - 1) {
			this.#open.source = source;
			this.#goOn(page, factsOf(await this.#read(page)));
		}
		return true;
	}

	async #addAll(content: SourcePage, isWanted: (reading: Reading) => boolean): Promise<boolean> {
		const { page, source, number } = content;
		if (content.invoice || !page) {
			const reading = await readContent(this.#kind, content, this.#signal);
			await this.end();
			this.#done.push(foundOn(page ?? { width: 1, height: 1, number, boxes: [] }, reading));
			return true;
		}
		const parts = await cutPage(page, { read: (part) => this.#read(part), factsOf });
		const wanted = parts.filter(({ read }) => !isEmpty(read) && isWanted(read));
		for (const part of wanted) await this.#addPart(source, part.page, part.read);
		return wanted.length > 0;
	}

	async #addPart(source: number, page: Page, reading: Reading): Promise<void> {
		const next = { page, facts: factsOf(reading) };
		if (this.#open?.source === source) {
			const { pages, facts } = this.#open;
			const before = { page: pages[pages.length - 1], facts };
			if (isCopy(before, next)) return;
			if (continues(before, next)) {
				this.#goOn(page, next.facts);
				return;
			}
		}
		await this.end();
		this.#begin(source, page, reading);
	}

	#begin(source: number, page: Page, reading: Reading): void {
		this.#open = { source, pages: [page], reading, facts: factsOf(reading) };
	}

	#goOn(page: Page, { total, date }: Facts): void {
		if (!this.#open) return;
		const { pages, facts } = this.#open;
		this.#open = { ...this.#open, pages: [...pages, page], facts: { ...facts, total, date } };
	}

	async #read(page: Page): Promise<Reading> {
		return await readFields(this.#kind, page, this.#signal);
	}
}

/** A document that begins on a page; of one without any text on it, that is the whole page. */
function foundOn(page: Page, reading: Reading): Found {
	const areas = page.boxes.map(({ quad }) => areaOf(quad));
	const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
	return { place: placeOf(page, areas.length > 0 ? areas : [whole]), reading };
}
