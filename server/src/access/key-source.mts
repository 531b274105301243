import type { Refusal } from './access.mts';
import type { StoredKey, Usage } from './key-store.mts';
import type { StoreError } from './store-error.mts';

/** Where keys are found and readings counted. Everything but `fault` throws StoreError when it cannot be used. */
export interface KeySource {
	/** The stored key that is equal to the given one. */
	find(key: string): StoredKey | undefined;
	/** What was counted for a key in the day and the minute of `now` (milliseconds), and ever. */
	usage(id: number, now: number): Usage;
	/** Counts one reading, or says why it may not be made; a refused one is not counted. */
	count(
		key: Pick<StoredKey, 'id' | 'name'>,
		now: number,
	): Refusal | undefined | Promise<Refusal | undefined>;
	/** Why it cannot be used just now. */
	fault(): StoreError | undefined;
	close(): void;
}
