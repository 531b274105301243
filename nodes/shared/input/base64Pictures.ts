import type { IExecuteFunctions } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';
import type { InputPicture } from './inputPicture';

const DATA_PREFIX = /^data:[^,]{0,100},/;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * Decodes a picture given as base64, with or without a data: prefix, in the ordinary or the URL-safe alphabet.
 *
 * @throws RecognitionFailure where the text is not base64
 */
export function decodeBase64(text: string): Buffer {
	const compact = text.trim().replace(DATA_PREFIX, '').replace(/\s+/g, '');
	if (!BASE64.test(compact)) {
		throw new RecognitionFailure({
			origin: 'input',
			message:
				compact === '' ? 'Base64 Image is empty' : 'Base64 Image holds text that is not base64',
			remedy:
				'Give the image as base64 text, with or without a prefix such as data:image/jpeg;base64,',
			retry: 'never',
			unsupportedFile: true,
		});
	}
	return Buffer.from(compact, 'base64');
}

/** The picture that Base64 Image holds for one item. */
export function base64Pictures(context: IExecuteFunctions, itemIndex: number): InputPicture[] {
	const load = async () =>
		decodeBase64(String(context.getNodeParameter('imageBase64', itemIndex) ?? ''));
	return [
		{
			itemIndex,
			origin: { sourceFile: null, sourceField: null },
			load,
			toBinary: async () => await context.helpers.prepareBinaryData(await load()),
		},
	];
}
