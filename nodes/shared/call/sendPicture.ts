import type { IExecuteFunctions } from 'n8n-workflow';

import type { Destination } from '../destination';
import { documentsOf } from '../documents';
import { openEnvelope } from '../envelope';
import type { Envelope } from '../envelope';
import type { OcrApi } from '../ocrApi';
import type { Bounds } from './bounded';
import { exchange } from './exchange';
import { pictureForm } from './pictureForm';
import type { RequestMemory } from './requestMemory';

/** With a parameter, as browsers' scripts send it: at the bare type n8n's helper would parse the body again. */
const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

/** A picture as it is sent. */
export interface SentPicture {
	bytes: Buffer;
	/** Which pages of it are asked for; missing where they are not. */
	page?: string;
}

/**
 * Sends one picture, once.
 *
 * @returns the envelope of a success
 * @throws RecognitionFailure for everything else
 */
export async function sendPicture(
	context: IExecuteFunctions,
	api: OcrApi,
	destination: Destination,
	{ bytes, page }: SentPicture,
	memory: RequestMemory,
	bounds: Bounds,
): Promise<Envelope> {
	const form = pictureForm(destination.key, api.imageParameter, bytes, memory, page);
	const answer = await exchange(
		context,
		{
			method: 'POST',
			url: `${destination.baseUrl}${api.path}`,
			headers: { 'Content-Type': FORM },
			body: form,
		},
		bounds,
	);
	const envelope = openEnvelope(answer, destination);
	// Recognised, so received to its last byte. After any failure n8n may still be writing the form.
	memory.giveBack(form.buffer as ArrayBuffer);
	for (const { result } of documentsOf(api, envelope.result)) api.assertResult(result);
	return envelope;
}
