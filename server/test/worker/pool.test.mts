import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firstPage } from '../../src/page/page-ranges.mts';
import { AbandonedError, QueueFullError, ReadingFailedError } from '../../src/worker/errors.mts';
import { WorkerPool } from '../../src/worker/pool.mts';
import type { WorkerExit } from '../../src/worker/worker-process.mts';
import { greyJpeg } from '../../testing/pictures/jpeg.mts';
import { defaults, order, startPool } from '../../testing/process/pool.mts';

let pool: WorkerPool;
let exits: WorkerExit[];
const start = async (workers = 1) => {
	({ pool, exits } = await startPool({ workers }));
};
afterEach(() => pool.close());

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
	({ pool } = await startPool({ queueLength: 40 }));
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
		const script = pathToFileURL(join(__dirname, '../../src/worker/worker.mts'));
		// The strip takes more for half a second, which is often looked; the small picture takes 230 MB.
		({ pool } = await startPool({ script, deadline: 300_000, maximumMemory: 320e6 }));
		const strip = greyJpeg({ width: 328, height: 65_500 });
		const reads = [strip, greyJpeg({ width: 400, height: 300 })].map((file) =>
			pool.read({ document: 'receipt', file, pages: firstPage }),
		);
		await expect(reads[0]).resolves.toMatchObject({
			type: 'refused',
			message: expect.stringMatching(/more than 320 MB of memory/),
		});
		await expect(reads[1]).resolves.toMatchObject({ type: 'nothing' });
		expect(pool.restarts).toBe(1);
	}, 300_000);

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
	await expect(WorkerPool.create({ ...defaults, script: missing })).rejects.toThrow(
		ReadingFailedError,
	);
});
