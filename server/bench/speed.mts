// node server/bench/speed.mts [--rounds 3] [--pictures 8] [PICTURE...]
// Starts the server and prints how long it takes to start and to answer each picture, how fast it
// answers health checks meanwhile, and the memory it needed. Pictures in a folder named `invoices`
// go to the invoice API, the others to the receipt API; without any, those of samples/ are taken.
import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';

const { values, positionals } = parseArgs({
	options: {
		rounds: { type: 'string', default: '3' },
		pictures: { type: 'string', default: '8' },
	},
	allowPositionals: true,
});
const rounds = Number(values.rounds);
const root = path.join(import.meta.dirname, '..', '..');
const healthInterval = 25;

const started = performance.now();
const child = spawn(process.execPath, [path.join(root, 'server/src/main.mts'), '--port', '0'], {
	stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await listening();
console.log(`start-up ${Math.round(performance.now() - started)} ms`);
const client = new Pool(address, { connections: 4 });

try {
	const files = positionals.length > 0 ? positionals : await sampleFiles(Number(values.pictures));
	await measure(files);
} finally {
	child.kill('SIGTERM');
	await client.close();
}

async function measure(files: string[]): Promise<void> {
	const health = watchHealth();
	const all = { invoice: [] as number[], receipt: [] as number[] };
	for (const file of files) {
		const kind = path.dirname(file).endsWith('invoices') ? 'invoice' : 'receipt';
		const form = await formOf(file, kind);
		await ask(kind, form);
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) times.push(await ask(kind, form));
		all[kind].push(...times);
		console.log(`${summary(times)}  ${path.relative(root, file)}`);
	}
	for (const [kind, times] of Object.entries(all)) {
		if (times.length > 0) console.log(`${summary(times)}  every ${kind}`);
	}
	const latencies = await health.stop();
	console.log(
		`health checks: p99 ${quantile(latencies, 0.99).toFixed(1)} ms of ${latencies.length}`,
	);
	console.log(`peak memory ${Math.round((await peakMemory()) / 2 ** 20)} MB`);
}

function listening(): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = '';
		child.stdout.on('data', (chunk) => {
			output += chunk;
			const url = /listening on (\S+)/.exec(output)?.[1];
			if (url) resolve(url);
		});
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
}

/** The first samples of both kinds, clean and photographed. */
async function sampleFiles(count: number): Promise<string[]> {
	const folders = ['receipts', 'invoices'].map(async (kind) => {
		const folder = path.join(root, 'samples', kind);
		const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
		return names.slice(0, count).map((name) => path.join(folder, name));
	});
	return (await Promise.all(folders)).flat();
}

async function formOf(file: string, kind: 'invoice' | 'receipt'): Promise<string> {
	const image = (await readFile(file)).toString('base64');
	const parameter = kind === 'invoice' ? 'image_base64' : 'image';
	return new URLSearchParams({ key: 'demo', [parameter]: image }).toString();
}

/** Posts a form; the time to the complete answer in milliseconds. */
async function ask(kind: 'invoice' | 'receipt', form: string): Promise<number> {
	const from = performance.now();
	const { body } = await client.request({
		method: 'POST',
		path: kind === 'invoice' ? '/invoice_general_ocr/query' : '/shoppingReceipt/query',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: form,
	});
	const answer = (await body.json()) as { error_code: number; reason: string };
	if (answer.error_code !== 0) throw new Error(`${answer.error_code} ${answer.reason}`);
	return performance.now() - from;
}

function watchHealth() {
	const latencies: number[] = [];
	let running = true;
	const loop = (async () => {
		while (running) {
			const from = performance.now();
			const { body } = await client.request({ method: 'GET', path: '/healthz' });
			await body.dump();
			latencies.push(performance.now() - from);
			await new Promise((resolve) => setTimeout(resolve, healthInterval));
		}
	})();
	return {
		async stop() {
			running = false;
			await loop;
			return latencies;
		},
	};
}

/** The most memory that the server and its workers ever held, each at its own peak, in bytes. */
async function peakMemory(): Promise<number> {
	const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
	const pids = [child.pid, ...children.trim().split(' ')];
	const peaks = pids.map(async (pid) => {
		const status = await readFile(`/proc/${pid}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024;
	});
	return (await Promise.all(peaks)).reduce((sum, peak) => sum + peak, 0);
}

function quantile(numbers: readonly number[], share: number): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function summary(times: readonly number[]): string {
	const column = (share: number) => String(Math.round(quantile(times, share))).padStart(5);
	return `median ${column(0.5)} ms  p95 ${column(0.95)} ms`;
}
