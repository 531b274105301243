// node server/bench/pages.mts [--pages 100] [--most 6] [FILE...]
// Sends so many pages to a server with two workers, two at a time, and prints how long that takes in all and how much
// time of cores the workers spent on it. Files are sent in turn; without any, the OFDs of samples/data. Ends with exit code 1
// when a page is not read, or when it takes more seconds than `--most`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { apis, Client } from './load/client.mts';
import { Server } from './load/server.mts';

const { values, positionals } = parseArgs({
	options: {
		pages: { type: 'string', default: '100' },
		most: { type: 'string', default: '6' },
	},
	allowPositionals: true,
});
const pages = Number(values.pages);
const [workers, clients] = [2, 4];
const patience = 60_000;
/** The clock of `/proc/PID/stat` (proc(5)), in ticks a second. */
const ticks = 100;

const samples = path.join(import.meta.dirname, '..', '..', 'samples', 'data');
const files =
	positionals.length > 0
		? positionals
		: readdirSync(samples)
				.filter((name) => name.endsWith('.ofd'))
				.map((name) => path.join(samples, name));
const [invoice] = apis;
const forms = files.map((file) =>
	new URLSearchParams({
		key: 'demo',
		[invoice.parameter]: readFileSync(file).toString('base64'),
	}).toString(),
);

const server = await Server.start(['--workers', String(workers)]);
const client = new Client(server.address, patience);
try {
	let sent = 0;
	const began = performance.now();
	const before = await workerSeconds();
	await Promise.all(
		Array.from({ length: clients }, async () => {
			while (sent < pages) {
				const { code, reason } = await client.post(invoice, forms[sent++ % forms.length]);
				if (code !== 0) throw new Error(`${code} ${reason}`);
			}
		}),
	);
	const seconds = (performance.now() - began) / 1000;
	const ofCores = (await workerSeconds()) - before;
	console.log(
		`${pages} pages of ${files.length} files in ${seconds.toFixed(1)} s with ${workers} workers, ${ofCores.toFixed(1)} s of a core`,
	);
	if (seconds > Number(values.most)) process.exitCode = 1;
} finally {
	await client.close();
	await server.stop();
}

/** Seconds of cores that the workers have spent so far. */
async function workerSeconds(): Promise<number> {
	let sum = 0;
	for (const pid of await server.workers()) {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
		sum += Number(fields[11]) + Number(fields[12]);
	}
	return sum / ticks;
}
