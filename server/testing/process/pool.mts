import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firstPage } from '../../src/page/page-ranges.mts';
import type { Job } from '../../src/worker/messages.mts';
import { WorkerPool, type PoolOptions } from '../../src/worker/pool.mts';
import type { WorkerExit } from '../../src/worker/worker-process.mts';

/** What the workers do is said by the first byte of a picture: `pool-worker.mts`. */
export const script = pathToFileURL(join(__dirname, 'pool-worker.mts'));

/** A picture for which a worker does that. */
export const order = (behaviour: string): Job & { file: Buffer } => ({
	document: 'receipt',
	file: Buffer.from(behaviour),
	pages: firstPage,
});

export const defaults: PoolOptions = {
	script,
	workers: 1,
	queueLength: 2,
	/** Milliseconds. */
	deadline: 20_000,
	/** Bytes: more than a worker of Node takes, which has no models here. */
	maximumMemory: 400e6,
};

/** A pool whose workers are all ready, and how those ended that had to be replaced. */
export async function startPool(options: Partial<PoolOptions> = {}) {
	const exits: WorkerExit[] = [];
	const { workers = defaults.workers } = options;
	const pool = await WorkerPool.create({
		...defaults,
		...options,
		onExit: (exit) => exits.push(exit),
	});
	while (pool.readyCount < workers) await sleep(10);
	return { pool, exits };
}
