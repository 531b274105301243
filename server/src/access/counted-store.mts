import type { Refusal } from './access.mts';
import { CounterThread } from './counter-thread.mts';
import type { KeySource } from './key-source.mts';
import type { KeyStore, StoredKey, Usage } from './key-store.mts';
import { StoreCondition } from './store-condition.mts';
import { StoreError } from './store-error.mts';

/** How often a store that cannot be written is tried again (milliseconds). */
const retryInterval = 1_000;

/**
 * A key store as the server uses it: read where calls are answered, which waits for no lock since readers and
 * writers do not stop each other, and counted in by a thread of its own.
 */
export class CountedStore implements KeySource {
	readonly #store: KeyStore;
	readonly #counter: CounterThread;
	readonly #condition: StoreCondition;
	#retry: NodeJS.Timeout | undefined;

	/**
	 * @param path of the store's file
	 * @param store the same file, opened without patience
	 * @param tell called when the store can no longer be used, or for another reason than before, or again
	 */
	constructor(path: string, store: KeyStore, tell: (error: StoreError | undefined) => void) {
		this.#store = store;
		this.#counter = new CounterThread(path);
		this.#condition = new StoreCondition(tell);
	}

	find(key: string): StoredKey | undefined {
		return this.#read(() => this.#store.find(key));
	}

	usage(id: number, now: number): Usage {
		return this.#read(() => this.#store.usage(id, now));
	}

	count({ id, name }: Pick<StoredKey, 'id' | 'name'>, now: number): Promise<Refusal | undefined> {
		return this.#write({ key: { id, name }, now });
	}

	fault(): StoreError | undefined {
		this.#condition.read(this.#store.fault());
		return this.#condition.fault;
	}

	close(): void {
		clearTimeout(this.#retry);
		this.#counter.close();
		this.#store.close();
	}

	#read<T>(work: () => T): T {
		try {
			const result = work();
			this.#condition.read(undefined);
			return result;
		} catch (error) {
			if (error instanceof StoreError) this.#condition.read(error);
			throw error;
		}
	}

	async #write(order: Parameters<CounterThread['ask']>[0]): Promise<Refusal | undefined> {
		try {
			const refusal = await this.#counter.ask(order);
			this.#condition.wrote(undefined);
			return refusal;
		} catch (error) {
			this.#condition.wrote(error as StoreError);
			if (this.#condition.writeFault) this.#tryAgain();
			throw error;
		}
	}

	/** Callers may stay away while the store cannot be written: it is tried without them. */
	#tryAgain(): void {
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => {
			this.#write({ now: Date.now() }).catch(() => undefined);
		}, retryInterval).unref();
	}
}
