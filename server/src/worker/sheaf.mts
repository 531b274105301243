import { cutPage } from '../documents/cut/cut.mts';
import { isShown, type Facts } from '../documents/cut/facts.mts';
import { continues, isCopy } from '../documents/join/continues.mts';
import { onePageOf } from '../documents/join/sheets.mts';
import { placeOf } from '../documents/location.mts';
import { areaOf } from '../page/geometry.mts';
import type { Page } from '../page/types.mts';
import { factsOf } from './facts.mts';
import type { Found, OpenDocument, Reading } from './messages.mts';
import { isEmpty, readDocument } from './reading.mts';

/** A document that may go on on the next page. */
interface Open {
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
		const { pages, reading } = this.#open;
		return { pages, alone: pages.length === 1 ? foundOn(pages[0], reading) : undefined };
	}

	/** Takes up a document that may go on where an earlier sheaf left it. */
	async resume({ pages: [first, ...others] }: OpenDocument): Promise<void> {
		this.#begin(first, await this.#read(first));
		for (const page of others) this.#goOn(page, factsOf(await this.#read(page)));
	}

	/**
	 * Adds a page that is all of its file that is wanted, as one document whatever is on it where it does not hold
	 * several. Throws what reading throws, as `add` does.
	 */
	async addOnly(page: Page): Promise<void> {
		await this.#addAll(page, () => true);
	}

	/** Adds the next page; returns whether a document is on it. */
	async add(page: Page): Promise<boolean> {
		return await this.#addAll(page, (reading) => isShown(factsOf(reading)));
	}

	/** No page follows. */
	async end(): Promise<void> {
		const open = this.#open;
		this.#open = undefined;
		if (!open) return;
		const { pages, reading } = open;
		this.#done.push(
			foundOn(pages[0], pages.length > 1 ? await this.#read(onePageOf(pages)) : reading),
		);
	}

	async #addAll(page: Page, isWanted: (reading: Reading) => boolean): Promise<boolean> {
		const parts = await cutPage(page, { read: (part) => this.#read(part), factsOf });
		const wanted = parts.filter(({ read }) => !isEmpty(read) && isWanted(read));
		for (const part of wanted) await this.#addPart(part.page, part.read);
		return wanted.length > 0;
	}

	async #addPart(page: Page, reading: Reading): Promise<void> {
		const next = { page, facts: factsOf(reading) };
		if (this.#open) {
			const { pages, facts } = this.#open;
			const before = { page: pages[pages.length - 1], facts };
			if (isCopy(before, next)) return;
			if (continues(before, next)) {
				this.#goOn(page, next.facts);
				return;
			}
		}
		await this.end();
		this.#begin(page, reading);
	}

	#begin(page: Page, reading: Reading): void {
		this.#open = { pages: [page], reading, facts: factsOf(reading) };
	}

	#goOn(page: Page, { total, date }: Facts): void {
		if (!this.#open) return;
		const { pages, facts } = this.#open;
		this.#open = { ...this.#open, pages: [...pages, page], facts: { ...facts, total, date } };
	}

	async #read(page: Page): Promise<Reading> {
		return await readDocument(this.#kind, page, this.#signal);
	}
}

/** A document that begins on a page; of one without any text on it, that is the whole page. */
function foundOn(page: Page, reading: Reading): Found {
	const areas = page.boxes.map(({ quad }) => areaOf(quad));
	const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
	return { place: placeOf(page, areas.length > 0 ? areas : [whole]), reading };
}
