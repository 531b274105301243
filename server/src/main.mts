#!/usr/bin/env node
import { inspect } from 'node:util';
import { FixedKeys } from './access/fixed-keys.mts';
import { buildApp } from './http/app.mts';
import { readOptions, usage, UsageError, type Options } from './options.mts';
import { WorkerPool } from './worker/pool.mts';

const workers = 1;
const queueLength = 32;
/** How long requests in flight may take to finish once the server was told to stop. */
const drainTimeout = 30_000;

try {
	const options = readOptions(process.argv.slice(2), process.env);
	if (options) await serve(options);
	else console.log(usage);
} catch (error) {
	console.error(`juhe-ocr-server: ${explain(error)}`);
	process.exit(1);
}

async function serve({ host, port, keys }: Options): Promise<void> {
	const demo = keys.length === 0;
	const script = new URL('./worker/worker.mts', import.meta.url);
	const pool = await WorkerPool.create({ script, workers, queueLength });
	const app = await buildApp({ access: new FixedKeys(demo ? ['demo'] : keys), pool });

	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(1), drainTimeout).unref();
		await app.close();
		await pool.close();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);

	const address = await app.listen({ host, port });
	if (demo)
		console.log('No keys are configured: the key "demo" is accepted, from this machine only.');
	console.log(`juhe-ocr-server listening on ${address}`);
}

function explain(error: unknown): string {
	if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
	const { code, message } = error as NodeJS.ErrnoException;
	if (code === 'EADDRINUSE')
		return `the port is taken: ${message}. Choose another one with --port.`;
	return inspect(error);
}
