import type { Refusal } from './access.mts';
import type { FoundKey, StoredKey } from './stored-key.mts';
import type { StoreError } from './store-error.mts';

type Awaitable<T> = T | Promise<T>;

/** Where keys are found and readings counted. Both throw StoreError when that cannot be done. */
export interface KeySource {
	/** The stored key that is equal to the given one, and what was counted for it by `now` (milliseconds since 1970). */
	look(key: string, now: number): Awaitable<FoundKey | undefined>;
	/** Counts one reading, or says why it may not be made; a refused one is not counted. */
	count(key: StoredKey, now: number): Awaitable<Refusal | undefined>;
	/** Why the source cannot be used just now. */
	fault(): Awaitable<StoreError | undefined>;
	close(): void;
}
