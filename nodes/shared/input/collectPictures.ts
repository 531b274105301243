import type { IExecuteFunctions } from 'n8n-workflow';

import { asFailure } from '../failure';
import { base64Pictures } from './base64Pictures';
import { binaryPictures } from './binaryPictures';
import { failingPicture } from './inputPicture';
import type { InputPicture } from './inputPicture';
import { urlPictures } from './urlPictures';

type Source = (context: IExecuteFunctions, itemIndex: number) => InputPicture[];

const sources: Readonly<Record<string, Source>> = {
	binary: binaryPictures,
	url: urlPictures,
	base64: base64Pictures,
};

/** The pictures of all input items, in input order; none of them is read yet. */
export function collectPictures(context: IExecuteFunctions): InputPicture[] {
	return context.getInputData().flatMap((_, itemIndex) => {
		try {
			const source = context.getNodeParameter('imageSource', itemIndex) as string;
			return sources[source](context, itemIndex);
		} catch (error) {
			return [failingPicture(itemIndex, null, asFailure(error))];
		}
	});
}
