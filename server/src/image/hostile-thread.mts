import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { PictureError } from '../page/picture-error.mts';

/** What a thread is started with. */
export interface HostileTask {
	script: URL;
	workerData: unknown;
	/** Megabytes for all but the WebAssembly memory. */
	heapLimit: number;
	/** Milliseconds that an answer may take. */
	timeLimit: number;
	/** What is said of a file where the thread takes too long, too much, or breaks. */
	faults: Readonly<Record<'slow' | 'large' | 'broken', string>>;
}

/**
 * A thread in which WebAssembly opens a hostile file: such files hang, and take memory that only a thread's end gives
 * back.
 */
export class HostileThread<Report> {
	readonly #worker: Worker;
	readonly #task: HostileTask;

	constructor(task: HostileTask) {
		const { script, workerData, heapLimit } = task;
		const resourceLimits = { maxOldGenerationSizeMb: heapLimit };
		this.#task = task;
		this.#worker = new Worker(script, { workerData, stdout: true, stderr: true, resourceLimits });
		// Whoever waits for an answer hears of it; an error that nobody listens to would end the process.
		this.#worker.on('error', () => undefined);
	}

	/** What the thread says to a message. Throws PictureError, and the signal's reason when it is aborted. */
	async ask(message: unknown, signal?: AbortSignal): Promise<Report> {
		const { timeLimit, faults } = this.#task;
		const done = new AbortController();
		const timeout = AbortSignal.timeout(timeLimit);
		const until = AbortSignal.any([done.signal, timeout, ...(signal ? [signal] : [])]);
		try {
			this.#worker.postMessage(message);
			return await Promise.race([
				once(this.#worker, 'message', { signal: until }).then(([report]) => report as Report),
				once(this.#worker, 'exit', { signal: until }).then(() => {
					// The WebAssembly ended it.
					throw new PictureError(faults.broken);
				}),
			]);
		} catch (error) {
			signal?.throwIfAborted();
			if (timeout.aborted) throw new PictureError(faults.slow);
			throw isOutOfMemory(error) ? new PictureError(faults.large) : error;
		} finally {
			done.abort();
		}
	}

	async end(): Promise<void> {
		await this.#worker.terminate();
	}
}

const isOutOfMemory = (error: unknown) =>
	(error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
