import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

import { Client, apis } from '../../../server/bench/load/client.mts';
import { Server } from '../../../server/bench/load/server.mts';
import { quantile } from '../../../server/bench/load/statistics.mts';
import type { Progress } from '../report/progress.mts';

/** How the server does with some clients that each send one picture after the other. */
export interface Load {
	clients: number;
	/** Milliseconds to the complete answer. */
	median: number;
	p95: number;
	/** Pictures. */
	perSecond: number;
}

export interface ServerFigures {
	/** Milliseconds from the start of the process until it listens, models loaded. */
	startUp: number;
	loads: Load[];
	/** Bytes that all its processes together held at the most. */
	peakMemory: number;
}

const clientCounts = [1, 2, 4, 8];
/** Of both kinds together, clean and photographed. */
const PICTURES = 24;
const PATIENCE = 60_000;
const samples = path.resolve(import.meta.dirname, '../../../samples');

async function forms(): Promise<Array<{ api: (typeof apis)[number]; form: string }>> {
	const folders = await Promise.all(
		(['invoices', 'receipts'] as const).map(async (kind, index) => {
			const names = (await readdir(path.join(samples, kind))).filter((name) =>
				name.endsWith('.jpg'),
			);
			return await Promise.all(
				names
					.sort()
					.slice(0, PICTURES / 2)
					.map(async (name) => {
						const image = (await readFile(path.join(samples, kind, name))).toString('base64');
						const api = apis[index];
						const form = new URLSearchParams({ key: 'demo', [api.parameter]: image });
						return { api, form: form.toString() };
					}),
			);
		}),
	);
	return folders.flat();
}

/** Starts the server and asks it with more and more clients. */
export async function measureServer(progress: Progress): Promise<ServerFigures> {
	const questions = await forms();
	progress('server: start');
	const server = await Server.start();
	const client = new Client(server.address, PATIENCE);
	const ask = async ({ api, form }: (typeof questions)[number]) => {
		const { code, milliseconds } = await client.post(api, form);
		if (code !== 0) throw new Error(`the server answered ${code}`);
		return milliseconds;
	};
	try {
		for (const question of questions.slice(0, 4)) await ask(question);
		const loads: Load[] = [];
		for (const clients of clientCounts) {
			progress(`server: ${clients} clients`);
			const times: number[] = [];
			const started = performance.now();
			let next = 0;
			const lane = async () => {
				while (next < questions.length) times.push(await ask(questions[next++]));
			};
			await Promise.all(Array.from({ length: clients }, lane));
			const perSecond = questions.length / ((performance.now() - started) / 1000);
			loads.push({ clients, median: quantile(times, 0.5), p95: quantile(times, 0.95), perSecond });
		}
		const { server: main, workers } = await server.memory('VmHWM');
		return { startUp: server.startUp, loads, peakMemory: main + workers };
	} finally {
		await client.close();
		await server.stop();
	}
}
