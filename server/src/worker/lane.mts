import { ModelError } from '../engine/model-error.mts';
import type { LoadedModel } from '../engine/models.mts';
import { AbandonedError, ReadingFailedError } from './errors.mts';
import { Guard } from './guard.mts';
import type { Piece, Report } from './messages.mts';
import { complete, end, refused, type Outcome, type Task } from './task.mts';
import { WorkerProcess, type WorkerExit } from './worker-process.mts';

/**
 * How long a worker may take to leave a picture that it was told to leave, in milliseconds. It leaves between two
 * steps, of which the longest takes 3 seconds of a core: who does not leave is stuck. Until then its start of 1.5
 * seconds is not spent again, so that nobody makes workers be replaced all the time by going away.
 */
const grace = 10_000;

/** What a lane's owner is told. */
interface Listeners {
	/** The models are loaded. */
	ready(models: readonly LoadedModel[]): void;
	/** The worker can take the next picture; this one is not read to its end. */
	paused(task: Task): void;
	/** The worker can take the next picture. */
	free(): void;
	/** The worker is gone, after `failure`. */
	exit(exit: WorkerExit, failure: Error): void;
}

/** A worker with the picture that it is at, watched while it is at it. */
export class Lane {
	readonly #worker: WorkerProcess;
	readonly #guard: Guard;
	readonly #maximumMemory: number;
	readonly #listeners: Listeners;
	#ready = false;
	/** Why its models cannot be used. */
	#unfit: ModelError | undefined;
	/** Let go when nobody waits for it any more: it holds the picture. */
	#task: Task | undefined;
	/** Whose picture the worker is at, until it says that it is free. */
	#caller: string | undefined;
	#began = 0;
	#leaving: NodeJS.Timeout | undefined;

	/**
	 * @param given what the script is given as arguments
	 * @param maximumMemory bytes that the worker may hold while it is at a picture
	 */
	constructor(script: URL, given: readonly string[], maximumMemory: number, listeners: Listeners) {
		this.#maximumMemory = maximumMemory;
		this.#listeners = listeners;
		this.#worker = new WorkerProcess(script, given, {
			report: (report) => this.#report(report),
			exit: (exit) => this.#exit(exit),
		});
		this.#guard = new Guard(this.#worker.pid, maximumMemory, () => this.#exceed());
	}

	/** Whether the worker has loaded its models. */
	get ready(): boolean {
		return this.#ready;
	}

	/** Whether the worker can take a picture. */
	get free(): boolean {
		return this.#ready && this.#caller === undefined;
	}

	/** Whether the worker is at a picture that somebody waits for. */
	get busy(): boolean {
		return this.#task !== undefined;
	}

	/** Whose picture the worker is at. */
	get caller(): string | undefined {
		return this.#caller;
	}

	/** Whether the worker is at this picture, and somebody waits for it. */
	has(task: Task): boolean {
		return this.#task === task;
	}

	/** Milliseconds since the picture was begun. */
	get elapsed(): number {
		return performance.now() - this.#began;
	}

	/** Begins a picture; the lane is free. */
	give(task: Task): void {
		this.#task = task;
		this.#caller = task.caller;
		this.#began = performance.now();
		this.#guard.start();
		this.#worker.send({ type: 'read', id: task.id, ...task.job, rest: task.gathered.rest });
	}

	/** Ends a picture for whoever waits; the worker leaves it, or is replaced when it does not. */
	leave(task: Task, outcome: Outcome | Error, reason: string): void {
		end(task, outcome, reason);
		this.#task = undefined;
		this.#worker.send({ type: 'cancel', id: task.id });
		this.#leaving ??= setTimeout(() => {
			this.#worker.kill('it did not leave a picture that nobody waits for');
		}, grace);
	}

	/** Ends the worker. */
	close(): void {
		this.#worker.kill('the server is stopping');
	}

	#exceed(): void {
		this.#endAsTooLarge();
		this.#worker.kill('it held too much memory at a picture');
	}

	#endAsTooLarge(): void {
		const megabytes = Math.round(this.#maximumMemory / 1e6);
		const message = `the picture takes more than ${megabytes} MB of memory to be read: save it with fewer pixels`;
		if (this.#task) end(this.#task, refused(message), message);
	}

	#report(report: Report): void {
		if (report.type === 'unfit') {
			this.#unfit = new ModelError(report.message);
			return;
		}
		if (report.type === 'ready') {
			this.#ready = true;
			this.#listeners.ready(report.models);
		} else if (report.type === 'piece' && report.isBusy) {
			this.#task?.gathered.add(report.piece);
			return;
		} else {
			const task = this.#letGo();
			if (task && report.type === 'piece') this.#endTurn(task, report.piece);
			else if (task) endWith(task, report as Failure);
		}
		this.#listeners.free();
	}

	#exit(exit: WorkerExit): void {
		const how = exit.signal ?? `exit code ${exit.code}`;
		const failure =
			this.#unfit ??
			new ReadingFailedError(`the worker ended with ${how}`, { cause: exit.lastWords });
		if (exit.ranOutOfMemory) this.#endAsTooLarge();
		const task = this.#letGo();
		if (task) end(task, failure, unprocessed);
		this.#listeners.exit(exit, failure);
	}

	#endTurn(task: Task, last: Piece): void {
		task.gathered.add(last);
		if (last.rest) this.#listeners.paused(task);
		else complete(task);
	}

	/** The worker is not at a picture any more; returns it where somebody waits for it. */
	#letGo(): Task | undefined {
		this.#guard.stop();
		clearTimeout(this.#leaving);
		this.#leaving = undefined;
		const task = this.#task;
		this.#task = undefined;
		this.#caller = undefined;
		return task;
	}
}

/** What a worker says of a picture that it does not read on. */
type Failure = Exclude<Report, { type: 'ready' | 'unfit' | 'piece' }>;

const unprocessed = 'they could not be processed';

function endWith(task: Task, report: Failure): void {
	if (report.type === 'drawn') end(task, report, unprocessed);
	else if (report.type === 'refused') end(task, refused(report.message), report.message);
	else if (report.type === 'failed') end(task, new ReadingFailedError(report.stack), unprocessed);
	else end(task, new AbandonedError('cancelled'), unprocessed);
}
