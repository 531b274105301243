import type { IBinaryData } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';
import type { Bounds } from '../call/bounded';
import type { PictureOrigin } from '../ocrApi';

/** Bytes: more than any picture that an API takes, little enough to hold a few of. */
export const MAX_PICTURE_BYTES = 20e6;

/** A picture of an input item that has not been read yet. */
export interface InputPicture {
	itemIndex: number;
	origin: PictureOrigin;
	/**
	 * Reads the bytes when their turn comes, so that memory holds only the pictures under way. They are the caller's
	 * alone.
	 *
	 * @throws RecognitionFailure where there is no such picture
	 */
	load(bounds: Bounds): Promise<Buffer>;
	/**
	 * The picture as n8n stores it, for Keep Image.
	 *
	 * @param bytes what `load` returned; missing where the picture was not read
	 * @returns undefined where it was not read and n8n has no file of it
	 */
	toBinary(bytes?: Buffer): Promise<IBinaryData | undefined>;
}

/** Says why an input holds no picture that could be read. */
export function inputFailure(
	message: string,
	remedy: string,
	unsupportedFile = true,
): RecognitionFailure {
	return new RecognitionFailure({
		origin: 'input',
		message,
		remedy,
		retry: 'never',
		unsupportedFile,
	});
}

/** Refuses a file that is too large to be looked at, before it is in memory. */
export function tooLarge(): RecognitionFailure {
	const { details } = inputFailure(
		`The file is larger than ${MAX_PICTURE_BYTES / 1e6} MB and was not read`,
		'Send a smaller image, or a document of many pages in parts',
	);
	return new RecognitionFailure({ ...details, file: 'unreadable' });
}

/** Stands for a picture that cannot be had, so that it has its outcome in its place. */
export function failingPicture(
	itemIndex: number,
	sourceField: string | null,
	failure: RecognitionFailure,
): InputPicture {
	return {
		itemIndex,
		origin: { sourceFile: null, sourceField },
		load: async () => {
			throw failure;
		},
		toBinary: async () => undefined,
	};
}

/** A name or text of others, short enough for a message. */
export function shortened(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
