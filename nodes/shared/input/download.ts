import type { IExecuteFunctions } from 'n8n-workflow';

import { readBounded, withinBounds } from '../call/bounded';
import type { Bounds } from '../call/bounded';
import { downloadFailure, downloadTimeout, statusFailure } from './downloadFailure';
import { MAX_PICTURE_BYTES, tooLarge } from './inputPicture';

interface Download {
	statusCode: number;
	headers: Record<string, unknown>;
	/** Decompressed. */
	body: AsyncIterable<Buffer>;
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
	bounds: Bounds,
): Promise<Buffer> {
	const load = async (stop: AbortSignal) => {
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
			if (Number(answer.headers['content-length']) > MAX_PICTURE_BYTES) throw tooLarge();
			return await readBounded(answer.body, MAX_PICTURE_BYTES, tooLarge);
		} catch (error) {
			throw downloadFailure(error);
		}
	};
	return await withinBounds(bounds, load, downloadTimeout);
}
