import type { Progress } from '../report/progress.mts';
import type { Cost } from './measurement.mts';
import { costOf, withServer } from './run.mts';
import type { Task } from './task.mts';

const latency = 50;
const concurrency = 5;
/**
 * With room to spare V8 collects when it likes, and the peak says more about that than about the node: its young
 * generation alone grows from 32 to 134 MB in a long run, hardly anything in it, and is not made smaller again.
 */
const heap = ['--max-old-space-size=128', '--max-semi-space-size=2'];

/**
 * V8's optimising compilers take about 20 MB once, spread over the first thousand pictures of a process: time, not
 * the number of items, would be measured.
 */
const warmUp: Task['warmUp'] = { pictures: 1000, bytes: 1000, concurrency: 50 };

/** What a number of pictures of a size took. */
export interface GrowthPoint extends Cost {
	pictures: number;
	megabytes: number;
}

export interface Growth {
	byItems: GrowthPoint[];
	/** The same items into a node and out of it, without a picture read: what n8n itself holds for them. */
	itemsAlone: GrowthPoint[];
	bySize: GrowthPoint[];
}

const itemCounts = [100, 200, 500, 1000, 2000];
const sizes = [0.1, 0.5, 1, 2, 4, 6];
const picturesOfASize = 50;

/** The better of two runs: what else the machine does can only add to both figures. */
async function bestCost(task: Task): Promise<Cost> {
	const [one, two] = [await costOf(task, ...heap), await costOf(task, ...heap)];
	return {
		seconds: Math.min(one.seconds, two.seconds),
		cpuSeconds: Math.min(one.cpuSeconds, two.cpuSeconds),
		peakMegabytes: Math.min(one.peakMegabytes, two.peakMegabytes),
	};
}

/** Time and memory of the node by the number of items and by the size of a picture. */
export async function measureGrowth(progress: Progress): Promise<Growth> {
	return await withServer(latency, async (baseUrl) => {
		const point = async (flow: Task['flow'], pictures: number, megabytes: number) => {
			progress(`growth: ${flow}, ${pictures} images of ${megabytes} MB`);
			const task = { flow, baseUrl, pictures, bytes: megabytes * 1e6 };
			const load = { concurrency, latency, warmUp };
			const cost = await bestCost({ ...task, ...load });
			return { pictures, megabytes, ...cost };
		};
		const growth: Growth = { byItems: [], itemsAlone: [], bySize: [] };
		for (const count of itemCounts) {
			growth.byItems.push(await point('node', count, 1));
			growth.itemsAlone.push(await point('sameItems', count, 0.001));
		}
		for (const size of sizes) growth.bySize.push(await point('node', picturesOfASize, size));
		return growth;
	});
}
