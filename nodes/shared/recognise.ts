import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancellation, isCancellation } from './call/cancellation';
import { mapBounded } from './call/pool';
import { fingerprint, resultCache } from './call/resultCache';
import { callWithRetries } from './call/retry';
import { sendPicture } from './call/sendPicture';
import { StartGate } from './call/startGate';
import { appendExtras } from './columns';
import type { Envelope } from './envelope';
import { RecognitionFailure } from './failure';
import { COMBINED_FILES } from './input/binaryPictures';
import { collectPictures } from './input/collectPictures';
import type { InputPicture } from './input/inputPicture';
import { errorOutputColumns, failedColumns, toNodeError } from './nodeErrors';
import type { OcrApi } from './ocrApi';
import { readPictureFacts } from './pictureFacts';
import { assertWithinLimits } from './pictureLimits';
import { readItemSettings, readRunSettings } from './settings';
import type { ItemSettings, RunSettings } from './settings';

/** What became of one picture. */
type Outcome =
	| { kind: 'recognised'; items: INodeExecutionData[] }
	| { kind: 'skipped' | 'failed'; failure: RecognitionFailure };

interface Run {
	context: IExecuteFunctions;
	api: OcrApi;
	settings: RunSettings;
	gate: StartGate;
	signal?: AbortSignal;
}

async function recognise(run: Run, picture: Buffer): Promise<Envelope> {
	const { context, api, settings, gate, signal } = run;
	const call = async () =>
		await callWithRetries(
			async () => await sendPicture(context, api, settings, picture),
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

async function process(run: Run, picture: InputPicture): Promise<Outcome> {
	const settings = readItemSettings(run.context, picture.itemIndex);
	try {
		if (run.signal?.aborted) throw cancellation();
		const bytes = await picture.load();
		assertWithinLimits(readPictureFacts(bytes), run.api, run.settings.server);
		const envelope = await recognise(run, bytes);
		return { kind: 'recognised', items: await toItems(run, envelope, picture, settings) };
	} catch (error) {
		if (!(error instanceof RecognitionFailure)) {
			throw new NodeOperationError(run.context.getNode(), error as Error, {
				itemIndex: picture.itemIndex,
			});
		}
		const isSkipped = settings.skipUnsupported && error.details.unsupportedFile;
		return { kind: isSkipped ? 'skipped' : 'failed', failure: error };
	}
}

function hintAboutSkipped(context: IExecuteFunctions, skipped: string[]): void {
	if (skipped.length === 0) return;
	context.addExecutionHints({
		message: `Skipped ${skipped.length} unsupported file(s): ${skipped.join('; ')}`,
		type: 'warning',
		location: 'outputPane',
	});
}

/**
 * Recognises every picture of every input item. Each has exactly one outcome, in input order: its items, an error
 * item, or a place in the hint about skipped files.
 *
 * @throws NodeApiError or NodeOperationError of the first picture that failed, where the node stops on errors;
 * no call starts after the first failure, and calls under way finish into the cache
 */
export async function recogniseAllItems(
	context: IExecuteFunctions,
	api: OcrApi,
): Promise<INodeExecutionData[][]> {
	const settings = await readRunSettings(context, api);
	const signal = context.getExecutionCancelSignal();
	const run: Run = { context, api, settings, gate: new StartGate(settings.minInterval), signal };
	const pictures = collectPictures(context);
	const goesOn = context.continueOnFail();
	const errorColumns =
		context.getNode().onError === 'continueErrorOutput' ? errorOutputColumns : failedColumns;

	let hasFailed = false;
	const outcomes = await mapBounded(
		pictures,
		settings.maxConcurrency,
		async (picture) => {
			const outcome = await process(run, picture);
			hasFailed ||= outcome.kind === 'failed';
			return outcome;
		},
		() => goesOn || !hasFailed,
	);

	const skipped: string[] = [];
	const output = outcomes.flatMap((outcome, index): INodeExecutionData[] => {
		if (!outcome) return [];
		if (outcome.kind === 'recognised') return outcome.items;
		const picture = pictures[index];
		if (outcome.kind === 'skipped') {
			skipped.push(failedColumns(outcome.failure, picture).error);
			return [];
		}
		if (!goesOn) throw toNodeError(context.getNode(), outcome.failure, picture);
		return [
			{
				json: { ...errorColumns(outcome.failure, picture) },
				pairedItem: { item: picture.itemIndex },
			},
		];
	});
	hintAboutSkipped(context, skipped);
	return [output];
}
