import type { LoadedModel } from '../engine/models.mts';
import { AbandonedError, DeadlineError, QueueFullError, ReadingFailedError } from './errors.mts';
import { FairQueue } from './fair-queue.mts';
import { Gathered } from './gathered.mts';
import { Lane } from './lane.mts';
import type { Job } from './messages.mts';
import { end, refused, type Outcome, type Task } from './task.mts';
import type { WorkerExit } from './worker-process.mts';

/** Wait before a worker that died is replaced, so that one that cannot start does not spin. */
const restartDelay = 200;
/** A picture that was read for this share of the deadline, and is not done, is itself the reason. */
const ownShare = 0.5;

export interface PoolOptions {
	/** The module that a worker runs. */
	script: URL;
	/** What the module is given as arguments. */
	given?: readonly string[];
	workers: number;
	/** How many pictures may wait. */
	queueLength: number;
	/** Milliseconds from `read` to an outcome. */
	deadline: number;
	/** Bytes of memory that a worker may hold while it is at a picture. */
	maximumMemory: number;
	/** Told when a worker has loaded its models. */
	onReady?(models: readonly LoadedModel[]): void;
	/** Told when a worker died and will be replaced. */
	onExit?(exit: WorkerExit): void;
}

/** Worker processes that read pictures one at a time each, behind a bounded queue that is fair to its callers. */
export class WorkerPool {
	readonly #options: PoolOptions;
	readonly #lanes = new Set<Lane>();
	readonly #queue: FairQueue<Task>;
	#lastId = 0;
	#restarts = 0;
	#models: readonly LoadedModel[] = [];
	#closed = false;

	private constructor(options: PoolOptions) {
		this.#options = options;
		this.#queue = new FairQueue(options.queueLength);
	}

	/** Starts the workers; resolves when one has loaded its models. Throws when none can: ModelError, ReadingFailedError. */
	static async create(options: PoolOptions): Promise<WorkerPool> {
		const pool = new WorkerPool(options);
		const starts = Array.from({ length: options.workers }, () => pool.#startLane());
		try {
			await Promise.any(starts);
			return pool;
		} catch (error) {
			pool.close();
			throw (error as AggregateError).errors[0];
		}
	}

	/** How many workers have loaded their models. */
	get readyCount(): number {
		return [...this.#lanes].filter(({ ready }) => ready).length;
	}

	/** How many workers are at a picture that somebody waits for. */
	get busy(): number {
		return [...this.#lanes].filter(({ busy }) => busy).length;
	}

	/** How many pictures wait for a worker, or will as soon as they are counted. */
	get waiting(): number {
		return this.#queue.length;
	}

	/** The models that the last worker that started has loaded. */
	get models(): readonly LoadedModel[] {
		return this.#models;
	}

	/** How many workers were replaced. */
	get restarts(): number {
		return this.#restarts;
	}

	/**
	 * Keeps a place in the queue; returns what gives it back, to be called just before `read` or instead of it.
	 * Throws QueueFullError.
	 * @param caller whose picture it is for
	 */
	reserve(caller = ''): () => void {
		const spare = [...this.#lanes].filter(({ free }) => free).length;
		if (!this.#queue.hasRoom(caller, spare)) {
			throw new QueueFullError(`${this.#options.queueLength} pictures are waiting`);
		}
		const loser = this.#queue.keep(caller, spare);
		if (loser) {
			const reason = 'others wait too, and most pictures that wait are of this key';
			end(loser, new QueueFullError(reason), reason);
		}
		return () => this.#queue.giveBack(caller);
	}

	/**
	 * Reads a picture; one that takes too much memory or time is refused. Throws QueueFullError, also when another
	 * caller takes its place in the queue, DeadlineError, AbandonedError or ReadingFailedError.
	 * @param gone aborted when nobody waits for the answer any more
	 * @param caller whose picture it is
	 */
	async read(job: Job, gone?: AbortSignal, caller = ''): Promise<Outcome> {
		this.reserve(caller)();
		return new Promise<Outcome>((resolve, reject) => {
			const abandon = () => this.#abandon(task);
			const task: Task = {
				id: ++this.#lastId,
				caller,
				job,
				gathered: new Gathered(),
				deadline: setTimeout(() => this.#expire(task), this.#options.deadline),
				settle(outcome) {
					gone?.removeEventListener('abort', abandon);
					if (outcome instanceof Error) reject(outcome);
					else resolve(outcome);
				},
			};
			gone?.addEventListener('abort', abandon);
			this.#queue.push(caller, task);
			if (gone?.aborted) abandon();
			this.#dispatch();
		});
	}

	/** Ends the workers; pictures that are not read yet fail. */
	close(): void {
		this.#closed = true;
		const reason = 'shutting down';
		for (const task of this.#queue.clear()) end(task, new ReadingFailedError(reason), reason);
		for (const lane of this.#lanes) lane.close();
	}

	#dispatch(): void {
		for (const lane of this.#lanes) {
			if (!lane.free) continue;
			const task = this.#queue.shift((caller) => this.#running(caller));
			if (!task) return;
			lane.give(task);
		}
	}

	/** A picture that began late is not at fault: another time it is read. */
	#expire(task: Task): void {
		const lane = this.#laneOf(task);
		const { deadline } = this.#options;
		const over = `the ${deadline / 1000} seconds of a call were over`;
		if (!lane) {
			this.#dequeue(task);
			end(task, new DeadlineError('no worker was free in time'), over);
			return;
		}
		const seconds = Math.round(lane.elapsed / 1000);
		lane.leave(
			task,
			lane.elapsed < ownShare * deadline
				? new DeadlineError('a worker was free too late')
				: refused(`the picture could not be read within ${seconds} seconds`),
			over,
		);
	}

	#abandon(task: Task): void {
		const reason = 'nobody waits for the picture any more';
		const outcome = new AbandonedError(reason);
		if (this.#dequeue(task)) task.settle(outcome);
		else this.#laneOf(task)?.leave(task, outcome, reason);
	}

	/** Takes a task out of the queue; false when it is not there. */
	#dequeue(task: Task): boolean {
		const waited = this.#queue.remove(task.caller, task);
		if (waited) clearTimeout(task.deadline);
		return waited;
	}

	/** How many workers are at a picture of this caller. */
	#running(caller: string): number {
		return [...this.#lanes].filter((lane) => lane.caller === caller).length;
	}

	#laneOf(task: Task): Lane | undefined {
		return [...this.#lanes].find((lane) => lane.has(task));
	}

	/** Resolves when the new worker is ready; rejects when it ends before. */
	#startLane(): Promise<void> {
		const { script, given = [], maximumMemory, onReady } = this.#options;
		return new Promise((resolve, reject) => {
			const lane = new Lane(script, given, maximumMemory, {
				ready: (models) => {
					this.#models = models;
					onReady?.(models);
					resolve();
				},
				paused: (task) => this.#queue.push(task.caller, task),
				free: () => this.#dispatch(),
				exit: (exit, failure) => {
					this.#lanes.delete(lane);
					reject(failure);
					this.#replace(exit);
				},
			});
			this.#lanes.add(lane);
		});
	}

	#replace(exit: WorkerExit): void {
		if (this.#closed) return;
		this.#restarts++;
		this.#options.onExit?.(exit);
		setTimeout(() => {
			if (!this.#closed) this.#startLane().catch(() => undefined);
		}, restartDelay);
	}
}
