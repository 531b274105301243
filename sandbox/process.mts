import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';

/** What a child process is started with, beside its arguments. */
export interface ProcessSettings {
	cwd?: string;
	/** All of its variables; those of this process if not given. */
	env?: NodeJS.ProcessEnv;
	/** Ends the process when it is aborted. */
	signal?: AbortSignal;
	/** Milliseconds it may take to end after SIGTERM before it is killed. */
	patience?: number;
}

/** For n8n, which first finishes what it executes. */
const usualPatience = 5_000;
const pollEvery = 200;
const linesOfFailure = 20;

/** A program that runs beside this one until it is stopped; what it prints is kept for error messages. */
export class BackgroundProcess {
	output = '';
	readonly #name: string;
	readonly #child: ReturnType<typeof start>;
	readonly #closed: Promise<void>;
	#failure = '';

	/** @param name what the program is called in error messages */
	constructor(name: string, command: string, args: string[], settings: ProcessSettings = {}) {
		this.#name = name;
		this.#child = start(command, args, settings, 'pipe');
		this.#child.all?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
		this.#closed = this.#child.then(({ exitCode, signal, originalMessage }) => {
			const how = signal ?? (exitCode === undefined ? undefined : `exit code ${exitCode}`);
			this.#failure = how ? `it ended with ${how}` : String(originalMessage);
		});
	}

	/**
	 * Waits until the program is ready; one that does not get there is stopped, as nobody else knows of it yet.
	 * @param isReady asked again and again until it answers something other than undefined
	 * @param timeout in milliseconds
	 * @throws with the last lines of the program's output, if it ends before or takes too long
	 */
	async waitUntil<T>(
		isReady: () => Promise<T | undefined> | T | undefined,
		timeout: number,
	): Promise<T> {
		try {
			return await this.#ready(isReady, timeout);
		} catch (error) {
			await this.stop();
			throw error;
		}
	}

	/** Resolves with an explanation when the program has ended; never rejects. */
	async ended(): Promise<string> {
		await this.#closed;
		return this.#explain(this.#failure);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
	}

	/** Asks the program to end, and kills it if it does not. */
	async stop(): Promise<void> {
		this.#child.kill();
		await this.#closed;
	}

	/** Ends the program as a power cut would: it cannot say goodbye to anybody. */
	killHard(): void {
		this.#child.kill('SIGKILL');
	}

	async #ready<T>(
		isReady: () => Promise<T | undefined> | T | undefined,
		timeout: number,
	): Promise<T> {
		const deadline = Date.now() + timeout;
		while (Date.now() < deadline) {
			if (this.#failure) throw new Error(this.#explain(this.#failure));
			const answer = await isReady();
			if (answer !== undefined) return answer;
			await sleep(pollEvery);
		}
		throw new Error(this.#explain(`it was not ready after ${timeout / 1000} seconds`));
	}

	#explain(problem: string): string {
		return `${this.#name} did not run: ${problem}. Its last words:\n\n${lastLines(this.output)}`;
	}
}

/**
 * Runs a program to its end.
 * @returns what it wrote to its standard output
 * @throws with the last lines of its output if its exit code is not 0
 */
export async function run(
	name: string,
	command: string,
	args: string[],
	settings: ProcessSettings = {},
): Promise<string> {
	const child = start(command, args, settings, 'pipe');
	let stdout = '';
	let everything = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.all?.setEncoding('utf8').on('data', (text: string) => (everything += text));
	const { exitCode, signal, originalMessage } = await child;
	settings.signal?.throwIfAborted();
	if (exitCode === 0) return stdout;
	const how = exitCode ?? signal ?? originalMessage;
	throw new Error(`${name} failed (${how}). Its last words:\n\n${lastLines(everything)}`);
}

/**
 * Runs a program to its end, its words going where this program's go.
 * @throws with the given message if its exit code is not 0
 */
export async function runInForeground(
	command: string,
	args: string[],
	settings: ProcessSettings,
	failure: string,
): Promise<void> {
	const { exitCode } = await start(command, args, settings, 'inherit');
	settings.signal?.throwIfAborted();
	if (exitCode !== 0) throw new Error(failure);
}

/** PATH with this very Node first, so that children which start `node` get the same one. */
export function pathWithThisNode(): string {
	return [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
}

/** The end of what a program printed, for an error message. */
export function lastLines(output: string): string {
	return output.trim().split('\n').slice(-linesOfFailure).join('\n') || '(nothing)';
}

/** execa, because it waits until a program has really ended, kills one that does not, and takes it along when this one ends. */
function start(
	command: string,
	args: string[],
	{ signal, cwd, env, patience = usualPatience }: ProcessSettings,
	output: 'pipe' | 'inherit',
) {
	signal?.throwIfAborted();
	return execa(command, args, {
		cwd,
		env,
		extendEnv: env === undefined,
		cancelSignal: signal,
		forceKillAfterDelay: patience,
		stdin: 'ignore',
		stdout: output,
		stderr: output,
		all: true,
		buffer: false,
		reject: false,
	});
}
