import type { ApiName } from './access.mts';
import type { Window } from './windows.mts';

/** What a key may do. */
export interface KeyRules {
	/** Unique; what logs and lists call the key. */
	name: string;
	apis: readonly ApiName[];
	/** Milliseconds since 1970, undefined for never. */
	expires?: number;
	/** Readings a day and a minute, undefined for any number. */
	perDay?: number;
	perMinute?: number;
	/** Addresses and ranges that may use the key; none for all. */
	addresses: readonly string[];
	/** A key to try the service with: over its limit it gets a code of its own. */
	trial: boolean;
}

export interface StoredKey extends KeyRules {
	id: number;
	revoked: boolean;
}

/** Readings that were counted for a key. */
export type Usage = Record<Window | 'total', number>;

/** A key and what was counted for it. */
export interface FoundKey {
	key: StoredKey;
	usage: Usage;
}
