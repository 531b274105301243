import { countPages } from '../page/page-ranges.mts';
import { mostReasons } from './bounds.mts';
import type { FileReading, Job, Piece } from './messages.mts';

/** What the pieces of a file add up to. */
export class Gathered {
	readonly #pieces: Piece[] = [];

	/** What is still to be read; undefined before the first piece and after the last. */
	get rest(): Piece['rest'] {
		return this.#pieces.at(-1)?.rest;
	}

	add(piece: Piece): void {
		this.#pieces.push(piece);
	}

	/** All that was read. */
	get whole(): FileReading {
		const pieces = this.#pieces;
		const sum = (count: (piece: Piece) => number) =>
			pieces.reduce((total, piece) => total + count(piece), 0);
		return {
			documents: pieces.flatMap(({ documents }) => documents),
			pageCount: pieces.at(-1)?.pageCount ?? 0,
			leftOut: {
				pages: sum(({ leftOut }) => leftOut.pages),
				documents: sum(({ leftOut }) => leftOut.documents),
				reasons: pieces.flatMap(({ leftOut }) => leftOut.reasons).slice(0, mostReasons),
			},
			emptyPages: pieces.flatMap(({ emptyPages }) => emptyPages),
		};
	}

	/** The same where no further piece comes: pages that were not come to are left out. */
	endedBy(reason: string, { pages }: Pick<Job, 'pages'>): FileReading {
		const { rest, whole } = this;
		if (!rest) return whole;
		const { pages: openPages = [], alone } = rest.open ?? {};
		const lost = alone ? [] : openPages;
		const from = lost[0]?.number ?? rest.page;
		const { documents, leftOut, pageCount } = whole;
		// A file need not say how many pages it has.
		const behind = Math.max(1, countPages(pages, rest.page, pageCount));
		return {
			...whole,
			documents: alone ? [...documents, alone] : documents,
			leftOut: {
				...leftOut,
				pages: leftOut.pages + lost.length + behind,
				reasons: [...leftOut.reasons, `pages from ${from} on: ${reason}`],
			},
		};
	}
}
