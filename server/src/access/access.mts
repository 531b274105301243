import type { ErrorCode } from '../codes.mts';

/** The names by which keys and switches speak of the two APIs. */
export const apiNames = ['invoice', 'receipt'] as const;
export type ApiName = (typeof apiNames)[number];

/** Why a call is refused: a code of the documents and what to tell the caller. */
export interface Refusal {
	code: ErrorCode;
	hint: string;
}

/** Who calls what. */
export interface Caller {
	key: string | undefined;
	api: ApiName;
	/** The IP address that the call came from, or `unknownAddress`. */
	address: string;
}

/** A caller who was let in. */
export interface Grant {
	/** The name of the key, never the key itself. */
	name: string;
	/** Counts one reading, or says why it may not be made; a refused one is not counted. */
	count(): Promise<Refusal | undefined>;
}

/** Decides who may call. */
export interface Access {
	/** Lets the caller in, or says why not. Counts nothing. */
	admit(caller: Caller): Promise<Grant | Refusal>;
	/** Why keys cannot be looked up or counted for just now, in two words for health checks. */
	fault(): Promise<string | undefined>;
}

export const isRefusal = (outcome: Grant | Refusal): outcome is Refusal => 'code' in outcome;
