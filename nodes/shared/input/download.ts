import type { IExecuteFunctions } from 'n8n-workflow';

import { cancellation, untilAborted } from '../call/cancellation';
import { downloadFailure, downloadTimeout, statusFailure } from './downloadFailure';
import { MAX_PICTURE_BYTES, tooLarge } from './inputPicture';
import type { ReadBounds } from './inputPicture';

interface Download {
	statusCode: number;
	headers: Record<string, unknown>;
	/** Decompressed. */
	body: AsyncIterable<Buffer>;
}

/** Gives work up, connection included, when its time is over or nobody waits for it any more. */
async function withinBounds<T>(
	{ timeout, signal }: ReadBounds,
	work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
	if (signal.aborted) throw cancellation();
	const deadline = AbortSignal.timeout(timeout);
	const stopper = new AbortController();
	const stop = () => stopper.abort();
	const reason = () => (signal.aborted ? cancellation() : downloadTimeout(timeout));
	signal.addEventListener('abort', stop, { once: true });
	deadline.addEventListener('abort', stop, { once: true });
	try {
		return await untilAborted(work(stopper.signal), stopper.signal, reason);
	} catch (error) {
		throw stopper.signal.aborted ? reason() : error;
	} finally {
		signal.removeEventListener('abort', stop);
		deadline.removeEventListener('abort', stop);
		// Closes what an error left open: the stream that n8n's helper returns is not the connection's own.
		stop();
	}
}

async function readBounded({ headers, body }: Download): Promise<Buffer> {
	if (Number(headers['content-length']) > MAX_PICTURE_BYTES) throw tooLarge();
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > MAX_PICTURE_BYTES) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * Downloads a picture with n8n's helper, and so with the proxy and the rules of the instance.
 *
 * @returns memory of its own
 * @throws RecognitionFailure; no connection is left open whatever happens
 */
export async function download(
	{ helpers }: IExecuteFunctions,
	url: string,
	bounds: ReadBounds,
): Promise<Buffer> {
	return await withinBounds(bounds, async (stop) => {
		try {
			const answer = (await helpers.httpRequest({
				url,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				abortSignal: stop,
				// The helper's own timeout starts anew with every byte, so a slow drip would never end.
				timeout: 0,
			})) as Download;
			const { statusCode } = answer;
			if (statusCode < 200 || statusCode > 299) throw statusFailure(statusCode);
			return await readBounded(answer);
		} catch (error) {
			throw downloadFailure(error);
		}
	});
}
