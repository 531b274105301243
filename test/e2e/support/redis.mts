import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../sandbox/ports.mts';
import { BackgroundProcess } from '../../../sandbox/process.mts';

const program = '/usr/bin/redis-server';
const startTimeout = 10_000;

/** A Redis of its own on 127.0.0.1, which forgets everything when it is stopped. */
export class Redis {
	readonly port: number;
	readonly #folder: string;
	readonly #process: BackgroundProcess;

	private constructor(port: number, folder: string, process: BackgroundProcess) {
		this.port = port;
		this.#folder = folder;
		this.#process = process;
	}

	/** @throws if redis-server is not installed, or with its last words if it does not start */
	static async start(): Promise<Redis> {
		if (!existsSync(program)) throw new Error('Redis is missing: apt-get install redis-server');
		const folder = await mkdtemp(path.join(tmpdir(), 'juhe-redis-'));
		const port = await freePort();
		const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
		const process = new BackgroundProcess(
			'Redis',
			program,
			Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
		);
		await process.waitUntil(
			() => process.output.includes('Ready to accept connections') || undefined,
			startTimeout,
		);
		return new Redis(port, folder, process);
	}

	async stop(): Promise<void> {
		await this.#process.stop();
		await rm(this.#folder, { recursive: true });
	}
}
