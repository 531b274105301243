import { setTimeout as sleep } from 'node:timers/promises';
import { AbandonedError, DeadlineError } from '../../src/worker/errors.mts';
import type { WorkerPool } from '../../src/worker/pool.mts';
import type { Outcome } from '../../src/worker/task.mts';
import type { WorkerExit } from '../../src/worker/worker-process.mts';
import { defaults, order, startPool } from '../../testing/process/pool.mts';

const { deadline } = defaults;

let pool: WorkerPool;
let exits: WorkerExit[];
const start = async (workers = 1) => {
	({ pool, exits } = await startPool({ workers }));
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
