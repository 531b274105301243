// node server/bench/fuzz.mts [--bodies 20000] [--seed 1] [--of all|documents]
// Sends mutated pictures, PDFs, OFDs, XMLs, ZIPs and forms to a server; with `--of documents` only files of data. Ends with exit code 1 when the server dies, an answer
// is not of the contract's form, one takes longer than the deadline, or a worker held more than it may.
import { parseArgs } from 'node:util';
import { apis, Client } from './load/client.mts';
import { documentSeeds, formWith, mutate, pick, seededRandom, seeds } from './load/hostile.mts';
import { MemoryWatch, mega, workerMemory } from './load/memory-watch.mts';
import { Server } from './load/server.mts';

const { values } = parseArgs({
	options: {
		bodies: { type: 'string', default: '20000' },
		seed: { type: 'string', default: '1' },
		of: { type: 'string', default: 'all' },
	},
});
const bodies = Number(values.bodies);
const deadline = 30;
const margin = 1000;
const concurrency = 16;
const progressInterval = 5_000;

const random = seededRandom(Number(values.seed));
const files = [...(values.of === 'documents' ? [] : await seeds()), ...documentSeeds()];
const server = await Server.start(['--deadline', String(deadline)]);
const client = new Client(server.address, deadline * 1000 + margin);
const codes = new Map<number, number>();
let sent = 0;
let slowest = 0;

const progress = setInterval(() => console.log(`${sent} of ${bodies} bodies`), progressInterval);
const memory = new MemoryWatch(server);
try {
	await Promise.all(Array.from({ length: concurrency }, sendBodies));
	if (!server.running) throw new Error('the server died');
	const { largestWorker } = await memory.peak();
	const { text } = await client.get('/metrics');
	console.log(`${sent} bodies, slowest answer ${Math.round(slowest)} ms`);
	console.log(`workers replaced: ${/juhe_ocr_worker_restarts (\d+)/.exec(text)?.[1]}`);
	console.log(`largest worker: ${mega(largestWorker)} MB`);
	for (const [code, count] of [...codes].sort()) console.log(`${code}: ${count}`);
	if (largestWorker > workerMemory) throw new Error('a worker held more than it may');
} finally {
	clearInterval(progress);
	memory.stop();
	await client.close();
	const code = await server.stop();
	if (code !== 0) process.exitCode = 1;
}

async function sendBodies(): Promise<void> {
	while (sent < bodies) {
		sent++;
		const api = pick(random, apis);
		const form = formWith(mutate(pick(random, files), random), api.parameter, 'demo', random);
		const { code, milliseconds } = await client.post(api, form);
		codes.set(code, (codes.get(code) ?? 0) + 1);
		slowest = Math.max(slowest, milliseconds);
	}
}
