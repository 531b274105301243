import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Order, Report } from './messages.mts';

/** How a worker ended. */
export interface WorkerExit {
	pid: number | undefined;
	code: number | null;
	signal: NodeJS.Signals | null;
	/** The end of what it printed: the stack of what it died of. */
	lastWords: string;
}

const lastWordsLength = 2000;

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
 * and not the service. Its environment holds no keys.
 */
export class WorkerProcess {
	readonly #child: ChildProcess;

	constructor(script: URL, { report, exit }: Listeners) {
		this.#child = fork(script, {
			serialization: 'advanced',
			execArgv: ['--max-semi-space-size=2'],
			env: { ...environmentWithoutSecrets(), ...allocatorSettings },
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		});
		// Reading takes all cores; whoever asks the main process for something else must not wait for it.
		if (this.#child.pid) setPriority(this.#child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
		let lastWords = '';
		this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			lastWords = (lastWords + text).slice(-lastWordsLength);
		});
		this.#child.on('message', (message) => report(message as Report));
		this.#child.on('error', () => this.kill());
		this.#child.once('close', (code, signal) =>
			exit({ pid: this.#child.pid, code, signal, lastWords }),
		);
	}

	/** Gives an order; a worker that is gone does not mind, its exit is reported. */
	send(order: Order): void {
		if (this.#child.connected) this.#child.send(order, () => undefined);
	}

	kill(): void {
		this.#child.kill('SIGKILL');
	}
}

const environmentWithoutSecrets = () =>
	Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('JUHE_OCR_')));
