import type { Reason } from '../review';

const several = (why: string, advice: string): Reason => ({
	about: 'documents',
	text: `this picture seems to hold several documents: ${why}. ${advice}`,
});

/**
 * The reason that a picture was answered as one document and holds several: what else is on it is in no row.
 *
 * @param why what of the answer shows it
 */
export const severalDocuments = (why: string): Reason =>
	several(why, 'Send a picture of each; the self-hosted server tells them apart by itself');

/**
 * What a self-hosted server says of a page that it could not take apart.
 *
 * @param said the field `several` of the answer
 */
export const saidSeveralProblems = (said: unknown): Reason[] =>
	said === true
		? [
				several(
					'the server could not part them and read one',
					'Look what is missing, and send a picture of each',
				),
			]
		: [];
