import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancellation, isCancellation } from './call/cancellation';
import { fingerprint, resultCache } from './call/resultCache';
import type { RequestMemory } from './call/requestMemory';
import { callWithRetries } from './call/retry';
import { sendPicture } from './call/sendPicture';
import type { StartGate } from './call/startGate';
import { appendExtras } from './columns';
import type { Envelope } from './envelope';
import { asFailure } from './failure';
import type { RecognitionFailure } from './failure';
import { COMBINED_FILES } from './input/binaryPictures';
import type { InputPicture } from './input/inputPicture';
import type { OcrApi } from './ocrApi';
import { readPictureFacts } from './pictureFacts';
import { assertWithinLimits } from './pictureLimits';
import { readItemSettings } from './settings';
import type { ItemSettings, RunSettings } from './settings';

/** What became of one picture. */
export type Outcome =
	| { kind: 'recognised'; items: INodeExecutionData[] }
	| { kind: 'skipped' | 'failed'; failure: RecognitionFailure };

/** What all pictures of one execution of a node share. */
export interface Run {
	context: IExecuteFunctions;
	api: OcrApi;
	settings: RunSettings;
	gate: StartGate;
	memory: RequestMemory;
	signal?: AbortSignal;
}

async function recognise(run: Run, picture: Buffer): Promise<Envelope> {
	const { context, api, settings, gate, memory, signal } = run;
	const call = async () =>
		await callWithRetries(
			async () => await sendPicture(context, api, settings, picture, memory),
			settings,
			gate,
			signal,
		);
	if (!settings.reuseResults) return await call();

	const key = fingerprint(picture, api.path, settings.baseUrl, settings.key);
	for (;;) {
		let failure: unknown;
		try {
			return await resultCache.share(key, call);
		} catch (error) {
			failure = error;
		}
		// The shared call may have been another execution's, and cancelled with it.
		if (!isCancellation(failure) || signal?.aborted) throw failure;
	}
}

async function toItems(
	{ context, api }: Run,
	envelope: Envelope,
	picture: InputPicture,
	settings: ItemSettings,
): Promise<INodeExecutionData[]> {
	const rows =
		settings.output === 'raw'
			? [{ ...envelope, ...picture.origin } as IDataObject]
			: api.toItems(envelope.result, settings, picture.origin);
	const inputFields = Object.entries(context.getInputData()[picture.itemIndex].json);
	const extras = settings.includeInputFields
		? inputFields.filter(([name]) => name !== COMBINED_FILES)
		: [];
	const binary = settings.keepImage
		? { [picture.origin.sourceField ?? 'data']: await picture.toBinary() }
		: undefined;
	return rows.map((row) => ({
		json: appendExtras(row, extras),
		pairedItem: { item: picture.itemIndex },
		...(binary && { binary }),
	}));
}

/**
 * Takes one picture all the way: read, check against the limits, recognise (from memory or by a call), turn the
 * result into items.
 *
 * @returns its one outcome; it never throws
 */
export async function recognisePicture(run: Run, picture: InputPicture): Promise<Outcome> {
	let skipsUnsupported = false;
	try {
		const settings = readItemSettings(run.context, picture.itemIndex);
		skipsUnsupported = settings.skipUnsupported;
		if (run.signal?.aborted) throw cancellation();
		const bytes = await picture.load();
		assertWithinLimits(readPictureFacts(bytes), run.api, run.settings.server);
		const envelope = await recognise(run, bytes);
		return { kind: 'recognised', items: await toItems(run, envelope, picture, settings) };
	} catch (error) {
		const failure = asFailure(error);
		const isSkipped = skipsUnsupported && failure.details.unsupportedFile;
		return { kind: isSkipped ? 'skipped' : 'failed', failure };
	}
}
