import type { Raster } from '../image/raster.mts';
import { assertWithin, mostUnderSeals } from '../page/bounds.mts';
import { lineSize, squaresOf } from './line-size.mts';
import type { Reading } from './recognition.mts';
import type { Stamps } from './stamps/lift.mts';
import type { Quad } from '../page/types.mts';

/** The stamps of a page, and whether each of its lines lies under one and is read without it too. */
export interface Stamped {
	stamps: Stamps;
	isUnder: readonly boolean[];
}

/** To the helping thread: the lines of one page. */
export interface LinesOfPage {
	raster: Raster;
	quads: readonly Quad[];
	stamped?: Stamped;
	/** The index of the next line that nobody reads yet, in shared memory. */
	next: Int32Array;
}

/** From the helping thread: its model is loaded, or the lines that it read, by index. */
export type HelperReport = 'ready' | Map<number, Reading>;

/** The helping thread, as a Worker has it. */
export interface Helper {
	once(event: 'message', listener: (report: HelperReport) => void): unknown;
	postMessage(page: LinesOfPage): void;
}

/** Reads one line of text. */
export interface Recogniser {
	/** @param stamps those of the page where one lies over the line */
	run(raster: Raster, quad: Quad, stamps?: Stamps): Promise<Reading>;
}

/**
 * Reads the lines of a page on two threads, each taking the next line when it is done with one: a run of
 * the recognition model blocks its thread, and a second core would idle while one page is read.
 */
export class LineReader {
	readonly #recognition: Recogniser;
	readonly #helper: Helper;
	#helperReady = false;

	/** @param helper joins in when it has said that it is ready */
	constructor(helper: Helper, recognition: Recogniser) {
		this.#helper = helper;
		this.#recognition = recognition;
		this.#helper.once('message', () => (this.#helperReady = true));
	}

	/**
	 * What stands in each of the quads. Throws PictureError where they hold more than the text of a document, and
	 * the signal's reason between two lines.
	 * @param stamped for a page with stamps
	 */
	async read(
		raster: Raster,
		quads: readonly Quad[],
		signal?: AbortSignal,
		stamped?: Stamped,
	): Promise<Reading[]> {
		const squares = squaresOf(quads);
		assertWithin('squares of text', squares);
		const order = longestFirst(quads);
		const page: LinesOfPage = {
			raster,
			quads: order.map((i) => quads[i]),
			stamped: squares <= mostUnderSeals ? inOrder(stamped, order) : undefined,
			next: sharedCounter(),
		};
		const helped = this.#helperReady ? this.#askHelper(page) : new Map<number, Reading>();
		// Both end before the next page begins: what the helper still sends would pass for that page's.
		const [own, others] = await Promise.allSettled([this.#readOwn(page, signal), helped]);
		if (own.status === 'rejected') throw own.reason;
		if (others.status === 'rejected') throw others.reason;
		const readings = new Map([...own.value, ...others.value]);
		signal?.throwIfAborted();

		const results = new Array<Reading>(quads.length);
		for (const [i, reading] of readings) results[order[i]] = reading;
		return results;
	}

	async #readOwn(page: LinesOfPage, signal?: AbortSignal): Promise<Map<number, Reading>> {
		try {
			return await readNextLines(this.#recognition, page, signal);
		} finally {
			takeAllLines(page);
		}
	}

	#askHelper(page: LinesOfPage): Promise<Map<number, Reading>> {
		return new Promise((resolve) => {
			this.#helper.once('message', (report) => resolve(report as Map<number, Reading>));
			this.#helper.postMessage(page);
		});
	}
}

/** Reads lines until none is left or the signal is aborted. */
export async function readNextLines(
	recognition: Recogniser,
	{ raster, quads, stamped, next }: LinesOfPage,
	signal?: AbortSignal,
): Promise<Map<number, Reading>> {
	const readings = new Map<number, Reading>();
	for (;;) {
		if (signal?.aborted) takeAllLines({ quads, next });
		const i = Atomics.add(next, 0, 1);
		if (i >= quads.length) return readings;
		const stamps = stamped?.isUnder[i] ? stamped.stamps : undefined;
		readings.set(i, await recognition.run(raster, quads[i], stamps));
	}
}

const inOrder = (stamped: Stamped | undefined, order: readonly number[]): Stamped | undefined =>
	stamped && { ...stamped, isUnder: order.map((i) => stamped.isUnder[i]) };

/** Leaves no line for either thread to take. */
const takeAllLines = ({ quads, next }: Pick<LinesOfPage, 'quads' | 'next'>): void => {
	Atomics.store(next, 0, quads.length);
};

const sharedCounter = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** The indexes of the quads, those of long lines first: a long line at the end would leave one thread idle. */
function longestFirst(quads: readonly Quad[]): number[] {
	const lengths = quads.map((quad) => lineSize(quad).rowSize);
	return [...quads.keys()].sort((a, b) => lengths[b] - lengths[a]);
}
