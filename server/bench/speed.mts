// node server/bench/speed.mts [--rounds 3] [--pictures 8] [--load 60] [PICTURE...]
// Starts the server and prints how long it takes to start, to answer each picture alone, how many it reads a
// second when several clients ask at once, how fast it answers health checks meanwhile, and the memory it
// needed; then, in its own process, where the time of a picture goes. Pictures in a folder named `invoices` go to the invoice API, the others to the receipt API; without
// any, those of samples/ are taken.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { apis, Client } from './load/client.mts';
import { HealthWatch } from './load/health-watch.mts';
import { ask, askTogether, questionOf, sampleFiles, type Question } from './load/questions.mts';
import { Server } from './load/server.mts';
import { quantile } from './load/statistics.mts';
import { OcrEngine } from '../src/engine/engine.mts';
import { Stopwatch } from '../src/engine/stopwatch.mts';
import { readDocument } from '../src/worker/reading.mts';

const { values, positionals } = parseArgs({
	options: {
		rounds: { type: 'string', default: '3' },
		pictures: { type: 'string', default: '8' },
		load: { type: 'string', default: '60' },
	},
	allowPositionals: true,
});
const root = path.join(import.meta.dirname, '..', '..');
const clients = 4;
const patience = 60_000;

const server = await Server.start();
console.log(`start-up ${Math.round(server.startUp)} ms`);
const client = new Client(server.address, patience);
const files =
	positionals.length > 0
		? positionals
		: (['receipts', 'invoices'] as const).flatMap((kind) =>
				sampleFiles(kind, Number(values.pictures)),
			);
const questions = files.map(questionOf);
try {
	await measureAlone(questions, Number(values.rounds));
	await measureLoad(questions, Number(values.load));
	const { server: main, workers } = await server.memory('VmHWM');
	console.log(
		`peak memory ${mega(main + workers)} MB: ${mega(main)} of the server, ${mega(workers)} of its ${(await server.workers()).length} workers`,
	);
} finally {
	await client.close();
	await server.stop();
}
await measureStages(questions, Number(values.rounds));

/** One picture at a time. */
async function measureAlone(questions: readonly Question[], rounds: number): Promise<void> {
	const all = new Map<string, number[]>();
	for (const question of questions) {
		await ask(client, question);
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) times.push(await ask(client, question));
		console.log(`${summary(times)}  ${path.relative(root, question.file)}`);
		const kind = kindOf(question.api);
		all.set(kind, [...(all.get(kind) ?? []), ...times]);
	}
	for (const [kind, times] of all) console.log(`${summary(times)}  every ${kind}`);
}

/** Several clients at once, and health checks beside them. */
async function measureLoad(questions: readonly Question[], count: number): Promise<void> {
	const health = new HealthWatch(server.address);
	const { perSecond } = await askTogether(client, questions, clients, count);
	const { latencies } = await health.stop();
	console.log(`${clients} clients: ${perSecond.toFixed(2)} pictures a second`);
	console.log(
		`health checks meanwhile: p99 ${quantile(latencies, 0.99).toFixed(1)} ms of ${latencies.length}`,
	);
}

/** What each stage of a picture takes, one picture at a time. */
async function measureStages(questions: readonly Question[], rounds: number): Promise<void> {
	const engine = await OcrEngine.create();
	for (const api of apis) {
		const own = questions.filter((question) => question.api === api);
		const all = new Map<string, number[]>();
		for (let round = 0; round <= rounds; round++) {
			for (const { file } of own) {
				const watch = new Stopwatch();
				const page = await engine.read(await readFile(file), undefined, watch);
				await watch.time('extract', () => readDocument(kindOf(api), page));
				if (round === 0) continue;
				for (const [stage, time] of watch.milliseconds) {
					all.set(stage, [...(all.get(stage) ?? []), time]);
				}
			}
		}
		for (const [stage, times] of all) console.log(`${summary(times)}  ${kindOf(api)}, ${stage}`);
	}
}

function kindOf({ parameter }: Question['api']) {
	return parameter === 'image' ? 'receipt' : 'invoice';
}

function summary(times: readonly number[]): string {
	const column = (share: number) => String(Math.round(quantile(times, share))).padStart(5);
	return `median ${column(0.5)} ms  p95 ${column(0.95)} ms`;
}

function mega(bytes: number): number {
	return Math.round(bytes / 1e6);
}
