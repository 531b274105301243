import { AbandonedError, DeadlineError, QueueFullError, ReadingFailedError } from './errors.mts';
import { FairQueue } from './fair-queue.mts';
import type { Job, Report } from './messages.mts';
import { WorkerProcess, type WorkerExit } from './worker-process.mts';

/** Wait before a worker that died is replaced, so that one that cannot start does not spin. */
const restartDelay = 200;

/** What became of a picture: a reading, nothing readable, or a picture that cannot be decoded. */
export type Outcome = Extract<Report, { type: 'read' | 'nothing' | 'refused' }>;

export interface PoolOptions {
	/** The module that a worker runs. */
	script: URL;
	workers: number;
	/** How many pictures may wait. */
	queueLength: number;
	/** Milliseconds from `read` to an outcome. */
	deadline: number;
	/** Told when a worker died and will be replaced. */
	onExit?(exit: WorkerExit): void;
}

interface Task {
	id: number;
	/** Whose picture it is: the queue takes turns between callers. */
	caller: string;
	job: Job;
	deadline: NodeJS.Timeout;
	/** Answers whoever waits for the task; the first call counts. */
	settle(outcome: Outcome | Error): void;
}

interface Lane {
	worker: WorkerProcess;
	ready: boolean;
	/** What the worker is at; kept, when nobody waits for it any more, until the worker says that it is free. */
	task?: Task;
}

/** Worker processes that read pictures one at a time each, behind a bounded queue that is fair to its callers. */
export class WorkerPool {
	readonly #options: PoolOptions;
	readonly #lanes = new Set<Lane>();
	readonly #queue: FairQueue<Task>;
	#lastId = 0;
	#restarts = 0;
	#closed = false;

	private constructor(options: PoolOptions) {
		this.#options = options;
		this.#queue = new FairQueue(options.queueLength);
	}

	/** Starts the workers; resolves when one has loaded its models, throws when none can. */
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

	/** How many workers are at a picture. */
	get busy(): number {
		return [...this.#lanes].filter(({ task }) => task).length;
	}

	/** How many pictures wait for a worker, or will as soon as they are counted. */
	get waiting(): number {
		return this.#queue.length;
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
		const free = [...this.#lanes].filter(({ ready, task }) => ready && !task).length;
		if (!this.#queue.hasRoom(caller, free)) {
			throw new QueueFullError(`${this.#options.queueLength} pictures are waiting`);
		}
		const loser = this.#queue.keep(caller, free);
		end(loser, new QueueFullError('others wait too, and most pictures that wait are of this key'));
		return () => this.#queue.giveBack(caller);
	}

	/**
	 * Reads a picture. Throws QueueFullError, also when another caller takes its place in the queue,
	 * DeadlineError, AbandonedError or ReadingFailedError.
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
		for (const task of this.#queue.clear()) end(task, new ReadingFailedError('shutting down'));
		for (const { worker } of this.#lanes) worker.kill();
	}

	#dispatch(): void {
		for (const lane of this.#lanes) {
			if (!lane.ready || lane.task) continue;
			const task = this.#queue.shift((caller) => this.#running(caller));
			if (!task) return;
			lane.task = task;
			lane.worker.send({ type: 'read', id: task.id, ...task.job });
		}
	}

	/** A worker that is still at it when the time is over cannot be trusted to end: it is replaced. */
	#expire(task: Task): void {
		const waiting = this.#dequeue(task);
		task.settle(new DeadlineError(waiting));
		this.#laneOf(task)?.worker.kill();
	}

	#abandon(task: Task): void {
		task.settle(new AbandonedError('nobody waits for the picture any more'));
		if (!this.#dequeue(task)) this.#laneOf(task)?.worker.send({ type: 'cancel', id: task.id });
	}

	/** Takes a task out of the queue; false when it is not there. */
	#dequeue(task: Task): boolean {
		const waited = this.#queue.remove(task.caller, task);
		if (waited) clearTimeout(task.deadline);
		return waited;
	}

	/** How many workers are at a picture of this caller. */
	#running(caller: string): number {
		return [...this.#lanes].filter(({ task }) => task?.caller === caller).length;
	}

	#laneOf(task: Task): Lane | undefined {
		return [...this.#lanes].find((lane) => lane.task === task);
	}

	/** Resolves when the new worker is ready; rejects when it ends before. */
	#startLane(): Promise<void> {
		return new Promise((resolve, reject) => {
			const worker = new WorkerProcess(this.#options.script, {
				report: (report) => {
					if (report.type === 'ready') {
						lane.ready = true;
						resolve();
					} else {
						end(lane.task, toOutcome(report));
						lane.task = undefined;
					}
					this.#dispatch();
				},
				exit: (exit) => {
					this.#lanes.delete(lane);
					const how = exit.signal ?? `exit code ${exit.code}`;
					const cause = new ReadingFailedError(`the worker ended with ${how}`, {
						cause: exit.lastWords,
					});
					end(lane.task, cause);
					reject(cause);
					this.#replace(exit);
				},
			});
			const lane: Lane = { worker, ready: false };
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

/** Ends a task that no worker is at any more. */
function end(task: Task | undefined, outcome: Outcome | Error): void {
	if (!task) return;
	clearTimeout(task.deadline);
	task.settle(outcome);
}

function toOutcome(report: Exclude<Report, { type: 'ready' }>): Outcome | Error {
	if (report.type === 'failed') return new ReadingFailedError(report.stack);
	if (report.type === 'cancelled') return new AbandonedError('cancelled');
	return report;
}
