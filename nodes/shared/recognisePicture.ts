import type { IBinaryData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancellation, isCancellation } from './call/cancellation';
import { fingerprint, resultCache } from './call/resultCache';
import type { RequestMemory } from './call/requestMemory';
import { callWithRetries } from './call/retry';
import { sendPicture } from './call/sendPicture';
import type { SentPicture } from './call/sendPicture';
import type { StartGates } from './call/startGate';
import { appendExtras } from './columns';
import type { Destination, ReadDestination } from './destination';
import { documentsOf } from './documents';
import type { Envelope } from './envelope';
import { asFailure } from './failure';
import type { FailureDetails, RecognitionFailure } from './failure';
import type { InputPicture } from './input/inputPicture';
import { binaryOf, inputFields } from './input/keptInput';
import { releaseBytes } from './input/releaseBytes';
import { assertNoNoise } from './noise';
import { leftOutOf } from './leftOut';
import type { LeftOut } from './leftOut';
import type { DocumentOrigin, OcrApi } from './ocrApi';
import { pageParameter } from './pages';
import { readPictureFacts } from './pictureFacts';
import { assertWithinLimits } from './pictureLimits';
import { readItemSettings } from './settings';
import type { ItemSettings, RunSettings, UnsupportedFiles } from './settings';

/** What became of one picture. */
export type Outcome =
	| {
			kind: 'recognised';
			/** Those of its documents, in the order of the file. */
			items: INodeExecutionData[];
			/** What of the picture's file is in none of them. */
			leftOut: LeftOut;
	  }
	| { kind: 'skipped'; failure: RecognitionFailure }
	| {
			kind: 'failed';
			failure: RecognitionFailure;
			/** What was read of it, where its item asks for Keep Image. */
			image?: IBinaryData;
	  };

/** What all pictures of one execution of a node share. */
export interface Run {
	context: IExecuteFunctions;
	api: OcrApi;
	settings: RunSettings;
	readDestination: ReadDestination;
	gates: StartGates;
	memory: RequestMemory;
	signal?: AbortSignal;
	/** Aborts with the execution, and when the node has ended: what is still being read then is read for nobody. */
	reading: AbortSignal;
}

/** A picture that was read and may be sent, with what its item asks for. */
interface ReadPicture extends SentPicture {
	picture: InputPicture;
	settings: ItemSettings;
	destination: Destination;
	/** Under which its result is remembered; missing where results are not reused. */
	key?: string;
}

/** A picture up to its call: read, or its outcome already. */
export type PreparedPicture = ReadPicture | Outcome;

/** True for a picture that waits for its call. */
export const isRead = (prepared: PreparedPicture): prepared is ReadPicture => 'bytes' in prepared;

async function recognise(run: Run, read: ReadPicture): Promise<Envelope> {
	const { context, api, settings, gates, memory, signal } = run;
	const { destination, key } = read;
	const bounds = { timeout: settings.timeout, signal };
	const call = async () =>
		await callWithRetries(
			async () => await sendPicture(context, api, destination, read, memory, bounds),
			settings,
			gates.of(destination),
			signal,
		);
	if (key === undefined) return await call();

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

/** The rows of an answer: those of each document in turn, or the whole answer as it is. */
function rowsOf(
	api: OcrApi,
	envelope: Envelope,
	{ picture, settings }: ReadPicture,
): IDataObject[] {
	const documents = documentsOf(api, envelope.result);
	if (settings.output === 'raw') {
		const documentNumber = documents.length > 1 ? null : 1;
		const origin: DocumentOrigin = { ...picture.origin, sourcePage: null, documentNumber };
		return [{ ...envelope, ...origin } as IDataObject];
	}
	return documents.flatMap(({ result, page }, index) =>
		api.toItems(result, settings, {
			...picture.origin,
			sourcePage: page,
			documentNumber: index + 1,
		}),
	);
}

async function toItems(
	{ context, api }: Run,
	envelope: Envelope,
	read: ReadPicture,
): Promise<INodeExecutionData[]> {
	const { picture, settings, bytes } = read;
	const rows = rowsOf(api, envelope, read);
	const extras = settings.includeInputFields ? inputFields(context, picture.itemIndex) : [];
	const image = settings.keepImage ? await picture.toBinary(bytes) : undefined;
	return rows.map((row) => ({
		json: appendExtras(row, extras),
		pairedItem: { item: picture.itemIndex },
		...binaryOf(picture, image),
	}));
}

/** The outcome of a picture that has no result, with its image where that can be kept and somebody can get it. */
async function failed(
	{ context }: Run,
	error: unknown,
	picture: InputPicture,
	settings?: ItemSettings,
	bytes?: Buffer,
): Promise<Outcome> {
	const failure = asFailure(error);
	if (!settings?.keepImage || !context.continueOnFail()) return { kind: 'failed', failure };
	try {
		return { kind: 'failed', failure, image: await picture.toBinary(bytes) };
	} catch {
		return { kind: 'failed', failure };
	}
}

/** Whether a file that cannot be sent is passed over, by the option Unsupported Files. */
const isPassedOver: Readonly<Record<UnsupportedFiles, (details: FailureDetails) => boolean>> = {
	fail: () => false,
	skip: ({ unsupportedFile, file }) => unsupportedFile === true || file === 'noise',
	skipNoise: ({ file }) => file === 'noise',
};

/**
 * Reads one picture and checks it against the limits: everything before a call.
 *
 * @returns the picture, or the outcome of one that cannot be sent; it never throws
 */
export async function preparePicture(run: Run, picture: InputPicture): Promise<PreparedPicture> {
	let settings: ItemSettings | undefined;
	let bytes: Buffer | undefined;
	try {
		settings = readItemSettings(run.context, picture.itemIndex);
		if (run.signal?.aborted) throw cancellation();
		const destination = await run.readDestination(picture.itemIndex);
		bytes = await picture.load({ timeout: run.settings.timeout, signal: run.reading });
		const facts = readPictureFacts(bytes);
		assertWithinLimits(facts, run.api, destination.server);
		if (settings.unsupportedFiles !== 'fail') assertNoNoise(facts);
		const { baseUrl, server, key: apiKey } = destination;
		const page = pageParameter(settings.pages, server, facts.format);
		const key = run.settings.reuseResults
			? fingerprint(bytes, run.api.path, baseUrl, apiKey, page ?? '')
			: undefined;
		return { picture, settings, destination, bytes, page, key };
	} catch (error) {
		const failure = asFailure(error);
		const isSkipped = isPassedOver[settings?.unsupportedFiles ?? 'fail'](failure.details);
		const outcome: Outcome = isSkipped
			? { kind: 'skipped', failure }
			: await failed(run, failure, picture, settings, bytes);
		if (bytes) releaseBytes(bytes);
		return outcome;
	}
}

/**
 * Takes a prepared picture the rest of its way: recognise it (from memory or by a call), turn the result into items.
 *
 * @returns its one outcome; it never throws
 */
export async function recognisePicture(run: Run, prepared: PreparedPicture): Promise<Outcome> {
	if (!isRead(prepared)) return prepared;
	const { picture, settings, bytes } = prepared;
	try {
		if (run.signal?.aborted) throw cancellation();
		const envelope = await recognise(run, prepared);
		const items = await toItems(run, envelope, prepared);
		const leftOut = leftOutOf(run.api.valuesOf(envelope.result));
		return { kind: 'recognised', items, leftOut };
	} catch (error) {
		return await failed(run, error, picture, settings, bytes);
	} finally {
		releaseBytes(bytes);
	}
}
