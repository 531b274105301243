import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options } from './optionProperties';

const imageSource: INodeProperties = {
	displayName: 'Image Source',
	name: 'imageSource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Binary Field',
			value: 'binary',
			description: 'Files that an earlier node attached to the item',
		},
		{
			name: 'Image URL',
			value: 'url',
			description: 'A web address that n8n downloads the image from',
		},
		{
			name: 'Base64 Image',
			value: 'base64',
			description: 'The image as base64 text, with or without a data: prefix',
		},
	],
	default: 'binary',
	description: 'Where the images come from',
};

const binaryPropertyName: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data or attachment_*',
	hint: 'Several names separated by commas, a pattern such as attachment_*, or * for all files of the item',
	description: 'The name of the binary field or fields that hold the images',
	displayOptions: { show: { imageSource: ['binary'] } },
};

const imageUrl: INodeProperties = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/receipt.jpg',
	description: 'The web address of the image',
	displayOptions: { show: { imageSource: ['url'] } },
};

const imageBase64: INodeProperties = {
	displayName: 'Base64 Image',
	name: 'imageBase64',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.image }}',
	description: 'The image as base64 text, with or without a data: prefix',
	displayOptions: { show: { imageSource: ['base64'] } },
};

/** The last output mode of every node. */
export const rawOutput: INodePropertyOptions = {
	name: 'Raw Response',
	value: 'raw',
	description: 'What the API answered, unchanged',
};

/**
 * The parameters of an OCR node, in the order they are shown.
 *
 * @param output the node's own parameter `output`
 */
export function ocrNodeProperties(output: INodeProperties): INodeProperties[] {
	return [imageSource, binaryPropertyName, imageUrl, imageBase64, output, options];
}
