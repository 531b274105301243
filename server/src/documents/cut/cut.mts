import { assertWithin } from '../../page/bounds.mts';
import { areaOf } from '../../page/geometry.mts';
import type { Page } from '../../page/types.mts';
import { areTwo, isOwn, type Facts } from './facts.mts';
import { gapsOf } from './gaps.mts';
import { canBeTwo, countMarks, marksOf, type MarkName } from './marks.mts';

/** A document of a page: the page with its text alone, and what was read there. */
export interface Part<Read> {
	page: Page;
	read: Read;
}

/** Reads a page, or a part of one, as one document. */
export interface DocumentReader<Read> {
	read(page: Page): Promise<Read>;
	factsOf(read: Read): Facts;
}

/** So many ways to cut a page, or a part of one, are tried. */
const mostTries = 4;
/** So many pieces of text are looked at for it in all, each as often as it is: those of a full page six times over. */
const mostText = 12_000;

/**
 * The documents on a page, from the top down and from left to right; one where it holds no more. A page is cut only
 * along an empty band, and only where each part is a document of its own by what is read there. Throws PictureError
 * where the page has more text than a document, and what the reader throws.
 */
export async function cutPage<Read>(
	page: Page,
	reader: DocumentReader<Read>,
): Promise<Array<Part<Read>>> {
	assertWithin('pieces of text', page.boxes.length);
	return await new Cutter(page, reader).cut();
}

class Cutter<Read> {
	readonly #page: Page;
	readonly #reader: DocumentReader<Read>;
	readonly #marks: MarkName[][];
	#text = 0;

	constructor(page: Page, reader: DocumentReader<Read>) {
		this.#page = page;
		this.#reader = reader;
		this.#marks = page.boxes.map(marksOf);
	}

	async cut(): Promise<Array<Part<Read>>> {
		const parts = await this.#cutPart([...this.#page.boxes.keys()]);
		return parts ?? [await this.#read(this.#page)];
	}

	/** The documents of some boxes; undefined where they are no more than one. */
	async #cutPart(indexes: readonly number[]): Promise<Array<Part<Read>> | undefined> {
		if (this.#text > mostText) return undefined;
		this.#text += indexes.length;
		let tries = 0;
		for (const { order, before } of gapsOf(indexes.map((i) => this.#page.boxes[i]))) {
			const sides = [order.slice(0, before), order.slice(before)].map((side) =>
				side.map((i) => indexes[i]),
			);
			if (!this.#canBeTwo(sides)) continue;
			if (tries++ === mostTries) return undefined;
			const parts = [...(await this.#documents(sides[0])), ...(await this.#documents(sides[1]))];
			const documents = parts.every(({ read }) => isOwn(this.#reader.factsOf(read)))
				? await this.#withoutSlips(parts)
				: [];
			if (documents.length > 1) return documents;
		}
		return undefined;
	}

	async #documents(indexes: readonly number[]): Promise<Array<Part<Read>>> {
		const parts = await this.#cutPart(indexes);
		if (parts) return parts;
		// In the page's own order: a part reads as the page would that has no more.
		const boxes = indexes.toSorted((a, b) => a - b).map((i) => this.#page.boxes[i]);
		return [await this.#read({ ...this.#page, boxes })];
	}

	#canBeTwo(sides: readonly number[][]): boolean {
		const [a, b] = sides.map((side) => countMarks(side.map((i) => this.#marks[i])));
		return canBeTwo(a, b);
	}

	/** Parts that are one document with another one become a part of it, or are left out where they lie beside it. */
	async #withoutSlips(parts: ReadonlyArray<Part<Read>>): Promise<Array<Part<Read>>> {
		const documents: Array<Part<Read>> = [];
		for (const part of parts) {
			const at = documents.findLastIndex(
				(other) => !areTwo(this.#factsOf(other), this.#factsOf(part)),
			);
			if (at < 0) documents.push(part);
			else documents[at] = await this.#joined(documents[at], part);
		}
		return documents;
	}

	async #joined(a: Part<Read>, b: Part<Read>): Promise<Part<Read>> {
		const main = this.#factsOf(a).rows === 0 && this.#factsOf(b).rows > 0 ? b : a;
		if (!standInLine(a.page, b.page)) return main;
		const all = new Set([...a.page.boxes, ...b.page.boxes]);
		return await this.#read({
			...this.#page,
			boxes: this.#page.boxes.filter((box) => all.has(box)),
		});
	}

	#factsOf({ read }: Part<Read>): Facts {
		return this.#reader.factsOf(read);
	}

	async #read(page: Page): Promise<Part<Read>> {
		this.#text += page.boxes.length;
		return { page, read: await this.#reader.read(page) };
	}
}

/** Whether one of two parts of a page stands below the other. */
function standInLine(a: Page, b: Page): boolean {
	const [one, two] = [a, b].map(({ boxes }) => areaOf(boxes.flatMap(({ quad }) => quad)));
	const shared = Math.min(one.right, two.right) - Math.max(one.left, two.left);
	return shared > Math.min(one.right - one.left, two.right - two.left) / 2;
}
