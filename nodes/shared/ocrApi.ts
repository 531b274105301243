import type { IDataObject } from 'n8n-workflow';

import type { FileFormat } from './fileFormats';
import type { ServerKind } from './serverKind';

/** What a server takes. */
export interface PictureLimits {
	formats: readonly FileFormat[];
	/** Characters of the picture as base64. */
	base64Length: number;
	/** Pixels. */
	shortestSide?: number;
	/** Pixels. */
	longestSide?: number;
}

/** Which of its output modes a node is asked for, and how the items are to be named and checked. */
export interface OutputChoices {
	output: string;
	fieldNames: 'english' | 'original';
	reviewChecks: boolean;
}

/** Which picture of the input an item came from. */
export interface PictureOrigin {
	sourceFile: string | null;
	sourceField: string | null;
}

/** Which document of the input an item came from. */
export interface DocumentOrigin extends PictureOrigin {
	/** From 1; null where nobody said. */
	sourcePage: number | null;
	/** Counts the documents of the picture, from 1; null for all of them together. */
	documentNumber: number | null;
}

/**
 * One OCR API of Juhe's, as data: a further API is one more of these in a folder of its own. Everything in this
 * folder works from it and knows no API by name.
 */
export interface OcrApi {
	/** As people read it in errors. */
	displayName: string;
	path: string;
	/** The form parameter that carries the picture as base64. */
	imageParameter: string;
	/** The credential's field with the key of this API, and its label there. */
	keyField: string;
	keyLabel: string;
	limits: Readonly<Record<ServerKind, PictureLimits>>;
	/**
	 * Looks at the `result` of a success before it is kept.
	 *
	 * @throws RecognitionFailure where it has not the documented shape
	 */
	assertResult(result: Record<string, unknown>): void;
	/** What a result says of the document; beside it a self-hosted server lists the documents of a file. */
	valuesOf(result: Record<string, unknown>): unknown;
	/** The result of another document of the same request. */
	withValues(
		result: Record<string, unknown>,
		values: Record<string, unknown>,
	): Record<string, unknown>;
	/**
	 * Turns a `result` that passed `assertResult` into the items of an output mode, columns complete and in their
	 * fixed order.
	 */
	toItems(
		result: Record<string, unknown>,
		choices: OutputChoices,
		origin: DocumentOrigin,
	): IDataObject[];
}
