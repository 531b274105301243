import type { RecognitionFailure } from '../failure';
import { cancellation, untilAborted } from './cancellation';

/** How long work over a connection may take, from its start to the last byte. */
export interface Bounds {
	/** Milliseconds. */
	timeout: number;
	/** Aborts when nobody waits any more: the execution was cancelled, or the node has stopped. */
	signal?: AbortSignal;
}

/**
 * Gives work up, connection included, when its time is over or nobody waits for it any more.
 *
 * @param work given the signal that its request ends with
 * @param onTimeout makes the error of work that took too long
 * @throws what `onTimeout` makes, a cancellation, or what the work throws; no connection is left open
 */
export async function withinBounds<T>(
	{ timeout, signal }: Bounds,
	work: (stop: AbortSignal) => Promise<T>,
	onTimeout: (timeout: number) => RecognitionFailure,
): Promise<T> {
	if (signal?.aborted) throw cancellation();
	const deadline = AbortSignal.timeout(timeout);
	const stopper = new AbortController();
	const stop = () => stopper.abort();
	const reason = () => (signal?.aborted ? cancellation() : onTimeout(timeout));
	signal?.addEventListener('abort', stop, { once: true });
	deadline.addEventListener('abort', stop, { once: true });
	try {
		return await untilAborted(work(stopper.signal), stopper.signal, reason);
	} catch (error) {
		throw stopper.signal.aborted ? reason() : error;
	} finally {
		signal?.removeEventListener('abort', stop);
		deadline.removeEventListener('abort', stop);
		// Closes what an error left open: the stream that n8n's helper returns is not the connection's own.
		stop();
	}
}

/**
 * Reads a stream to its end.
 *
 * @param most bytes that are read
 * @param tooLarge makes the error of a stream with more
 */
export async function readBounded(
	body: AsyncIterable<Buffer>,
	most: number,
	tooLarge: () => RecognitionFailure,
): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > most) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
