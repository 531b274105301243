import path from 'node:path';
import { pino, type Logger } from 'pino';
import { apiNames } from './access/access.mts';
import { Gate } from './access/gate.mts';
import { KeyAccess } from './access/key-access.mts';
import type { KeySource } from './access/key-source.mts';
import { KeyStore } from './access/key-store.mts';
import { ThreadedStore } from './access/threaded-store.mts';
import { openStore, warningOf } from './cli/store.mts';
import type { LoadedModel } from './engine/models.mts';
import type { Options } from './options.mts';
import { WorkerPool } from './worker/pool.mts';

/** How long requests in flight may take, beyond their deadline, once the server was told to stop. */
const drainGrace = 4_000;
const drainInterval = 50;

/** Starts the server; resolves when it listens. Throws UsageError and what listening throws. */
export async function serve(options: Options): Promise<void> {
	const log = pino(
		{ level: options.logLevel, base: null },
		pino.destination({ fd: 2, sync: false }),
	);
	const stores = openStores(options, log);
	const noteModels = modelLog(log);
	const gate = new Gate(options, new KeyAccess(stores));
	// Half of the modules are loaded while the workers load their models.
	const [pool, { buildApp }, { Metrics }] = await Promise.all([
		WorkerPool.create({
			script: workerScript(),
			given: options.models === undefined ? [] : [path.resolve(options.models)],
			workers: options.workers,
			queueLength: options.queue,
			deadline: options.deadline,
			maximumMemory: options.maximumMemory,
			onReady: noteModels,
			onExit: (exit) => log.error(exit, 'a worker ended and is being replaced'),
		}),
		import('./http/app.mts'),
		import('./http/metrics.mts'),
	]);
	const app = await buildApp({
		gate,
		pool,
		metrics: new Metrics(pool),
		log,
		maximumPicture: options.maximumPicture,
		trustedProxies: options.trustedProxies,
	});

	const stop = async () => {
		if (gate.draining) return;
		gate.draining = true;
		setTimeout(() => process.exit(1), options.deadline + drainGrace).unref();
		log.info('stopping');
		while (pool.busy > 0 || pool.waiting > 0) await sleep(drainInterval);
		await app.close();
		pool.close();
		for (const store of stores) store.close();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);

	const address = await app.listen(options).catch((error: unknown) => {
		pool.close();
		throw error;
	});
	if (options.keys.length === 0 && !options.store) {
		console.log('No keys are configured: the key "demo" is accepted, from this machine only.');
	}
	console.log(`juhe-ocr-server listening on ${address}`);
}

/** Says in the log which models read, once, and again when a worker that was replaced has found others. */
function modelLog(log: Logger): (models: readonly LoadedModel[]) => void {
	let known = '';
	return (models) => {
		const text = JSON.stringify(models);
		if (text !== known) log.info({ models }, 'models loaded');
		known = text;
	};
}

/** The key store of the options, and a store in memory for keys without rules. */
function openStores({ store, keys }: Options, log: Logger): KeySource[] {
	const plainKeys = keys.length === 0 && !store ? ['demo'] : keys;
	const memory = new KeyStore(':memory:');
	[...new Set(plainKeys)].forEach((key, i) => addPlainKey(memory, key, i));
	return store ? [openThreadedStore(store, log), memory] : [memory];
}

function openThreadedStore(file: string, log: Logger): KeySource {
	// Makes the file where it is missing, and fails here where it cannot be used.
	openStore(file).close();
	const warning = warningOf(file);
	if (warning) log.warn(warning);
	return new ThreadedStore(path.resolve(file), (error) => {
		if (error) log.error({ store: file, cause: error.message }, 'the key store cannot be used');
		else log.info({ store: file }, 'the key store can be used again');
	});
}

function addPlainKey(store: KeyStore, key: string, index: number): void {
	store.add(key, { name: `plain-${index + 1}`, apis: apiNames, addresses: [], trial: false });
}

/** The worker beside this module: .mts in the repository, .mjs in the published package. */
const workerScript = () =>
	new URL(`./worker/worker${path.extname(import.meta.filename)}`, import.meta.url);

const sleep = (milliseconds: number) =>
	new Promise<void>((resolve) => {
		setTimeout(resolve, milliseconds);
	});
