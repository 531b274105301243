import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';
import type { HttpAnswer } from '../httpAnswer';
import { cancellation, untilAborted } from './cancellation';
import { answerTooLarge, timeoutFailure, transportFailure } from './transportFailure';

/** Bytes, decompressed: a hundred times what a document of many pages is answered with. */
const MAX_ANSWER_BYTES = 10e6;

/** What n8n's helper gives for `encoding: 'stream'`. */
interface StreamedAnswer extends Omit<HttpAnswer, 'body'> {
	body: AsyncIterable<Buffer>;
}

/** How long a request may take from its start to the last byte of its answer. */
export interface Bounds {
	/** Milliseconds. */
	timeout: number;
	/** Of the execution. */
	signal?: AbortSignal;
}

async function readBounded(body: StreamedAnswer['body']): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		// Leaving the loop destroys the stream, and closes its connection.
		if (size > MAX_ANSWER_BYTES) throw answerTooLarge(MAX_ANSWER_BYTES);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}

/**
 * Sends a request, once, and reads its answer within a time and a size. Statuses and redirects are the caller's to
 * judge: n8n's helper would send the request again on some of them, and the second one is billed too. It is the helper
 * without authentication, for forms that hold their key: the other one puts the execution's signal in place of ours,
 * which closes the connection in time. It buffers what it is told to read, without end, so a stream is read here.
 *
 * @returns the whole answer, whatever its status; no connection is left open
 * @throws RecognitionFailure where there is none
 */
export async function exchange(
	{ helpers }: IExecuteFunctions,
	request: IHttpRequestOptions,
	{ timeout, signal }: Bounds,
): Promise<HttpAnswer> {
	const abandonment = new AbortController();
	const deadline = AbortSignal.timeout(timeout);
	const abandon = () => abandonment.abort();
	deadline.addEventListener('abort', abandon);
	signal?.addEventListener('abort', abandon);
	const send = async (): Promise<HttpAnswer> => {
		const answer = (await helpers.httpRequest({
			...request,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			// Instead of the helper's own five minutes; it starts anew with every byte, so it is no bound by itself.
			timeout,
			abortSignal: abandonment.signal,
		})) as StreamedAnswer;
		return { ...answer, body: await readBounded(answer.body) };
	};
	try {
		return await untilAborted(send(), abandonment.signal, () =>
			signal?.aborted ? cancellation() : timeoutFailure(timeout),
		);
	} catch (error) {
		throw error instanceof RecognitionFailure ? error : transportFailure(error, timeout);
	} finally {
		deadline.removeEventListener('abort', abandon);
		signal?.removeEventListener('abort', abandon);
	}
}
