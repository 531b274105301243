import type { KeyStore } from './key-store.mts';
import type { StoreFault } from './store-error.mts';

/** What the thread of a key store does for the thread that serves. */
export type StoreMethod = 'look' | 'count' | 'check';

export interface StoreOrder<Method extends StoreMethod = StoreMethod> {
	id: number;
	method: Method;
	values: Parameters<KeyStore[Method]>;
	/** When nobody wants it done any more, in milliseconds of `monotonicNow`. */
	until: number;
}

export interface StoreReport {
	id: number;
	result?: unknown;
	failure?: { fault: StoreFault; message: string };
}

/** A clock in milliseconds that all threads share and that nobody sets. */
export const monotonicNow = (): number => Number(process.hrtime.bigint() / 1_000_000n);
