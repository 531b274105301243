/** Whether sending the same picture again can be billed a second time, and so who may decide to do it. */
export type RetryClass =
	/** Nothing was billed: the request never left, or the answer says so. */
	| 'safe'
	/** It may have been billed: only the user may ask for a second try. */
	| 'uncertain'
	/** The same request would fail again. */
	| 'never';

export type FileVerdict =
	/** No document at all: a logo, a picture of a signature, a tracking pixel. */
	| 'noise'
	/** What may well be a document, in a form that cannot be read. */
	| 'unreadable';

export interface FailureDetails {
	/** What happened, in one sentence without a final full stop. */
	message: string;
	/** What to do next. */
	remedy: string;
	retry: RetryClass;
	/** Who refused: `input` for pictures and settings (nothing was sent), `api` for everything that was sent. */
	origin: 'input' | 'api';
	/** Juhe's `error_code`, or a word such as `TIMEOUT` for transport faults. */
	code?: string;
	/** True where every further call with the same key would meet it, so that none is made in this run. */
	stopsKey?: boolean;
	/** Milliseconds that the server asks to wait before the next request. */
	retryAfter?: number;
	/** True for files that can be no document for this API, such as logos; `Unsupported Files: Skip` passes over them. */
	unsupportedFile?: boolean;
	/** What a file is that was looked at and cannot be sent; missing where there was none, or where it was sent. */
	file?: FileVerdict;
}

/**
 * Why one picture has no result. It carries words of ours only: never the answer's `result` (which can echo the
 * key), never picture content, never the HTTP client's error (which holds the whole request).
 */
export class RecognitionFailure extends Error {
	readonly details: FailureDetails;

	constructor(details: FailureDetails) {
		super(details.message);
		this.name = 'RecognitionFailure';
		this.details = details;
	}
}

/** What n8n itself throws, such as a file that is gone from its binary store or a broken expression. */
export function asFailure(error: unknown): RecognitionFailure {
	if (error instanceof RecognitionFailure) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new RecognitionFailure({
		origin: 'input',
		message: `n8n could not provide the image: ${reason}`,
		remedy: 'Check the expressions of this node and the node that provides the image',
		retry: 'never',
	});
}
