/**
 * Works through tasks, a bounded number at a time, in their order.
 *
 * @param mayStart asked before each task; once it says no, no further task starts and those under way finish
 * @returns the results in the order of the tasks; undefined for tasks that were not started
 */
export async function mapBounded<T, R>(
	tasks: readonly T[],
	concurrency: number,
	work: (task: T) => Promise<R>,
	mayStart: () => boolean,
): Promise<Array<R | undefined>> {
	const results = new Array<R | undefined>(tasks.length).fill(undefined);
	let next = 0;
	const worker = async () => {
		while (next < tasks.length && mayStart()) {
			const index = next++;
			results[index] = await work(tasks[index]);
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, tasks.length) }, worker));
	return results;
}
