import type { StoreError } from './store-error.mts';

/** What became of the last read and the last write of a key store. */
export class StoreCondition {
	readonly #tell: (error: StoreError | undefined) => void;
	#read: StoreError | undefined;
	#write: StoreError | undefined;
	#told: string | undefined;

	/** @param tell called when the store can no longer be used, or for another reason than before, or again */
	constructor(tell: (error: StoreError | undefined) => void) {
		this.#tell = tell;
	}

	/** Why the store cannot be used; a lock is not a fault of the store. */
	get fault(): StoreError | undefined {
		return [this.#read, this.#write].find((error) => error && error.fault !== 'busy');
	}

	/** Why nothing can be written. */
	get writeFault(): StoreError | undefined {
		return this.#write?.fault === 'busy' ? undefined : this.#write;
	}

	/** Notes how a read ended. */
	read(error: StoreError | undefined): void {
		this.#read = error;
		this.#tellChange();
	}

	/** Notes how a write ended. */
	wrote(error: StoreError | undefined): void {
		this.#write = error;
		this.#tellChange();
	}

	#tellChange(): void {
		const error = this.fault ?? this.#read ?? this.#write;
		if (error?.message === this.#told) return;
		this.#told = error?.message;
		this.#tell(error);
	}
}
