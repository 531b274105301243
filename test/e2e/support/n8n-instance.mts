import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { n8nEnvironment, type Login } from '../../../sandbox/environment.mts';
import { Execution } from '../../../sandbox/execution.mts';
import type { Importable } from '../../../sandbox/n8n.mts';
import { freePort } from '../../../sandbox/ports.mts';
import { BackgroundProcess, run } from '../../../sandbox/process.mts';
import { N8nSession } from '../../../sandbox/session.mts';
import { answersOk } from './answers-ok.mts';

export interface InstanceOptions {
	/** The folder whose node_modules hold n8n: `sandbox` or `sandbox/n8n1`. */
	home: string;
	/** Variables beside those of every n8n in the tests. */
	environment?: NodeJS.ProcessEnv;
	/** Folders that workflows may read from and write to; they must exist. */
	folders?: string[];
}

const startTimeout = 120_000;
const login: Login = { email: 'owner@example.com', password: 'Secret-of-the-test-1' };

/** One process's worth of n8n, of either line, in a user folder of its own: as if it had a machine for itself. */
export class N8nInstance {
	readonly url: string;
	readonly userFolder: string;
	readonly #program: string;
	readonly #env: NodeJS.ProcessEnv;
	#process?: BackgroundProcess;

	private constructor(program: string, userFolder: string, env: NodeJS.ProcessEnv) {
		this.#program = program;
		this.userFolder = userFolder;
		this.#env = env;
		this.url = `http://127.0.0.1:${env.N8N_PORT}`;
	}

	/** Makes a fresh user folder; nothing is started yet. */
	static async create({ home, environment, folders = [] }: InstanceOptions): Promise<N8nInstance> {
		const userFolder = await mkdtemp(path.join(await realpath(tmpdir()), 'juhe-n8n-'));
		await mkdir(path.join(userFolder, '.n8n', 'nodes'), { recursive: true });
		const port = await freePort();
		const env = await n8nEnvironment({ userFolder, port, folders, login, passwordHash: '' });
		const program = path.resolve(home, 'node_modules', 'n8n', 'bin', 'n8n');
		return new N8nInstance(program, userFolder, {
			...env,
			// The 1.x line has no owner by variables, so both lines get theirs the way a person makes it.
			N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'false',
			...environment,
		});
	}

	/** Starts the editor and the webhooks; waits until the owner, made at the first start, is logged in. */
	async start(): Promise<N8nSession> {
		return await this.#launch('start').waitUntil(() => this.#enter(), startTimeout);
	}

	/** Starts `n8n worker` and waits until it takes jobs. */
	async work(concurrency: number): Promise<BackgroundProcess> {
		const port = await freePort();
		Object.assign(this.#env, {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
		});
		const worker = this.#launch('worker', `--concurrency=${concurrency}`);
		const ready = () => answersOk(`http://127.0.0.1:${port}/healthz/readiness`);
		return await worker.waitUntil(async () => (await ready()) && worker, startTimeout);
	}

	/** Imports credentials or workflows from the command line. */
	async import(kind: 'credentials' | 'workflow', entries: Importable[]): Promise<void> {
		const file = path.join(this.userFolder, `${kind}.json`);
		await writeFile(file, JSON.stringify(entries), { mode: 0o600 });
		await this.command(`import:${kind}`, `--input=${file}`);
		await rm(file);
	}

	/** Executes an imported workflow from the command line, while n8n is stopped. */
	async execute(workflowId: string): Promise<Execution> {
		const file = path.join(this.userFolder, 'execution.txt');
		// n8n ends at once when it has printed: what is still in a pipe is lost then, in a file nothing is.
		const intoFile = ['-c', `exec "$0" "$@" > ${file}`, process.execPath, this.#program];
		const args = [...intoFile, 'execute', `--id=${workflowId}`, '--rawOutput'];
		await run('n8n execute', 'sh', args, { env: this.#env });
		return Execution.parse(await readFile(file, 'utf8'));
	}

	/** Runs a command of n8n to its end and returns what it printed. */
	async command(...args: string[]): Promise<string> {
		const settings = { env: this.#env };
		return await run(`n8n ${args[0]}`, process.execPath, [this.#program, ...args], settings);
	}

	/** What the started process printed so far. */
	get output(): string {
		return this.#process?.output ?? '';
	}

	async stop(): Promise<void> {
		await this.#process?.stop();
	}

	/** Stops n8n and removes its user folder. */
	async remove(): Promise<void> {
		await this.stop();
		await rm(this.userFolder, { recursive: true, force: true });
	}

	#launch(...args: string[]): BackgroundProcess {
		const settings = { env: this.#env };
		this.#process = new BackgroundProcess(
			`n8n ${args[0]}`,
			process.execPath,
			[this.#program, ...args],
			settings,
		);
		return this.#process;
	}

	async #enter(): Promise<N8nSession | undefined> {
		if (!(await answersOk(`${this.url}/healthz/readiness`))) return undefined;
		await this.#setUpOwner();
		return await N8nSession.tryLogin(this.url, login);
	}

	/** Refused, and rightly so, when the owner is already there. */
	async #setUpOwner(): Promise<void> {
		await fetch(`${this.url}/rest/owner/setup`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ...login, firstName: 'Test', lastName: 'Owner' }),
		});
	}
}
