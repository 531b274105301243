import { randomBytes } from 'node:crypto';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { n8nEnvironment, type Login } from './environment.mts';
import { Execution } from './execution.mts';
import { placeCommunityPackage } from './package.mts';
import { BackgroundProcess, lastLines, run, type ProcessSettings } from './process.mts';
import { N8nSession } from './session.mts';

export interface N8nOptions {
	/** The project's folder, built. */
	root: string;
	/** The folder of n8n's own package; that in sandbox/ if not given. */
	home?: string;
	port: number;
	/** Folders that workflows may read from and write to; they must exist. */
	folders: string[];
	/** Further variables of n8n. */
	variables?: NodeJS.ProcessEnv;
	/** Ends whatever runs when it is aborted. */
	signal?: AbortSignal;
}

/** A credential or workflow in the form that n8n's import commands read. */
export interface Importable {
	id: string;
	name: string;
	[key: string]: unknown;
}

/** Milliseconds; a machine that is busy with other things takes minutes. */
const startTimeout = 300_000;
const hashRounds = 10;

/** A real n8n of its own, in a temporary folder, with this package installed as a community package. */
export class N8n {
	readonly url: string;
	readonly login: Login;
	/** Where it keeps its database and its files. */
	readonly userFolder: string;
	readonly #program: string;
	readonly #settings: ProcessSettings;
	#editor?: BackgroundProcess;

	private constructor(
		program: string,
		userFolder: string,
		url: string,
		login: Login,
		settings: ProcessSettings,
	) {
		this.#program = program;
		this.userFolder = userFolder;
		this.url = url;
		this.login = login;
		this.#settings = settings;
	}

	/** Makes a fresh user folder, puts the package into it and invents the owner's password. */
	static async prepare({
		root,
		home = path.join(root, 'sandbox', 'node_modules', 'n8n'),
		port,
		folders,
		variables,
		signal,
	}: N8nOptions): Promise<N8n> {
		const { hashSync } = createRequire(path.join(home, 'package.json'))('bcryptjs');
		const userFolder = await mkdtemp(path.join(await realpath(tmpdir()), 'juhe-n8n-'));
		const login = { email: 'demo@example.com', password: randomBytes(9).toString('base64url') };
		const passwordHash = hashSync(login.password, hashRounds);
		const own = await n8nEnvironment({ userFolder, port, folders, login, passwordHash });
		const env = { ...own, ...variables };
		const url = `http://127.0.0.1:${port}`;
		const n8n = new N8n(path.join(home, 'bin', 'n8n'), userFolder, url, login, { env, signal });
		try {
			await placeCommunityPackage(root, userFolder);
			return n8n;
		} catch (error) {
			await n8n.stop();
			throw error;
		}
	}

	async importCredentials(credentials: Importable[]): Promise<void> {
		await this.#importFile('credentials', credentials);
	}

	async importWorkflows(workflows: Importable[]): Promise<void> {
		await this.#importFile('workflow', workflows);
	}

	/**
	 * Executes an imported workflow from the command line, while the editor is not running.
	 * @throws with n8n's words if a node failed that has nowhere to send its errors
	 */
	async execute(workflowId: string): Promise<Execution> {
		return Execution.parse(await this.#command('execute', `--id=${workflowId}`, '--rawOutput'));
	}

	/** Starts the editor and waits until the owner can log in. */
	async start(): Promise<N8nSession> {
		const args = [this.#program, 'start'];
		const editor = new BackgroundProcess('n8n', process.execPath, args, this.#settings);
		this.#editor = editor;
		return await editor.waitUntil(() => N8nSession.tryLogin(this.url, this.login), startTimeout);
	}

	/** Resolves with n8n's last words when the started editor has ended. */
	async ended(): Promise<string> {
		return (await this.#editor?.ended()) ?? '';
	}

	/** What the started editor has printed. */
	get printed(): string {
		return this.#editor?.output ?? '';
	}

	/** Stops the editor, if it runs; it can be started again. */
	async stopEditor(): Promise<void> {
		await this.#editor?.stop();
	}

	/** Ends the started editor as a power cut would; it can be started again. */
	async killEditor(): Promise<void> {
		this.#editor?.killHard();
		await this.ended();
	}

	/** Stops the editor, if it runs, and removes the user folder. */
	async stop(): Promise<void> {
		await this.stopEditor();
		await rm(this.userFolder, { recursive: true, force: true });
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
	}

	async #importFile(kind: 'credentials' | 'workflow', entries: Importable[]): Promise<void> {
		const file = path.join(this.userFolder, `${kind}.json`);
		await writeFile(file, JSON.stringify(entries), { mode: 0o600 });
		const printed = await this.#command(`import:${kind}`, `--input=${file}`);
		await rm(file);
		if (!/^Successfully imported/m.test(printed)) {
			throw new Error(`n8n did not import the ${kind}:\n\n${lastLines(printed)}`);
		}
	}

	async #command(...args: string[]): Promise<string> {
		const name = `n8n ${args[0]}`;
		return await run(name, process.execPath, [this.#program, ...args], this.#settings);
	}
}
