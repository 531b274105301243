import type { IExecuteFunctions } from 'n8n-workflow';

import { inputFailure } from './inputPicture';
import type { InputPicture } from './inputPicture';
import { describesFile, isFile, isStored } from './itemFiles';
import { textOf } from './parameterText';
import type { TextParameter } from './parameterText';
import { contentOf, isContent } from './pictureContent';

const parameter: TextParameter = { label: 'Base64 Image', wanted: 'the base64 text of one image' };

function read(value: unknown): Buffer {
	if (isFile(value) && !isStored(value)) return contentOf(value.data, parameter.label);
	if (typeof value === 'object' && isContent(value)) return contentOf(value, parameter.label);
	if (describesFile(value))
		throw inputFailure(
			'Base64 Image holds a file instead of its text',
			'Set Image Source to Binary Field and give the name of the field that has the file',
		);
	return contentOf(textOf(value, parameter), parameter.label);
}

/** The picture that Base64 Image holds for one item. */
export function base64Pictures(context: IExecuteFunctions, itemIndex: number): InputPicture[] {
	return [
		{
			itemIndex,
			origin: { sourceFile: null, sourceField: null },
			load: async () => read(context.getNodeParameter('imageBase64', itemIndex)),
			toBinary: async (bytes) => bytes && (await context.helpers.prepareBinaryData(bytes)),
		},
	];
}
