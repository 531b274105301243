import { Worker } from 'node:worker_threads';
import type { Job, Reading, Report } from './messages.mts';

/** A picture that takes longer than this has hung its worker. */
const jobTimeout = 60_000;
/** Wait before a worker that died is replaced, so that one that cannot start does not spin. */
const restartDelay = 200;

/** What became of a picture: a reading, nothing readable, or a picture that cannot be decoded. */
export type Outcome = Exclude<Report, { type: 'ready' } | { type: 'failed' }>;

/** Thrown when as many pictures are waiting as may wait. */
export class QueueFullError extends Error {
	override name = 'QueueFullError';
}

/** Thrown when a worker died, hung or failed at a picture. */
export class ReadingFailedError extends Error {
	override name = 'ReadingFailedError';
}

interface Task {
	job: Job;
	resolve(outcome: Outcome): void;
	reject(error: Error): void;
}

interface Lane {
	worker: Worker;
	ready: boolean;
	task?: Task;
	timer?: NodeJS.Timeout;
}

/** Worker threads that read pictures one at a time each, behind a bounded queue. */
export class WorkerPool {
	readonly #script: URL;
	readonly #queueLength: number;
	readonly #lanes = new Set<Lane>();
	readonly #queue: Task[] = [];
	#lastId = 0;
	#closed = false;

	private constructor(script: URL, queueLength: number) {
		this.#script = script;
		this.#queueLength = queueLength;
	}

	/** Starts the workers; resolves when all have loaded their models, throws when one cannot. */
	static async create(options: {
		script: URL;
		workers: number;
		queueLength: number;
	}): Promise<WorkerPool> {
		const pool = new WorkerPool(options.script, options.queueLength);
		const starts = Array.from({ length: options.workers }, () => pool.#startLane());
		await Promise.all(starts);
		return pool;
	}

	/** Whether at least one worker can read. */
	get ready(): boolean {
		return [...this.#lanes].some((lane) => lane.ready);
	}

	/** How many pictures wait for a worker. */
	get waiting(): number {
		return this.#queue.length;
	}

	/** Reads a picture. Throws QueueFullError or ReadingFailedError. */
	read(document: Reading['document'], picture: Uint8Array): Promise<Outcome> {
		if (this.#queue.length >= this.#queueLength) {
			return Promise.reject(new QueueFullError(`${this.#queueLength} pictures are waiting`));
		}
		return new Promise((resolve, reject) => {
			const job = { id: ++this.#lastId, document, picture: new Uint8Array(picture) };
			this.#queue.push({ job, resolve, reject });
			this.#dispatch();
		});
	}

	/** Ends the workers; pictures still waiting fail. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const task of this.#queue.splice(0)) task.reject(new ReadingFailedError('shutting down'));
		await Promise.all([...this.#lanes].map(({ worker }) => worker.terminate()));
	}

	#dispatch(): void {
		for (const lane of this.#lanes) {
			if (!lane.ready || lane.task) continue;
			const task = this.#queue.shift();
			if (!task) return;
			lane.task = task;
			lane.timer = setTimeout(() => void lane.worker.terminate(), jobTimeout);
			lane.worker.postMessage(task.job, [task.job.picture.buffer as ArrayBuffer]);
		}
	}

	/** Resolves when the new worker is ready; rejects when it ends before. */
	#startLane(): Promise<void> {
		const lane: Lane = { worker: new Worker(this.#script), ready: false };
		this.#lanes.add(lane);
		return new Promise((resolve, reject) => {
			let cause = new ReadingFailedError('the worker ended');
			lane.worker.on('message', (report: Report) => {
				if (report.type === 'ready') {
					lane.ready = true;
					resolve();
				} else {
					this.#settle(lane, report);
				}
				this.#dispatch();
			});
			lane.worker.on('error', (error) => {
				cause = new ReadingFailedError('the worker failed', { cause: error });
			});
			lane.worker.on('exit', () => {
				this.#lanes.delete(lane);
				clearTimeout(lane.timer);
				lane.task?.reject(cause);
				reject(cause);
				if (lane.ready) this.#replaceLane();
			});
		});
	}

	#replaceLane(): void {
		setTimeout(() => {
			if (!this.#closed) this.#startLane().catch(() => this.#replaceLane());
		}, restartDelay);
	}

	#settle(lane: Lane, report: Exclude<Report, { type: 'ready' }>): void {
		clearTimeout(lane.timer);
		const task = lane.task;
		lane.task = undefined;
		if (report.type === 'failed') task?.reject(new ReadingFailedError(report.stack));
		else task?.resolve(report);
	}
}
