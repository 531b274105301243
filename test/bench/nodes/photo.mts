import { randomFillSync } from 'node:crypto';

import { labelledPng } from '../../support/pictures.mts';

/** The chunk that `labelledPng` makes a file large with. */
const PADDING = 'prVt';

/**
 * A picture of its own with content as incompressible as a photo's, which is what encoders and detectors of
 * encodings meet. Nobody checks the sum of the chunk that holds it.
 */
export function photo(label: string, bytes: number): Buffer {
	const picture = labelledPng(label, 40, 30, bytes);
	return randomFillSync(picture, picture.indexOf(PADDING) + PADDING.length, bytes);
}
