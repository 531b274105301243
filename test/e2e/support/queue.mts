import { randomBytes } from 'node:crypto';
import { freePort } from '../../../sandbox/ports.mts';
import type { BackgroundProcess } from '../../../sandbox/process.mts';
import { startOcrServer, type OcrServer } from '../../../sandbox/server.mts';
import type { N8nSession } from '../../../sandbox/session.mts';
import { selfHostedCredential } from '../../../sandbox/shipped.mts';
import { N8nInstance } from './n8n-instance.mts';
import { Nginx } from './nginx.mts';
import { NpmRegistry } from './npm-registry.mts';
import { Postgres } from './postgres.mts';
import * as pictures from './queue-workflow.mts';
import { Redis } from './redis.mts';
import { RunningN8n } from './running-n8n.mts';

/** What stands on several machines in life: n8n in queue mode, and two OCR servers behind nginx. */
export interface Queue {
	/** The address of the workflow's webhook. */
	webhook: string;
	postgres: Postgres;
	nginx: Nginx;
	servers: OcrServer[];
	/** Starts a worker, as if on a machine of its own, and waits until it takes jobs. */
	addWorker(): Promise<BackgroundProcess>;
	/** n8n's executions so far, by status. */
	executions(): Promise<Record<string, number>>;
	/** The number of files that n8n keeps in its database. */
	binaryFiles(): Promise<number>;
	stop(): Promise<void>;
}

const root = process.cwd();
const database = 'n8n';
const packageName = 'n8n-nodes-juhe';
/** Executions that one worker has under way at the same time. */
const concurrency = 5;

/**
 * Starts Redis, PostgreSQL, two OCR servers, nginx and n8n's main process with the package installed from its panel and
 * the workflow published. Nothing about n8n's settings is said beyond what its documentation asks for queue mode.
 * @throws with the words of what did not start; everything else is stopped then
 */
export async function startQueue(): Promise<Queue> {
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const end of stops.reverse()) await end();
	};
	const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
		stops.push(() => part.stop());
		return part;
	};
	try {
		const registry = keep(await NpmRegistry.start(root));
		const postgres = keep(await Postgres.start());
		const redis = keep(await Redis.start());
		const servers = [await startOcrServer(root, await freePort())];
		servers.push(await startOcrServer(root, await freePort()));
		for (const server of servers) stops.push(() => server.process.stop());
		const nginx = keep(await Nginx.start(servers.map(({ url }) => url)));
		await postgres.createDatabase(database);
		await pictures.createOutcomes(postgres);

		const environment = { ...registry.environment, ...queueMode(redis, postgres) };
		const instance = async () => {
			const n8n = await N8nInstance.create({ home: 'sandbox', environment });
			stops.push(() => n8n.remove());
			return n8n;
		};
		const main = await instance();
		const session = await main.start();
		await session.call('POST', '/community-packages', { name: packageName });
		await publishWorkflow(session, nginx, postgres);
		return {
			webhook: `${main.url}/webhook/${pictures.webhookPath}`,
			postgres,
			nginx,
			servers,
			addWorker: async () => await (await instance()).work(concurrency),
			executions: async () => await countExecutions(postgres),
			binaryFiles: async () => {
				const [count] = await postgres.query(database, 'select count(*) from binary_data');
				return Number(count);
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

function queueMode(redis: Redis, postgres: Postgres): NodeJS.ProcessEnv {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: database,
		DB_POSTGRESDB_USER: postgres.user,
		// A worker that starts on a new machine fetches the package that was installed from the panel.
		N8N_REINSTALL_MISSING_PACKAGES: 'true',
	};
}

async function publishWorkflow(
	session: N8nSession,
	nginx: Nginx,
	postgres: Postgres,
): Promise<void> {
	const create = async (route: string, body: object) =>
		(await session.call<{ id: string }>('POST', route, body)).id;
	const { id: _, ...juheApi } = selfHostedCredential(nginx.url, 'demo');
	const ocr = await create('/credentials', juheApi);
	const bookkeeping = await create('/credentials', pictures.bookkeepingCredential(postgres));
	const workflow = await create('/workflows', pictures.pictureWorkflow(ocr, bookkeeping));
	await new RunningN8n(session).publish(workflow);
}

async function countExecutions(postgres: Postgres): Promise<Record<string, number>> {
	const sql = 'select status, count(*) from execution_entity group by status order by status';
	const lines = (await postgres.query(database, sql)).map((line) => line.split('|'));
	return Object.fromEntries(lines.map(([status, count]) => [status, Number(count)]));
}
