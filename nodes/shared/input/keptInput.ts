import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { COMBINED_FILES } from './fieldNames';
import type { InputPicture } from './inputPicture';

/** The fields of an input item, for Include Input Fields: its JSON without the files of the combined binary mode. */
export function inputFields(
	context: IExecuteFunctions,
	itemIndex: number,
): Array<[name: string, value: unknown]> {
	const fields = Object.entries(context.getInputData()[itemIndex].json);
	return fields.filter(([name]) => name !== COMBINED_FILES);
}

/** The part of an output item that holds a picture, for Keep Image: under the name it had in the input. */
export function binaryOf(
	{ origin }: InputPicture,
	image: IBinaryData | undefined,
): Pick<INodeExecutionData, 'binary'> {
	return image ? { binary: { [origin.sourceField ?? 'data']: image } } : {};
}
