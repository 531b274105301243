import type { Reason } from '../review';

/**
 * The reason that a picture was answered as one document and holds several: what else is on it is in no row.
 *
 * @param why what of the answer shows it
 */
export const severalDocuments = (why: string): Reason => ({
	about: 'documents',
	text: `this picture seems to hold several documents: ${why}. Send a picture of each; the self-hosted server tells them apart by itself`,
});
