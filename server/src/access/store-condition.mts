import type { StoreError } from './store-error.mts';

/** What became of the last read and the last write of a key store. */
export class StoreCondition {
	readonly #tell: (error: StoreError | undefined) => void;
	readonly #last: Partial<Record<'read' | 'write', StoreError>> = {};
	#told: string | undefined;

	/** @param tell called when the store can no longer be used, or for another reason than before, or again */
	constructor(tell: (error: StoreError | undefined) => void) {
		this.#tell = tell;
	}

	/** Why the store cannot be used; a lock is not a fault of the store. */
	get fault(): StoreError | undefined {
		return this.#errors.find(({ fault }) => fault !== 'busy');
	}

	/** Notes how a read or a write ended. */
	note(side: 'read' | 'write', error: StoreError | undefined): void {
		this.#last[side] = error;
		const reason = this.fault ?? this.#errors.at(0);
		if (reason?.message === this.#told) return;
		this.#told = reason?.message;
		this.#tell(reason);
	}

	get #errors(): StoreError[] {
		const { read, write } = this.#last;
		return [read, write].filter((error) => error !== undefined);
	}
}
