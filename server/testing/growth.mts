const rounds = 5;

/** Microseconds of the processor. */
function costOf(work: () => unknown): number {
	const started = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(started);
	return user + system;
}

/**
 * How many times as much of the processor some work takes on four times as much: 4 where it grows with the size, 16
 * with its square, hardly more than 1 where the size does not matter. What else runs on the machine adds to single
 * runs only: the cheapest of several counts, and the sizes take turns.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
	const [small, large]: number[][] = [[], []];
	for (let round = 0; round < rounds; round++) {
		small.push(costOf(() => work(size)));
		large.push(costOf(() => work(4 * size)));
	}
	return Math.min(...large) / Math.min(...small);
}

/** What no work with the size alone reaches, and all work with its square does. */
export const tooSteep = 10;
