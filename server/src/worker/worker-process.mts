import { fork, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import type { Order, Report } from './messages.mts';

/** How a worker ended. */
export interface WorkerExit {
	pid: number | undefined;
	code: number | null;
	signal: NodeJS.Signals | null;
	/** Why it ended, where that is known. */
	reason: string | undefined;
	/** Whether it ended because a picture took too much memory. */
	ranOutOfMemory: boolean;
	/** The end of what it printed: the stack of what it died of. */
	lastWords: string;
}

const lastWordsLength = 2000;

/** Flags of Node: of the heap's 256 MB a reading takes 30, and what it threw away is not kept for long. */
const heapSettings = ['--max-old-space-size=256', '--max-semi-space-size=2'];
/** What V8 prints as it ends a process whose heap is full. */
const heapIsFull = /heap out of memory/;

/**
 * For glibc's malloc: the large blocks of detection go back to the system when they are freed, instead of
 * being kept by each thread (a worker's peak on the samples: 451 MB instead of 612 MB). They come in huge pages
 * (a seventh less CPU for a picture, the same peak), where the system leaves that to the programs.
 */
const allocatorSettings = {
	MALLOC_ARENA_MAX: '2',
	MALLOC_MMAP_THRESHOLD_: String(4 * 2 ** 20),
	MALLOC_TRIM_THRESHOLD_: String(32 * 2 ** 20),
	GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
};

interface Listeners {
	report(report: Report): void;
	exit(exit: WorkerExit): void;
}

/**
 * A worker in a process of its own: a fault in native code, a hang or too much memory ends the worker
 * and not the service. Of the environment it gets what programs need to run, and no secrets of whatever kind.
 */
export class WorkerProcess {
	readonly #child: ChildProcess;
	#reason: string | undefined;

	/** @param given what the script is given as arguments */
	constructor(script: URL, given: readonly string[], { report, exit }: Listeners) {
		this.#child = fork(script, given, {
			serialization: 'advanced',
			execArgv: heapSettings,
			env: { ...environmentOfWorkers(), ...allocatorSettings },
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		});
		// Reading takes all cores; whoever asks the main process for something else must not wait for it.
		if (this.#child.pid) setPriority(this.#child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
		if (this.#child.pid) dieFirst(this.#child.pid);
		let lastWords = '';
		this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			lastWords = (lastWords + text).slice(-lastWordsLength);
		});
		this.#child.on('message', (message) => report(message as Report));
		this.#child.on('error', () => this.kill('it could not be started or told something'));
		this.#child.once('close', (code, signal) => {
			const ranOutOfMemory = heapIsFull.test(lastWords);
			exit({ pid: this.#child.pid, code, signal, reason: this.#reason, ranOutOfMemory, lastWords });
		});
	}

	/** Gives an order; a worker that is gone does not mind, its exit is reported. */
	send(order: Order): void {
		if (this.#child.connected) this.#child.send(order, () => undefined);
	}

	/** Its process id; 0 where it could not be started. */
	get pid(): number {
		return this.#child.pid ?? 0;
	}

	/** Ends it at once. */
	kill(reason: string): void {
		this.#reason ??= reason;
		this.#child.kill('SIGKILL');
	}
}

/** Linux, when the machine's or the container's memory is used up, ends a worker and not the service (proc(5)). */
const dieFirst = (pid: number) =>
	void writeFile(`/proc/${pid}/oom_score_adj`, '500').catch(() => undefined);

/** Where programs, libraries, temporary files and time zones are, what Node and native code go by. */
const neededVariables =
	/^(?:PATH|HOME|TMPDIR|TMP|TEMP|TZ|LANG|LC_\w+|LD_\w+|DYLD_\w+|OMP_\w+|VIPS_\w+|NODE_OPTIONS|NODE_ENV|NODE_V8_COVERAGE|SYSTEMROOT|WINDIR)$/i;

const environmentOfWorkers = () =>
	Object.fromEntries(Object.entries(process.env).filter(([name]) => neededVariables.test(name)));
