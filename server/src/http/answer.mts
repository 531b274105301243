import type { FileReading, Found } from '../worker/messages.mts';

/**
 * What an answer says of a file: the fields of its first document as they are documented, and beside them all its
 * documents where there are several, how many pages it has where these are several, and what was left out.
 */
export function answerOf({ documents, pageCount, leftOut, emptyPages }: FileReading): object {
	return {
		...documents[0].reading.data,
		...documents[0].signs,
		...(documents.length > 1 && { documents: documents.map(toDocument) }),
		...(pageCount > 1 && { pageCount }),
		...(leftOut.documents > 0 && { documentsLeftOut: leftOut.documents }),
		...(leftOut.pages > 0 && { pagesLeftOut: leftOut.pages }),
		...(leftOut.reasons.length > 0 && { leftOut: leftOut.reasons }),
		...(emptyPages.length > 0 && { emptyPages }),
	};
}

const toDocument = ({ place, reading, signs }: Found): object => ({
	...place,
	...reading.data,
	...signs,
});
