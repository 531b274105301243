import { malformedAnswer } from './envelope';
import { isCount, leftOutFields } from './leftOut';
import type { OcrApi } from './ocrApi';

type Values = Record<string, unknown>;

/**
 * What a self-hosted server says beside the documented values: of one document, and of the file that holds it. None of
 * it is a column.
 */
export const serverFields: ReadonlySet<string> = new Set([
	'confidence',
	'adjustments',
	'location',
	'kind',
	'several',
	'page',
	'box',
	'documents',
	'pageCount',
	...leftOutFields,
]);

/** One of the documents that a file holds. */
export interface FoundDocument {
	/** The result that the file would have if it held this document alone. */
	result: Values;
	/** Which page of the file it begins on, from 1; null where nobody said. */
	page: number | null;
}

const isRecord = (value: unknown): value is Values =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Takes a result apart into those of the documents that the file holds. The paid service, and a file of one document,
 * have no list of them: then the result is the only one's.
 *
 * @returns at least one, in the order of the file; the last one says what of the file was left out
 * @throws RecognitionFailure where there is a list, and it is none of documents
 */
export function documentsOf(api: OcrApi, result: Values): FoundDocument[] {
	const values = api.valuesOf(result);
	const { documents = [], ...others }: Values = isRecord(values) ? values : {};
	if (!Array.isArray(documents) || !documents.every(isRecord))
		throw malformedAnswer('a result whose documents are none');
	if (documents.length === 0) return [{ result, page: null }];
	const ofFile = Object.fromEntries(leftOutFields.map((field) => [field, others[field]]));
	return documents.map(({ page, ...document }, index) => ({
		result: api.withValues(result, {
			...document,
			...(index === documents.length - 1 && ofFile),
		}),
		page: isCount(page) ? page : null,
	}));
}
