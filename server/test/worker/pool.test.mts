import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
	AbandonedError,
	DeadlineError,
	QueueFullError,
	ReadingFailedError,
} from '../../src/worker/errors.mts';
import { firstPage } from '../../src/page/page-ranges.mts';
import { WorkerPool } from '../../src/worker/pool.mts';
import type { Outcome } from '../../src/worker/task.mts';
import type { WorkerExit } from '../../src/worker/worker-process.mts';
import { greyJpeg } from '../../testing/pictures/jpeg.mts';

const script = pathToFileURL(join(__dirname, '../../testing/process/pool-worker.mts'));
const order = (behaviour: string) => ({
	document: 'receipt' as const,
	file: Buffer.from(behaviour),
	pages: firstPage,
});

/** Bytes: more than a worker of Node takes, which has no models here. */
const maximumMemory = 400e6;

let pool: WorkerPool;
let exits: WorkerExit[];
/** Milliseconds. */
const deadline = 20_000;
const start = async (workers = 1) => {
	exits = [];
	pool = await WorkerPool.create({
		script,
		workers,
		queueLength: 2,
		deadline,
		maximumMemory,
		onExit: (exit) => exits.push(exit),
	});
	while (pool.readyCount < workers) await sleep(10);
};
/** From here on time passes as the test wants, in this process: the workers work as they do. */
const stopClock = () => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
const until = async (isReached: () => boolean) => {
	while (!isReached()) await sleep(5);
};
/** Whether it is settled once everything that is due was done. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
	let settled = false;
	void promise.catch(() => undefined).then(() => (settled = true));
	await sleep(0);
	return settled;
}
afterEach(() => {
	pool.close();
	jest.useRealTimers();
});

it('hands on what the worker reports', async () => {
	await start();
	await expect(pool.read(order('n'))).resolves.toMatchObject({ type: 'nothing' });
	await expect(pool.read(order('r'))).resolves.toMatchObject({ message: 'no picture' });
	await expect(pool.read(order('f'))).rejects.toThrow(/a fault/);
});

it('leaves the caller his picture', async () => {
	await start();
	const sent = order('n');
	await pool.read(sent);
	expect(sent.file.toString()).toBe('n');
});

it.each([
	['exits', 'e'],
	['throws', 't'],
])(
	'fails the picture at which a worker %s, replaces the worker and reads on',
	async (_, behaviour) => {
		await start();
		const failing = pool.read(order(behaviour));
		const waiting = pool.read(order('n'));
		await expect(failing).rejects.toThrow(ReadingFailedError);
		await expect(waiting).resolves.toMatchObject({ type: 'nothing' });
		expect(pool.readyCount).toBe(1);
		expect(pool.restarts).toBe(1);
	},
);

describe('a file that takes several turns', () => {
	const long = (behaviour: string) => ({
		...order(behaviour),
		document: 'invoice' as const,
		pages: [[1, Infinity]] as const,
	});

	it('lets others have theirs between them', async () => {
		await start();
		const outcome = pool.read(long('p'), undefined, 'long').catch(() => undefined);
		await expect(pool.read(order('n'), undefined, 'short')).resolves.toEqual({ type: 'nothing' });
		expect([pool.busy, pool.waiting]).toEqual([1, 0]);
		pool.close();
		await outcome;
	});

	it('gives at the deadline what was read until then, and says from where on it was not', async () => {
		await start();
		stopClock();
		const outcome = pool.read(long('p'), undefined, 'long');
		// Each has its turn after a page.
		for (let turn = 0; turn < 3; turn++) await pool.read(order('n'), undefined, 'short');
		jest.advanceTimersByTime(deadline);
		const { documents, leftOut } = ((await outcome) as Extract<Outcome, { type: 'read' }>).reading;
		const read = documents.length;
		expect(read).toBeGreaterThanOrEqual(3);
		expect(documents.map(({ place }) => place.page)).toEqual(
			Array.from({ length: read }, (_, i) => i + 1),
		);
		expect(leftOut).toEqual({
			pages: 1000 - read,
			documents: 0,
			reasons: [`pages from ${read + 1} on: the 20 seconds of a call were over`],
		});
	});

	it('gives what was read until its worker died', async () => {
		await start();
		await expect(pool.read(long('x'))).resolves.toMatchObject({
			type: 'read',
			reading: {
				documents: [{ place: { page: 1 } }, { place: { page: 2 } }],
				leftOut: { pages: 998, reasons: ['pages from 3 on: they could not be processed'] },
			},
		});
		expect(pool.restarts).toBe(1);
	});
});

it('is not ready while its only worker is being replaced', async () => {
	await start();
	await expect(pool.read(order('e'))).rejects.toThrow();
	expect(pool.readyCount).toBe(0);
});

it('refuses more than may wait, and takes more once some are done', async () => {
	await start();
	const reads = ['w', 'w', 'w'].map((behaviour) => pool.read(order(behaviour)));
	expect(pool.waiting).toBe(2);
	await expect(pool.read(order('n'))).rejects.toThrow(QueueFullError);
	await Promise.all(reads);
	await expect(pool.read(order('n'))).resolves.toMatchObject({ type: 'nothing' });
});

it('keeps a place for a picture that is being counted', async () => {
	await start();
	const reading = pool.read(order('h')).catch(() => undefined);
	const places = [pool.reserve(), pool.reserve()];
	await expect(pool.read(order('n'))).rejects.toThrow(QueueFullError);
	for (const giveBack of places) giveBack();
	expect(pool.waiting).toBe(0);
	pool.close();
	await reading;
});

it('serves a key at once while another has forty pictures waiting, and makes room for it', async () => {
	pool = await WorkerPool.create({
		script,
		workers: 1,
		queueLength: 40,
		deadline: 20_000,
		maximumMemory,
	});
	const done: string[] = [];
	const read = async (caller: string) => {
		await pool.read(order('w'), undefined, caller);
		done.push(caller);
	};
	const flood = Promise.allSettled(Array.from({ length: 41 }, () => read('flood')));
	await Promise.all([read('honest'), read('honest')]);
	expect(done.filter((caller) => caller === 'flood').length).toBeLessThanOrEqual(3);
	const refused = (await flood).filter(({ status }) => status === 'rejected');
	expect(refused).toHaveLength(2);
	expect(refused).toMatchObject([{ reason: expect.any(QueueFullError) }, {}]);
}, 60_000);

it('works with several workers at once', async () => {
	await start(2);
	const reads = ['w', 'w'].map((behaviour) => pool.read(order(behaviour)));
	expect([pool.busy, pool.waiting]).toEqual([2, 0]);
	await Promise.all(reads);
	expect(pool.busy).toBe(0);
});

it('answers at the deadline and not before: a picture that had a worker to itself is refused, one that waited is not', async () => {
	await start();
	stopClock();
	const hanging = pool.read(order('h'));
	const waiting = pool.read(order('n'));
	jest.advanceTimersByTime(deadline - 1);
	expect(await isSettled(Promise.race([hanging, waiting]))).toBe(false);
	jest.advanceTimersByTime(1);
	await expect(hanging).resolves.toMatchObject({
		type: 'refused',
		message: 'the picture could not be read within 20 seconds',
	});
	await expect(waiting).rejects.toThrow(new DeadlineError('no worker was free in time'));
	await expect(pool.read(order('n'))).resolves.toMatchObject({ type: 'nothing' });
	expect(pool.restarts).toBe(0);
});

describe('a picture that a worker had at its deadline', () => {
	/** What becomes of one that a worker had for so many milliseconds when its own were over. */
	async function readFor(milliseconds: number): Promise<Outcome> {
		await start();
		stopClock();
		const before = pool.read(order('h'));
		jest.advanceTimersByTime(milliseconds);
		const picture = pool.read(order('h'));
		jest.advanceTimersByTime(deadline - milliseconds);
		await before;
		await until(() => pool.waiting === 0);
		jest.advanceTimersByTime(milliseconds);
		return await picture;
	}

	it('for half of it, is refused', async () => {
		const message = 'the picture could not be read within 10 seconds';
		await expect(readFor(deadline / 2)).resolves.toEqual({ type: 'refused', message });
	});

	it('for less, is not blamed', async () => {
		const reason = new DeadlineError('a worker was free too late');
		await expect(readFor(deadline / 2 - 1)).rejects.toThrow(reason);
	});
});

it('replaces workers that do not leave their pictures, at the deadline or when the client goes', async () => {
	await start(2);
	stopClock();
	const gone = new AbortController();
	const late = pool.read(order('s'));
	const left = pool.read(order('s'), gone.signal);
	gone.abort();
	await expect(left).rejects.toThrow(AbandonedError);
	jest.advanceTimersByTime(deadline);
	await expect(late).resolves.toMatchObject({ type: 'refused' });
	expect(pool.busy).toBe(0);
	// As long as they may take to leave, then what passes before they are replaced.
	jest.advanceTimersByTime(10_000);
	await until(() => pool.restarts === 2);
	jest.advanceTimersByTime(200);
	await until(() => pool.readyCount === 2);
	await expect(pool.read(order('n'))).resolves.toMatchObject({ type: 'nothing' });
	const exit = { signal: 'SIGKILL', reason: expect.stringMatching(/did not leave/) };
	expect(exits).toMatchObject([exit, exit]);
});

describe('a worker that takes too much memory', () => {
	it.each([
		['in its buffers', 'm', /held too much memory/],
		['on its heap', 'v', undefined],
	])('%s is replaced, and its picture refused', async (_, behaviour, reason) => {
		await start();
		const reading = pool.read(order(behaviour));
		const waiting = pool.read(order('n'));
		await expect(reading).resolves.toMatchObject({
			type: 'refused',
			message: expect.stringMatching(/memory/),
		});
		await expect(waiting).resolves.toMatchObject({ type: 'nothing' });
		expect(pool.restarts).toBe(1);
		if (reason) expect(exits).toMatchObject([{ reason: expect.stringMatching(reason) }]);
	});

	it('is replaced when it is a real one that needs more for a picture than it may have', async () => {
		pool = await WorkerPool.create({
			script: pathToFileURL(join(__dirname, '../../src/worker/worker.mts')),
			workers: 1,
			queueLength: 2,
			deadline: 50_000,
			maximumMemory,
		});
		const strip = greyJpeg({ width: 328, height: 65_500 });
		const reads = [strip, greyJpeg({ width: 400, height: 300 })].map((file) =>
			pool.read({ document: 'receipt', file, pages: firstPage }),
		);
		await expect(reads[0]).resolves.toMatchObject({
			type: 'refused',
			message: expect.stringMatching(/more than 400 MB of memory/),
		});
		await expect(reads[1]).resolves.toMatchObject({ type: 'nothing' });
		expect(pool.restarts).toBe(1);
	});

	it('is left alone while it has no picture', async () => {
		await start();
		await expect(pool.read(order('k'))).resolves.toMatchObject({ type: 'nothing' });
		await sleep(1000);
		expect(pool.restarts).toBe(0);
	});
});

it('frees the slot of a client that went away, waiting or not', async () => {
	await start();
	const gone = new AbortController();
	const reads = ['h', 'h'].map((behaviour) => pool.read(order(behaviour), gone.signal));
	const outcomes = Promise.allSettled(reads);
	gone.abort();
	for (const outcome of await outcomes) {
		expect(outcome).toMatchObject({ reason: expect.any(AbandonedError) });
	}
	await expect(pool.read(order('n'))).resolves.toMatchObject({ type: 'nothing' });
	await expect(pool.read(order('n'), AbortSignal.abort())).rejects.toThrow(AbandonedError);
	expect(pool.restarts).toBe(0);
});

it('fails what is waiting when it is closed', async () => {
	await start();
	const reads = ['w', 'w'].map((behaviour) => pool.read(order(behaviour)));
	const outcomes = Promise.allSettled(reads);
	pool.close();
	for (const { status } of await outcomes) expect(status).toBe('rejected');
});

it('says so when a worker cannot start', async () => {
	const missing = pathToFileURL(join(__dirname, 'no-such-worker.mts'));
	await expect(
		WorkerPool.create({
			script: missing,
			workers: 1,
			queueLength: 1,
			deadline: 1000,
			maximumMemory,
		}),
	).rejects.toThrow();
});
