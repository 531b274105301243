import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { mapBounded } from './call/pool';
import { RequestMemory } from './call/requestMemory';
import { StartGates } from './call/startGate';
import { destinationReader } from './destination';
import { failedItem } from './failedItem';
import { hintAboutLeftOut, hintAboutPlainHttp, hintAboutSkipped } from './hints';
import type { PartlyRead } from './hints';
import { collectPictures } from './input/collectPictures';
import { failedColumns, nameOf, toNodeError } from './nodeErrors';
import type { OcrApi } from './ocrApi';
import { isRead, preparePicture, recognisePicture } from './recognisePicture';
import type { Run } from './recognisePicture';
import { readRunSettings } from './settings';

/**
 * Recognises every picture of every input item. Each has exactly one outcome, in input order: the items of
 * its documents, an error item, or a place in the hint about skipped files.
 *
 * @throws NodeApiError or NodeOperationError of the first picture that failed, where the node stops on errors;
 * no call starts after the first failure, and calls under way finish into the cache
 */
export async function recogniseAllItems(
	context: IExecuteFunctions,
	api: OcrApi,
): Promise<INodeExecutionData[][]> {
	const settings = readRunSettings(context);
	const signal = context.getExecutionCancelSignal();
	const reading = new AbortController();
	const endReading = () => reading.abort();
	signal?.addEventListener('abort', endReading);
	const run: Run = {
		context,
		api,
		settings,
		readDestination: destinationReader(context, api),
		gates: new StartGates(settings.minInterval),
		memory: new RequestMemory(),
		signal,
		reading: reading.signal,
	};
	const pictures = collectPictures(context);
	const goesOn = context.continueOnFail();

	let hasFailed = false;
	const mayStart = () => goesOn || !hasFailed;
	const outcomes = await mapBounded(
		pictures,
		settings.maxConcurrency,
		{
			prepare: async (picture) => await preparePicture(run, picture),
			work: async (prepared) => {
				// Reading it can have taken longer than an earlier picture took to fail.
				if (isRead(prepared) && !mayStart()) return undefined;
				const outcome = await recognisePicture(run, prepared);
				hasFailed ||= outcome.kind === 'failed';
				return outcome;
			},
		},
		mayStart,
	);
	signal?.removeEventListener('abort', endReading);
	endReading();

	hintAboutPlainHttp(context, run.gates.servers);
	const skipped: string[] = [];
	const partly: PartlyRead[] = [];
	const output = outcomes.flatMap((outcome, index): INodeExecutionData[] => {
		if (!outcome) return [];
		const picture = pictures[index];
		if (outcome.kind === 'recognised') {
			partly.push({ file: nameOf(picture) ?? `file ${index + 1}`, leftOut: outcome.leftOut });
			return outcome.items;
		}
		if (outcome.kind === 'skipped') {
			skipped.push(failedColumns(outcome.failure, picture).error);
			return [];
		}
		if (!goesOn) throw toNodeError(context.getNode(), outcome.failure, picture);
		return [failedItem(context, outcome.failure, picture, outcome.image)];
	});
	hintAboutSkipped(context, skipped);
	hintAboutLeftOut(context, partly);
	return [output];
}
