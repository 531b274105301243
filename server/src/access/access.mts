import type { ErrorCode } from '../http/codes.mts';

/** Why a key is refused: a code of the documents and what to tell the caller. */
export interface Refusal {
	code: ErrorCode;
	hint: string;
}

/** Decides who may call. */
export interface Access {
	/** Why a call with this key is refused; undefined when it is allowed. */
	check(key: string | undefined): Refusal | undefined;
}
