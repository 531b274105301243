import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const main = path.join(import.meta.dirname, '..', '..', 'src', 'main.mts');
const script = pathToFileURL(path.join(import.meta.dirname, 'held-memory.mts')).href;

/** Flags of Node for a server that can be asked what it holds. */
export const heldMemory: readonly string[] = ['--import', script];

/** A server in a process of its own, its processes and their memory. */
export class Server {
	readonly address: string;
	/** Milliseconds from the start of the process to its ready line. */
	readonly startUp: number;
	readonly #child: ChildProcessByStdio<null, Readable, null>;

	private constructor(
		child: ChildProcessByStdio<null, Readable, null>,
		address: string,
		startUp: number,
	) {
		this.#child = child;
		this.address = address;
		this.startUp = startUp;
	}

	/**
	 * Starts the server on a free port; only its errors are logged.
	 * @param options of the server
	 * @param flags of Node
	 */
	static async start(
		options: readonly string[] = [],
		flags: readonly string[] = [],
	): Promise<Server> {
		const started = performance.now();
		const child = spawn(
			process.execPath,
			[...flags, main, '--port', '0', '--log-level', 'silent', ...options],
			{ stdio: ['ignore', 'pipe', 'inherit'] },
		);
		const address = await new Promise<string>((resolve, reject) => {
			let output = '';
			child.stdout.on('data', (chunk) => {
				output += chunk;
				const url = /listening on (\S+)/.exec(output)?.[1];
				if (url) resolve(url);
			});
			child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
		});
		return new Server(child, address, performance.now() - started);
	}

	get running(): boolean {
		return this.#child.exitCode === null && this.#child.signalCode === null;
	}

	/** The process ids of the workers. */
	async workers(): Promise<number[]> {
		const { pid } = this.#child;
		const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
		return children.trim().split(/\s+/).filter(Boolean).map(Number);
	}

	/** A line of memory of the server, of its workers together and of the largest of them, in bytes. */
	async memory(line: 'VmRSS' | 'VmHWM') {
		const workers = await Promise.all(
			(await this.workers()).map((pid) => memoryOf(pid, line).catch(() => 0)),
		);
		return {
			server: await memoryOf(Number(this.#child.pid), line),
			workers: workers.reduce((sum, bytes) => sum + bytes, 0),
			largestWorker: Math.max(0, ...workers),
		};
	}

	/**
	 * What the server's process, without its workers, holds once its garbage is collected, in bytes; it was
	 * started with `heldMemory`.
	 */
	async held(): Promise<number> {
		const printed = new Promise<number>((resolve, reject) => {
			const read = (chunk: Buffer) => {
				const held = /held (\d+)/.exec(String(chunk))?.[1];
				if (held === undefined) return;
				this.#child.stdout.off('data', read);
				resolve(Number(held));
			};
			this.#child.stdout.on('data', read);
			this.#child.once('exit', () => reject(new Error('the server ended')));
		});
		this.#child.kill('SIGUSR2');
		return printed;
	}

	/** Tells the server to stop; the exit code, once it is gone. */
	async stop(): Promise<number | null> {
		if (!this.running) return this.#child.exitCode;
		this.#child.kill('SIGTERM');
		const [code] = (await once(this.#child, 'exit')) as [number | null];
		return code;
	}
}

async function memoryOf(pid: number, line: string): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024;
}
