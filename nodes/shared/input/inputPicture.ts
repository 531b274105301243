import type { IBinaryData } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';
import type { PictureOrigin } from '../ocrApi';

/** Bytes: more than any picture that an API takes, little enough to hold a few of. */
export const MAX_PICTURE_BYTES = 20e6;

/** A picture of an input item that has not been read yet. */
export interface InputPicture {
	itemIndex: number;
	origin: PictureOrigin;
	/**
	 * Reads the bytes when their turn comes, so that memory holds only the pictures under way.
	 *
	 * @throws RecognitionFailure where there is no such picture
	 */
	load(): Promise<Buffer>;
	/** The picture as n8n stores it, for Keep Image. */
	toBinary(): Promise<IBinaryData>;
}

/** Refuses a file that is too large to be looked at, before it is in memory. */
export function tooLarge(): RecognitionFailure {
	return new RecognitionFailure({
		origin: 'input',
		message: `The file is larger than ${MAX_PICTURE_BYTES / 1e6} MB and was not read`,
		remedy: 'Send a smaller image',
		retry: 'never',
		unsupportedFile: true,
	});
}

/** Stands for a picture that cannot be had, so that it has its outcome in its place. */
export function failingPicture(
	itemIndex: number,
	sourceField: string | null,
	failure: RecognitionFailure,
): InputPicture {
	const fail = async () => {
		throw failure;
	};
	return { itemIndex, origin: { sourceFile: null, sourceField }, load: fail, toBinary: fail };
}
