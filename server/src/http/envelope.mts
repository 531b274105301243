import { codes, type ErrorCode } from '../codes.mts';

/** The JSON that every call of the APIs answers with. */
export interface Envelope {
	resultcode?: string;
	reason: string;
	result: object | null;
	error_code: number;
}

/** The envelope of a reading. */
export const success = (reason: string, result: object): Envelope => ({
	reason,
	result,
	error_code: 0,
});

/** The envelope of an error: the reason of the documents, then a hint at what was wrong. */
export function failure(code: ErrorCode, hint: string): Envelope {
	const { reason, ...old } = codes[code];
	return { ...old, reason: `${reason}: ${hint}`, result: null, error_code: code };
}
