import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Refusal } from './access.mts';
import { monotonicNow, type CountingOrder, type CountingReport } from './counting-messages.mts';
import { StoreError } from './store-error.mts';

/** How long a count waits for another process's lock (milliseconds). */
const lockWait = 1_000;

/** Megabytes of the thread's own, which holds a few small statements. */
const memory = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 };

interface Waiting {
	resolve(refusal: Refusal | undefined): void;
	reject(error: StoreError): void;
}

/** The thread that counts in a key store, where waiting for a lock or for the disk stops nobody. */
export class CounterThread {
	readonly #path: string;
	readonly #waiting = new Map<number, Waiting>();
	#thread: Worker | undefined;
	#lastId = 0;

	/** @param path of the store's file */
	constructor(path: string) {
		this.#path = path;
		this.#thread = this.#start();
	}

	/**
	 * Counts a reading, or tries a write that changes nothing when the order names no key.
	 * @returns why the reading may not be made
	 * @throws StoreError
	 */
	ask(order: Pick<CountingOrder, 'key' | 'now'>): Promise<Refusal | undefined> {
		this.#thread ??= this.#start();
		const id = ++this.#lastId;
		this.#thread.postMessage({
			...order,
			id,
			until: monotonicNow() + lockWait,
		} satisfies CountingOrder);
		return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
	}

	/** Ends the thread; what it was asked for fails. */
	close(): void {
		void this.#thread?.terminate();
	}

	#start(): Worker {
		const script = `./counting-thread${path.extname(import.meta.filename)}`;
		const thread = new Worker(new URL(script, import.meta.url), {
			workerData: this.#path,
			env: {},
			resourceLimits: memory,
		});
		thread.on('message', (report: CountingReport) => this.#settle(report));
		let cause: unknown;
		thread.on('error', (error) => (cause = error));
		thread.on('exit', () => this.#ended(cause));
		thread.unref();
		return thread;
	}

	#settle({ id, refusal, failure }: CountingReport): void {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (failure) waiting?.reject(new StoreError(failure.fault, failure.message));
		else waiting?.resolve(refusal);
	}

	/** The next order starts another thread. */
	#ended(cause: unknown): void {
		this.#thread = undefined;
		const words = cause instanceof Error ? `: ${cause.message}` : '';
		const failure = new StoreError('unwritable', `the thread that counts ended${words}`);
		for (const { reject } of this.#waiting.values()) reject(failure);
		this.#waiting.clear();
	}
}
