import { countPages } from '../page/page-ranges.mts';
import { mostReasons } from './bounds.mts';
import type { FileReading, Job, Turn } from './messages.mts';

/** What the turns at a file add up to. */
export class Gathered {
	readonly #turns: Turn[] = [];

	/** Whether a turn has ended. */
	get isBegun(): boolean {
		return this.#turns.length > 0;
	}

	/** Where the next turn begins; undefined before the first one. */
	get rest(): Turn['rest'] {
		return this.#turns.at(-1)?.rest;
	}

	add(turn: Turn): void {
		this.#turns.push(turn);
	}

	/** All that was read. */
	get whole(): FileReading {
		const turns = this.#turns;
		const sum = (count: (turn: Turn) => number) =>
			turns.reduce((total, turn) => total + count(turn), 0);
		return {
			documents: turns.flatMap(({ documents }) => documents),
			pageCount: turns.at(-1)?.pageCount ?? 0,
			leftOut: {
				pages: sum(({ leftOut }) => leftOut.pages),
				documents: sum(({ leftOut }) => leftOut.documents),
				reasons: turns.flatMap(({ leftOut }) => leftOut.reasons).slice(0, mostReasons),
			},
			emptyPages: turns.flatMap(({ emptyPages }) => emptyPages),
		};
	}

	/** The same where no further turn comes: pages that were not come to are left out. */
	endedBy(reason: string, { pages }: Pick<Job, 'pages'>): FileReading {
		const { rest, whole } = this;
		if (!rest) return whole;
		const open = rest.open ?? [];
		const from = open[0]?.number ?? rest.page;
		const { leftOut, pageCount } = whole;
		return {
			...whole,
			leftOut: {
				...leftOut,
				pages: leftOut.pages + open.length + countPages(pages, rest.page, pageCount),
				reasons: [...leftOut.reasons, `pages from ${from} on: ${reason}`],
			},
		};
	}
}
