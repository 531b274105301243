import type { Progress } from '../report/progress.mts';
import type { Cost } from './measurement.mts';
import { costOf, withServer } from './run.mts';
import type { Task } from './task.mts';

export const pictures = 200;
const bytes = 1e6;
/** Milliseconds. */
const latencies = [300, 50];

/** What one way of sending the pictures took. */
export interface NodeRun extends Cost {
	flow: Task['flow'];
	/** Milliseconds. */
	latency: number;
	concurrency: number;
	/** Seconds: latency x pictures / concurrency. */
	ideal: number;
}

type Contender = Pick<Task, 'flow' | 'concurrency'>;

const contenders: readonly Contender[] = [
	...[1, 3, 5, 10, 50].map((concurrency): Contender => ({ flow: 'node', concurrency })),
	...[5, 50].map((concurrency): Contender => ({ flow: 'bareClient', concurrency })),
	{ flow: 'sequentialLoop', concurrency: 1 },
	{ flow: 'httpRequest', concurrency: 50 },
];

/** A minute and more of its own computing, whatever the server takes: once is enough. */
const isMeasuredAt = ({ flow }: Contender, latency: number) =>
	flow !== 'httpRequest' || latency === latencies[0];

/** Sends the same pictures to the same servers in each of the ways, one after the other. */
export async function compareNodes(progress: Progress): Promise<NodeRun[]> {
	const runs: NodeRun[] = [];
	for (const latency of latencies) {
		await withServer(latency, async (baseUrl) => {
			for (const contender of contenders.filter((one) => isMeasuredAt(one, latency))) {
				const { flow, concurrency } = contender;
				progress(`nodes: ${latency} ms, ${flow}, ${concurrency} at a time`);
				const warmUp = { pictures: Math.min(concurrency, 5) };
				const task = { ...contender, baseUrl, latency, warmUp, pictures, bytes };
				const ideal = (latency / 1000) * (pictures / concurrency);
				runs.push({ flow, latency, concurrency, ideal, ...(await costOf(task)) });
			}
		});
	}
	return runs;
}
