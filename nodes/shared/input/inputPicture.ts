import type { IBinaryData } from 'n8n-workflow';

import type { PictureOrigin } from '../ocrApi';

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
