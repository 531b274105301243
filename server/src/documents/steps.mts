import { setImmediate } from 'node:timers/promises';

/** Work in steps, each of which takes a moment; it can be left between any two of them. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** What work comes to whose steps are all done at once. */
export function finish<Result>(steps: Steps<Result>): Result {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

/**
 * What work comes to whose steps are done one by one, with whatever else is due between them. Throws the
 * signal's reason when it is aborted.
 */
export async function finishUnlessAborted<Result>(
	steps: Steps<Result>,
	signal?: AbortSignal,
): Promise<Result> {
	let step = steps.next();
	while (!step.done) {
		await setImmediate();
		signal?.throwIfAborted();
		step = steps.next();
	}
	return step.value;
}
