import { randomFillSync } from 'node:crypto';

import { labelledPng } from '../../support/pictures.mts';

/** The chunk that `labelledPng` makes a file large with. */
const padding = 'prVt';

/**
 * Makes pictures with content as incompressible as a photo's, which is what encoders and detectors of encodings
 * meet. Nobody checks the sum of the chunk that holds it. They share their memory, so that thousands of them leave
 * nothing behind that would be measured: each is overwritten by the next.
 *
 * @param bytes of the content
 */
export function photographer(bytes: number): () => Buffer {
	const picture = labelledPng('photo', 40, 30, bytes);
	const content = picture.indexOf(padding) + padding.length;
	return () => randomFillSync(picture, content, bytes);
}
