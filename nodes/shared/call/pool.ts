/** Tasks that are prepared before their turn: one makes a free place go on at once, and a second gains nothing. */
const AHEAD = 1;

/** What is done with each task. Neither step may throw. */
export interface Steps<T, P, R> {
	/** What needs nobody else's time. It runs ahead of the work on earlier tasks, in the tasks' order. */
	prepare(task: T): Promise<P>;
	work(prepared: P): Promise<R>;
}

/**
 * Works through tasks, a bounded number at a time, in their order, while the next ones are prepared.
 *
 * @param mayStart asked before each task; once it says no, no further task starts and those under way finish
 * @returns the results in the order of the tasks; undefined for tasks that were not started
 */
export async function mapBounded<T, P, R>(
	tasks: readonly T[],
	concurrency: number,
	{ prepare, work }: Steps<T, P, R>,
	mayStart: () => boolean,
): Promise<Array<R | undefined>> {
	const results = new Array<R | undefined>(tasks.length).fill(undefined);
	const ready: Array<Promise<P>> = [];
	let next = 0;
	const prepareNext = () => {
		for (const task of tasks.slice(next + ready.length, next + 1 + AHEAD))
			ready.push(prepare(task));
	};
	const worker = async () => {
		while (next < tasks.length && mayStart()) {
			prepareNext();
			const index = next++;
			results[index] = await work(await ready.shift()!);
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, tasks.length) }, worker));
	return results;
}
