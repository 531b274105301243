import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { N8n } from '../../../sandbox/n8n.mts';
import { freePort } from '../../../sandbox/ports.mts';
import { startOcrServer, type OcrServer } from '../../../sandbox/server.mts';
import { importShipped } from '../../../sandbox/shipped.mts';

const root = process.cwd();
/** Seconds that the nodes wait for an answer: a test does not depend on the machine's pace. */
const patience = 600;

/** A server, an n8n with the packed package, the credential and the workflows, and folders to read from and write to. */
export class Installation {
	readonly server: OcrServer;
	readonly n8n: N8n;
	readonly pictures: string;
	readonly output: string;
	readonly #folder: string;

	private constructor(server: OcrServer, n8n: N8n, folder: string) {
		this.server = server;
		this.n8n = n8n;
		this.#folder = folder;
		this.pictures = path.join(folder, 'pictures');
		this.output = path.join(folder, 'output');
	}

	/**
	 * @param variables of n8n, beside those that it has anyway
	 * @throws with the words of what did not start; nothing runs on then
	 */
	static async create(variables?: NodeJS.ProcessEnv): Promise<Installation> {
		const folder = await mkdtemp(path.join(tmpdir(), 'juhe-e2e-'));
		for (const name of ['pictures/invoices', 'pictures/receipts', 'output']) {
			await mkdir(path.join(folder, name), { recursive: true });
		}
		const n8n = await N8n.prepare({
			root,
			port: await freePort(),
			folders: [folder],
			variables,
		});
		const server = await startOcrServer(root, await freePort());
		const installation = new Installation(server, n8n, folder);
		const { pictures: picturesFolder, output: outputFolder } = installation;
		try {
			await importShipped(n8n, root, server, { picturesFolder, outputFolder }, patience);
			return installation;
		} catch (error) {
			await installation.stop();
			throw error;
		}
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		await this.server.process.stop();
		await rm(this.#folder, { recursive: true });
	}
}
