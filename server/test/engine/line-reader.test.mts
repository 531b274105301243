import {
	LineReader,
	readNextLines,
	type HelperReport,
	type LinesOfPage,
	type Recogniser,
} from '../../src/engine/line-reader.mts';
import type { Reading } from '../../src/engine/recognition.mts';
import type { Stamps } from '../../src/engine/stamps/lift.mts';
import type { Quad } from '../../src/page/types.mts';

const raster = { width: 1, height: 1, data: new Uint8Array(3) };

/** A line of text that is told by its place; the longer ones are read first. */
const lineAt = (x: number, length = 10): Quad => [
	{ x, y: 0 },
	{ x: x + length, y: 0 },
	{ x: x + length, y: 1 },
	{ x, y: 1 },
];

/** Reads a line as the place where it begins, when it is told to. */
class SlowRecogniser implements Recogniser {
	readonly waiting: Array<{ x: number; end: (fault?: Error) => void }> = [];
	/** For each line whether it is to be read without stamps too. */
	readonly stamped: boolean[] = [];

	async run(_: unknown, [{ x }]: Quad, stamps?: Stamps): Promise<Reading> {
		this.stamped.push(stamps !== undefined);
		await new Promise<void>((resolve, reject) =>
			this.waiting.push({ x, end: (fault) => (fault ? reject(fault) : resolve()) }),
		);
		return { marks: [], width: x, height: 0, stampMarks: [], fades: false };
	}

	/** Lets the line end that is being read. */
	async end(fault?: Error): Promise<void> {
		this.waiting.shift()?.end(fault);
		await settle();
	}
}

/** A helping thread whose model is loaded. */
class FakeHelper {
	readonly recogniser = new SlowRecogniser();
	readonly #listeners: Array<(report: HelperReport) => void> = [];

	once(_: 'message', listener: (report: HelperReport) => void): void {
		this.#listeners.push(listener);
	}

	postMessage(page: LinesOfPage): void {
		void readNextLines(this.recogniser, page).then((readings) => this.report(readings));
	}

	report(report: HelperReport): void {
		this.#listeners.shift()?.(report);
	}
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

function start() {
	const helper = new FakeHelper();
	const own = new SlowRecogniser();
	const reader = new LineReader(helper, own);
	return { helper, own, reader };
}

const places = (readings: readonly Reading[]) => readings.map(({ width }) => width);

describe('LineReader', () => {
	it('reads alone until the helper is ready', async () => {
		const { own, helper, reader } = start();
		const reading = reader.read(raster, [lineAt(1), lineAt(2)]);
		await settle();
		expect(helper.recogniser.waiting).toEqual([]);
		await own.end();
		await own.end();
		expect(places(await reading)).toEqual([1, 2]);
	});

	it('shares the lines, the longest first, and gives them in the order of the quads', async () => {
		const { own, helper, reader } = start();
		helper.report('ready');
		const reading = reader.read(raster, [lineAt(1), lineAt(2, 30), lineAt(3, 20)]);
		await settle();
		expect([...helper.recogniser.waiting, ...own.waiting].map(({ x }) => x).sort()).toEqual([2, 3]);
		await own.end();
		expect(own.waiting.map(({ x }) => x)).toEqual([1]);
		await helper.recogniser.end();
		await own.end();
		expect(places(await reading)).toEqual([1, 2, 3]);
	});

	const squares = (count: number) => Array.from({ length: count / 50 }, (_, i) => lineAt(i, 50));

	it('refuses a page with more squares of text than a document has, of which it reads no line', async () => {
		const { own, reader } = start();
		const reading = reader.read(raster, [...squares(6000), lineAt(99, 1)]);
		await expect(reading).rejects.toThrow(/more than 6000 squares of text/);
		expect(own.stamped).toEqual([]);
		void reader.read(raster, squares(6000));
		await settle();
		expect(own.waiting).toHaveLength(1);
	});

	it('counts a speck as a square, and a line as no more than is read of it', async () => {
		const { own, reader } = start();
		const strips = Array.from({ length: 89 }, (_, i) => lineAt(i, 5000));
		void reader.read(raster, [...strips, lineAt(60, 66.7)]).catch(() => undefined);
		await settle();
		expect(own.waiting).toHaveLength(1);
		const specks = Array.from({ length: 6001 }, (_, i) => lineAt(i, 0.1));
		await expect(reader.read(raster, specks)).rejects.toThrow(/squares of text/);
	});

	const stamps: Stamps = {
		stamps: [],
		hasColour: false,
		paper: { columns: 0, rows: 0, levels: new Float32Array() },
		scale: 1,
	};

	it('reads the lines under stamps without them too, and no others', async () => {
		const { own, reader } = start();
		const lines = [lineAt(1), lineAt(2, 30)];
		void reader.read(raster, lines, undefined, { stamps, isUnder: [true, false] });
		await settle();
		await own.end();
		await own.end();
		expect(own.stamped).toEqual([false, true]);
	});

	it('reads lines without stamps only where a third as many squares are on the page', async () => {
		const { own, reader } = start();
		for (const lines of [squares(2000), squares(2050)]) {
			void reader.read(raster, lines, undefined, { stamps, isUnder: lines.map(() => true) });
		}
		await settle();
		expect(own.stamped).toEqual([true, false]);
	});

	it('ends a page on both threads before its failure is told, so that pages never mix', async () => {
		const { own, helper, reader } = start();
		helper.report('ready');
		const failing = reader.read(raster, [lineAt(1), lineAt(2), lineAt(3)]);
		const outcome = jest.fn();
		failing.catch(outcome);
		await settle();
		await own.end(new Error('no memory'));
		expect(outcome).not.toHaveBeenCalled();
		await helper.recogniser.end();
		expect(helper.recogniser.waiting).toEqual([]);
		expect(outcome).toHaveBeenCalledWith(new Error('no memory'));

		const next = reader.read(raster, [lineAt(11), lineAt(12)]);
		await settle();
		await helper.recogniser.end();
		await own.end();
		expect(places(await next)).toEqual([11, 12]);
	});

	it('takes no further line when it is aborted', async () => {
		const { own, helper, reader } = start();
		helper.report('ready');
		const cancel = new AbortController();
		const reading = reader.read(
			raster,
			[lineAt(1), lineAt(2), lineAt(3), lineAt(4)],
			cancel.signal,
		);
		const outcome = jest.fn();
		reading.catch(outcome);
		await settle();
		cancel.abort(new Error('gone'));
		await own.end();
		await helper.recogniser.end();
		expect([...own.waiting, ...helper.recogniser.waiting]).toEqual([]);
		expect(outcome).toHaveBeenCalledWith(new Error('gone'));
	});
});
