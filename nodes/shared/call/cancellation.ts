import { sleep } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';

const CANCELLED = 'CANCELLED';
/** Milliseconds that are slept at once: n8n's sleep cannot be ended, so what was cancelled leaves no longer timer. */
const NAP = 1000;

/** Thrown where the person or n8n stopped the execution. */
export function cancellation(): RecognitionFailure {
	return new RecognitionFailure({
		origin: 'api',
		code: CANCELLED,
		message: 'The execution was cancelled before this image was recognised',
		remedy:
			'Run the workflow again: images that were recognised already are not paid for again within an hour',
		retry: 'never',
	});
}

export const isCancellation = (error: unknown): boolean =>
	error instanceof RecognitionFailure && error.details.code === CANCELLED;

/**
 * Waits for something, but no longer than until a signal aborts.
 *
 * @param reason makes the error to throw when the signal aborts first
 * @throws what `reason` makes, or what the work throws
 */
export async function untilAborted<T>(
	work: Promise<T>,
	signal: AbortSignal | undefined,
	reason: () => RecognitionFailure,
): Promise<T> {
	if (!signal) return await work;
	if (signal.aborted) throw reason();
	let onAbort = () => {};
	const aborted = new Promise<never>((_, reject) => {
		onAbort = () => reject(reason());
		signal.addEventListener('abort', onAbort, { once: true });
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener('abort', onAbort);
	}
}

/**
 * Pauses.
 *
 * @param milliseconds no pause where it is 0 or less
 * @throws RecognitionFailure when the execution is cancelled meanwhile
 */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) throw cancellation();
	for (let left = milliseconds; left > 0; left -= NAP) {
		await untilAborted(sleep(Math.min(left, NAP)), signal, cancellation);
	}
}
