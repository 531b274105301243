import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';
import type { HttpAnswer } from '../httpAnswer';
import { readBounded, withinBounds } from './bounded';
import type { Bounds } from './bounded';
import { answerTooLarge, timeoutFailure, transportFailure } from './transportFailure';

/** Bytes, decompressed: a hundred times what a document of many pages is answered with. */
const MAX_ANSWER_BYTES = 10e6;

/** What n8n's helper gives for `encoding: 'stream'`. */
interface StreamedAnswer extends Omit<HttpAnswer, 'body'> {
	body: AsyncIterable<Buffer>;
}

/**
 * Sends a request, once, and reads its answer within a time and a size. Statuses and redirects are the caller's to
 * judge: n8n's helper would send the request again on some of them, and the second one is billed too. It is not the
 * helper with authentication, because that one replaces the signal which closes the connection in time; what an answer
 * says must not depend on who waits for it either, so the stream is read here.
 *
 * @returns the whole answer, whatever its status; no connection is left open
 * @throws RecognitionFailure where there is none
 */
export async function exchange(
	{ helpers }: IExecuteFunctions,
	request: IHttpRequestOptions,
	bounds: Bounds,
): Promise<HttpAnswer> {
	const send = async (stop: AbortSignal): Promise<HttpAnswer> => {
		try {
			const answer = (await helpers.httpRequest({
				...request,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				// Instead of the helper's own five minutes; it starts anew with every byte, so it is no bound by itself.
				timeout: bounds.timeout,
				abortSignal: stop,
			})) as StreamedAnswer;
			const body = await readBounded(answer.body, MAX_ANSWER_BYTES, () =>
				answerTooLarge(MAX_ANSWER_BYTES),
			);
			return { ...answer, body: body.toString() };
		} catch (error) {
			throw error instanceof RecognitionFailure ? error : transportFailure(error, bounds.timeout);
		}
	};
	return await withinBounds(bounds, send, timeoutFailure);
}
