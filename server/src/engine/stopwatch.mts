/** Adds up how long the stages of a piece of work take. */
export class Stopwatch {
	/** By stage, in the order in which they first ended. */
	readonly milliseconds = new Map<string, number>();

	/** Does some work as part of a stage. */
	async time<Result>(stage: string, work: () => Result | Promise<Result>): Promise<Result> {
		const started = performance.now();
		try {
			return await work();
		} finally {
			const before = this.milliseconds.get(stage) ?? 0;
			this.milliseconds.set(stage, before + performance.now() - started);
		}
	}
}
