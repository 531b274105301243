import type { ErrorCode } from '../codes.mts';

/** Ends a request with a code of the documents; `hint` says in a few words what was wrong. */
export class ApiError extends Error {
	override name = 'ApiError';
	readonly code: ErrorCode;
	readonly hint: string;

	constructor(code: ErrorCode, hint: string) {
		super(`${code}: ${hint}`);
		this.code = code;
		this.hint = hint;
	}
}
