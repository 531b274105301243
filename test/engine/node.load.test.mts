import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { FaultServer, after, envelope } from '../support/fault-server.mts';
import { invoiceExample } from '../support/results.mts';

interface Probe {
	items: number;
	seconds: number;
	peakMegabytes: number;
}

/** With room to spare V8 collects when it likes, and the peak says more about that than about the node. */
const heap = '--max-old-space-size=128';

let server: FaultServer;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());

async function probe(
	pictures: number,
	bytes: number,
	concurrency: number,
	...flags: string[]
): Promise<Probe> {
	const script = path.resolve(__dirname, '../support/load-probe.mts');
	const parameters = [server.url, pictures, bytes, concurrency].map(String);
	const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, ...parameters]);
	return JSON.parse(stdout.trim().split('\n').at(-1)!) as Probe;
}

/** The best of a few tries: what else runs on the machine can only make it slower. */
async function bestOf<T>(
	tries: number,
	run: () => Promise<T>,
	cost: (result: T) => number,
	goal: number,
): Promise<T> {
	let best = await run();
	for (let count = 1; count < tries && cost(best) > goal; count++) {
		const next = await run();
		if (cost(next) < cost(best)) best = next;
	}
	return best;
}

it('100 pictures of 1 MB, 300 ms of latency, concurrency 5: at most 1.2 times the ideal 6 seconds', async () => {
	server.answer = after(300, envelope(invoiceExample));
	const { items, seconds } = await bestOf(
		3,
		async () => await probe(100, 1e6, 5),
		(result) => result.seconds,
		7.2,
	);
	process.stdout.write(
		`100 pictures of 1 MB: ${seconds.toFixed(2)} s, ${(seconds / 6).toFixed(2)} times the ideal\n`,
	);
	expect(items).toBe(100);
	expect(seconds).toBeLessThanOrEqual(7.2);
}, 180_000);

/** The peak of one run is V8's choice by a twelfth to either side: as many runs of either size are compared. */
const rounds = 3;
const medianPeak = (probes: readonly Probe[]): number =>
	probes.map(({ peakMegabytes }) => peakMegabytes).sort((a, b) => a - b)[(rounds - 1) / 2];

it('500 pictures of 2 MB need no more memory than 100, but for 10 %', async () => {
	server.answer = envelope(invoiceExample);
	const [few, many]: Probe[][] = [[], []];
	for (let round = 0; round < rounds; round++) {
		few.push(await probe(100, 2e6, 3, heap));
		many.push(await probe(500, 2e6, 3, heap));
	}
	const [fewPeak, manyPeak] = [few, many].map(medianPeak);
	const ratio = manyPeak / fewPeak;
	process.stdout.write(
		`peak memory: 100 pictures ${fewPeak.toFixed(0)} MB, 500 pictures ${manyPeak.toFixed(0)} MB, ratio ${ratio.toFixed(2)}\n`,
	);
	expect(many.map(({ items }) => items)).toEqual([500, 500, 500]);
	expect(ratio).toBeLessThanOrEqual(1.1);
}, 300_000);
