import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a child process is started with, beside its arguments. */
export interface ProcessSettings {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Ends the process when it is aborted. */
	signal?: AbortSignal;
}

/** Milliseconds a process may take to end after SIGTERM before it is killed. */
const patience = 5_000;
const pollEvery = 200;
const linesOfFailure = 20;

/** A program that runs beside this one until it is stopped; what it prints is kept for error messages. */
export class BackgroundProcess {
	output = '';
	private readonly name: string;
	private readonly child: ChildProcess;
	private readonly closed: Promise<void>;
	private failure = '';

	/** @param name what the program is called in error messages */
	constructor(name: string, command: string, args: string[], settings: ProcessSettings = {}) {
		this.name = name;
		this.child = start(command, args, settings, 'pipe');
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.on('data', (text) => (this.output += text));
		}
		this.child.once('error', (error) => (this.failure = error.message));
		this.closed = new Promise((resolve) => {
			this.child.once('close', (code, signal) => {
				this.failure ||= `it ended with ${signal ?? `exit code ${code}`}`;
				resolve();
			});
		});
	}

	/**
	 * Waits until the program is ready.
	 * @param isReady asked again and again until it answers something other than undefined
	 * @param timeout in milliseconds
	 * @throws with the last lines of the program's output, if it ends before or takes too long
	 */
	async waitUntil<T>(
		isReady: () => Promise<T | undefined> | T | undefined,
		timeout: number,
	): Promise<T> {
		const deadline = Date.now() + timeout;
		while (Date.now() < deadline) {
			if (this.failure) throw new Error(this.explain(this.failure));
			const answer = await isReady();
			if (answer !== undefined) return answer;
			await sleep(pollEvery);
		}
		throw new Error(this.explain(`it was not ready after ${timeout / 1000} seconds`));
	}

	/** Resolves with an explanation when the program has ended; never rejects. */
	async ended(): Promise<string> {
		await this.closed;
		return this.explain(this.failure);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
	}

	/** Asks the program to end, and kills it if it does not. */
	async stop(): Promise<void> {
		terminate(this.child);
		await this.closed;
	}

	private explain(problem: string): string {
		return `${this.name} did not run: ${problem}. Its last words:\n\n${lastLines(this.output)}`;
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
	const stdout: Buffer[] = [];
	const everything: Buffer[] = [];
	child.stdout?.on('data', (chunk) => stdout.push(chunk));
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk) => everything.push(chunk));
	}
	const code = await exitOf(child, settings.signal);
	if (code !== 0) {
		const words = lastLines(Buffer.concat(everything).toString());
		throw new Error(`${name} failed (${code}). Its last words:\n\n${words}`);
	}
	return Buffer.concat(stdout).toString();
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
	const code = await exitOf(start(command, args, settings, 'inherit'), settings.signal);
	if (code !== 0) throw new Error(failure);
}

/** PATH with this very Node first, so that children which start `node` get the same one. */
export function pathWithThisNode(): string {
	return [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
}

/** The end of what a program printed, for an error message. */
export function lastLines(output: string): string {
	return output.trim().split('\n').slice(-linesOfFailure).join('\n') || '(nothing)';
}

function start(
	command: string,
	args: string[],
	{ signal, ...settings }: ProcessSettings,
	output: 'pipe' | 'inherit',
): ChildProcess {
	signal?.throwIfAborted();
	const child = spawn(command, args, { ...settings, stdio: ['ignore', output, output] });
	const stop = () => terminate(child);
	signal?.addEventListener('abort', stop);
	child.once('close', () => signal?.removeEventListener('abort', stop));
	return child;
}

/** Asks a program to end, and kills it if it does not: n8n, for one, first finishes what it executes. */
function terminate(child: ChildProcess): void {
	if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	const kill = setTimeout(() => child.kill('SIGKILL'), patience);
	child.once('close', () => clearTimeout(kill));
}

/** Waits until a program has really ended, even if it was aborted, so that nothing writes behind our back. */
function exitOf(
	child: ChildProcess,
	signal?: AbortSignal,
): Promise<number | NodeJS.Signals | null> {
	return new Promise((resolve, reject) => {
		let failure: Error | undefined;
		child.once('error', (error) => (failure = error));
		child.once('close', (code, killedBy) => {
			if (failure || signal?.aborted) reject(failure ?? signal?.reason);
			else resolve(code ?? killedBy);
		});
	});
}
