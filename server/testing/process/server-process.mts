import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';

const root = join(__dirname, '..', '..', '..');
const ready = /listening on (http:\/\/\S+)/;

/** Each API, and the parameter that holds its file. */
const apis = {
	invoice: { path: '/invoice_general_ocr/query', parameter: 'image_base64' },
	receipt: { path: '/shoppingReceipt/query', parameter: 'image' },
};

export interface Answer {
	status: number;
	body: { resultcode?: string; reason: string; error_code: number; result: unknown };
	text: string;
}

/** A real server in a process of its own. */
export class ServerProcess {
	readonly url: string;
	readonly client: Pool;
	/** From the start of the process to its ready line, in milliseconds. */
	readonly startUp: number;
	readonly #child: ChildProcess;
	readonly #output: string[];

	private constructor(child: ChildProcess, url: string, startUp: number, output: string[]) {
		this.#child = child;
		this.url = url;
		this.startUp = startUp;
		this.#output = output;
		this.client = new Pool(url, { connections: 64 });
	}

	/** Everything that the server printed so far. */
	get output(): string {
		return this.#output.join('');
	}

	/** Whether the server prints something so often within 10 seconds: its log is written after its answers. */
	async prints(text: string, times = 1): Promise<boolean> {
		const enough = () => this.output.split(text).length > times;
		for (let i = 0; i < 200 && !enough(); i++) {
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		return enough();
	}

	static async start(
		environment: NodeJS.ProcessEnv = {},
		args: string[] = [],
		main?: string,
	): Promise<ServerProcess> {
		const started = performance.now();
		const { child, output } = launch(['--port', '0', ...args], environment, main);
		const url = await new Promise<string>((resolve, reject) => {
			child.stdout?.on('data', () => {
				const address = ready.exec(output.join(''))?.[1];
				if (address) resolve(address);
			});
			child.once('exit', () => reject(new Error(`the server ended: ${output.join('')}`)));
		});
		return new ServerProcess(child, url, performance.now() - started, output);
	}

	async post(path: string, form: Record<string, string> | string): Promise<Answer> {
		const { statusCode, body } = await this.client.request({
			method: 'POST',
			path,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
		});
		const text = await body.text();
		return { status: statusCode, text, body: JSON.parse(text) };
	}

	/** Sends a file to an API, under the key that a server without keys accepts. */
	async postFile(
		api: keyof typeof apis,
		file: Buffer,
		more: Record<string, string> = {},
	): Promise<Answer> {
		const { path, parameter } = apis[api];
		return await this.post(path, { key: 'demo', [parameter]: file.toString('base64'), ...more });
	}

	/** Asks the server to stop; resolves to its exit code when all that it printed is there. */
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
		if (this.#child.exitCode !== null) return this.#child.exitCode;
		const exited = new Promise<number | null>((resolve) => this.#child.once('close', resolve));
		this.#child.kill(signal);
		await this.client.close();
		return await exited;
	}

	/** Ends the server without warning; resolves when it is gone. */
	async kill(): Promise<void> {
		const exited = new Promise((resolve) => this.#child.once('exit', resolve));
		this.#child.kill('SIGKILL');
		await exited;
		await this.client.destroy();
	}

	/** Resident memory of the server and its workers in bytes. */
	get memory(): number {
		return [this.pid, ...this.workers].reduce((sum, pid) => sum + residentMemory(pid), 0);
	}

	get pid(): number {
		return Number(this.#child.pid);
	}

	/** The process ids of the workers. */
	get workers(): number[] {
		const file = `/proc/${this.pid}/task/${this.pid}/children`;
		return readFileSync(file, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
	}
}

function residentMemory(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

const sources = join(root, 'server', 'src', 'main.mts');

/**
 * Starts the server; collects what it prints.
 * @param main the file to start, be it built or not
 */
export function launch(args: string[], environment: NodeJS.ProcessEnv = {}, main = sources) {
	const output: string[] = [];
	const child = spawn(process.execPath, [main, ...args], {
		env: { ...withoutSettings(process.env), ...environment },
	});
	child.stdout.on('data', (chunk) => output.push(String(chunk)));
	child.stderr.on('data', (chunk) => output.push(String(chunk)));
	return { child, output };
}

const withoutSettings = (environment: NodeJS.ProcessEnv) =>
	Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('JUHE_OCR_')));

/** Runs `main.mts` to its end. */
export async function runToEnd(args: string[], environment: NodeJS.ProcessEnv = {}) {
	const { child, output } = launch(args, environment);
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	return { code, output: output.join('') };
}

/** A file of `samples/`. */
export const sample = (path: string): Buffer => readFileSync(join(root, 'samples', path));
