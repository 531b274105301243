import type { Refusal } from './access.mts';
import type { StoredKey } from './key-store.mts';
import type { StoreFault } from './store-error.mts';

/** What the thread that counts is asked for: one reading, or whether anything could be counted. */
export interface CountingOrder {
	id: number;
	/** The key to count for; none to try a write that changes nothing. */
	key?: Pick<StoredKey, 'id' | 'name'>;
	/** Milliseconds since 1970. */
	now: number;
	/** Until when a lock is waited for, in milliseconds of the clock that only goes on. */
	until: number;
}

/** What the thread answers. */
export interface CountingReport {
	id: number;
	refusal?: Refusal;
	failure?: { fault: StoreFault; message: string };
}

/** A clock in milliseconds that all threads share and that nobody sets. */
export const monotonicNow = (): number => Number(process.hrtime.bigint() / 1_000_000n);
