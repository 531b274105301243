import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { openEnvelope } from '../envelope';
import type { AnswerContext, Envelope } from '../envelope';
import { RecognitionFailure } from '../failure';
import type { OcrApi } from '../ocrApi';
import { untilAborted } from './cancellation';
import { pictureForm } from './pictureForm';
import type { RequestMemory } from './requestMemory';
import { timeoutFailure, transportFailure } from './transportFailure';

/** With a parameter, as browsers' scripts send it: at the bare type n8n's helper would parse the body again. */
const FORM = 'application/x-www-form-urlencoded; charset=utf-8';
/** Milliseconds by which the helper's own timeout, which closes the connection, comes first. */
const DEADLINE_GRACE = 250;

/** What a request needs to know of the run. */
export interface Destination extends AnswerContext {
	baseUrl: string;
	/** Milliseconds. */
	timeout: number;
}

/**
 * Sends one picture, once. Statuses and redirects are ours to judge: n8n's helper would send the request again on
 * some of them, and the second one is billed too.
 *
 * @returns the envelope of a success
 * @throws RecognitionFailure for everything else
 */
export async function sendPicture(
	context: IExecuteFunctions,
	api: OcrApi,
	{ server, baseUrl, key, timeout }: Destination,
	picture: Buffer,
	memory: RequestMemory,
): Promise<Envelope> {
	const form = pictureForm(key, api.imageParameter, picture, memory);
	const request = context.helpers.httpRequestWithAuthentication.call(context, 'juheApi', {
		method: 'POST',
		url: `${baseUrl}${api.path}`,
		headers: { 'Content-Type': FORM },
		body: form,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout,
	}) as Promise<IN8nHttpFullResponse>;

	let response: IN8nHttpFullResponse;
	try {
		// The helper's own timeout starts anew with every byte, so a slow drip would never end.
		const deadline = AbortSignal.timeout(timeout + DEADLINE_GRACE);
		response = await untilAborted(request, deadline, () => timeoutFailure(timeout));
	} catch (error) {
		throw error instanceof RecognitionFailure ? error : transportFailure(error, timeout);
	}
	const { statusCode, body } = response;
	const envelope = openEnvelope({ statusCode, body: String(body ?? '') }, { server, key });
	// Recognised, so received to its last byte. After any failure n8n may still be writing the form.
	memory.giveBack(form.buffer as ArrayBuffer);
	api.assertResult(envelope.result);
	return envelope;
}
