import { Client } from '../../../server/bench/load/client.mts';
import {
	ask,
	askTogether,
	questionOf,
	sampleFiles,
} from '../../../server/bench/load/questions.mts';
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
const pictures = 24;
const patience = 60_000;

/** Starts the server and asks it with more and more clients. */
export async function measureServer(progress: Progress): Promise<ServerFigures> {
	const questions = (['invoices', 'receipts'] as const).flatMap((kind) =>
		sampleFiles(kind, pictures / 2).map(questionOf),
	);
	progress('server: start');
	const server = await Server.start();
	const client = new Client(server.address, patience);
	try {
		for (const question of questions.slice(0, 4)) await ask(client, question);
		const loads: Load[] = [];
		for (const clients of clientCounts) {
			progress(`server: ${clients} clients`);
			const asked = await askTogether(client, questions, clients, questions.length);
			const { times, perSecond } = asked;
			loads.push({ clients, median: quantile(times, 0.5), p95: quantile(times, 0.95), perSecond });
		}
		const { server: main, workers } = await server.memory('VmHWM');
		return { startUp: server.startUp, loads, peakMemory: main + workers };
	} finally {
		await client.close();
		await server.stop();
	}
}
