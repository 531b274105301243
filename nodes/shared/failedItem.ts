import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { appendExtras } from './columns';
import type { RecognitionFailure } from './failure';
import type { InputPicture } from './input/inputPicture';
import { binaryOf, inputFields } from './input/keptInput';
import { errorOutputColumns, failedColumns } from './nodeErrors';
import { readItemSettings } from './settings';

/** Options are expressions too, and what failed can be these. */
function includesInputFields(context: IExecuteFunctions, itemIndex: number): boolean {
	try {
		return readItemSettings(context, itemIndex).includeInputFields;
	} catch {
		return false;
	}
}

/**
 * The item of a picture that has no result, among the others or for the error output. There n8n adds the fields of
 * the input item itself, whatever Include Input Fields says.
 *
 * @param image what Keep Image keeps of it
 */
export function failedItem(
	context: IExecuteFunctions,
	failure: RecognitionFailure,
	picture: InputPicture,
	image: IBinaryData | undefined,
): INodeExecutionData {
	const { itemIndex } = picture;
	const item = { pairedItem: { item: itemIndex }, ...binaryOf(picture, image) };
	if (context.getNode().onError === 'continueErrorOutput') {
		const json = { ...errorOutputColumns(failure, picture) };
		// In the combined mode n8n moves files into the JSON, and an item with more than an error there is none to it.
		const isCombined = context.getWorkflowSettings().binaryMode === 'combined';
		return isCombined ? { json, pairedItem: item.pairedItem } : { ...item, json };
	}
	const extras = includesInputFields(context, itemIndex) ? inputFields(context, itemIndex) : [];
	return { ...item, json: appendExtras({ ...failedColumns(failure, picture) }, extras) };
}
