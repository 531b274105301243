import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KeyStore } from './key-store.mts';
import { StoreError } from './store-error.mts';
import {
	monotonicNow,
	type StoreMethod,
	type StoreOrder,
	type StoreReport,
} from './store-messages.mts';

/** How long an order waits for another process's lock (milliseconds). */
const lockWait = 1_000;
/** When an order that only reads is given up: the thread itself waits, for a disk that does not answer. */
const stuckAfter = 2_000;

/** Megabytes of the thread's own, which holds a few small statements. */
const memory = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 };

interface Waiting {
	resolve(result: unknown): void;
	reject(error: StoreError): void;
	timer?: NodeJS.Timeout;
}

/** A key store in a thread of its own, where waiting for a lock or for the disk stops nobody. */
export class StoreClient {
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
	 * Lets the thread call a method of its store. Throws StoreError. A count is never given up while it may still be
	 * made: that would count what is not read.
	 */
	ask<Method extends StoreMethod>(
		method: Method,
		...values: Parameters<KeyStore[Method]>
	): Promise<ReturnType<KeyStore[Method]>> {
		this.#thread ??= this.#start();
		const id = ++this.#lastId;
		const until = monotonicNow() + lockWait;
		this.#thread.postMessage({ id, method, values, until } satisfies StoreOrder<Method>);
		return new Promise((resolve, reject) => {
			const giveUp = () =>
				this.#settle({ id, failure: { fault: 'stuck', message: 'its disk does not answer' } });
			const timer = method === 'count' ? undefined : setTimeout(giveUp, stuckAfter);
			this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, timer });
		});
	}

	/** Ends the thread; what it was asked for fails. */
	close(): void {
		void this.#thread?.terminate();
	}

	#start(): Worker {
		const script = `./store-thread${path.extname(import.meta.filename)}`;
		const thread = new Worker(new URL(script, import.meta.url), {
			workerData: this.#path,
			env: {},
			resourceLimits: memory,
		});
		thread.on('message', (report: StoreReport) => this.#settle(report));
		let cause: unknown;
		thread.on('error', (error) => (cause = error));
		thread.on('exit', () => this.#ended(cause));
		thread.unref();
		return thread;
	}

	#settle({ id, result, failure }: StoreReport): void {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		clearTimeout(waiting?.timer);
		if (failure) waiting?.reject(new StoreError(failure.fault, failure.message));
		else waiting?.resolve(result);
	}

	/** The next order starts another thread. */
	#ended(cause: unknown): void {
		this.#thread = undefined;
		const words = cause instanceof Error ? `: ${cause.message}` : '';
		const failure = { fault: 'unreadable', message: `its thread ended${words}` } as const;
		for (const id of this.#waiting.keys()) this.#settle({ id, failure });
	}
}
