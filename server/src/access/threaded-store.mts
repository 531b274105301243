import { setTimeout as sleep } from 'node:timers/promises';
import type { Refusal } from './access.mts';
import type { KeySource } from './key-source.mts';
import type { FoundKey, StoredKey } from './stored-key.mts';
import { StoreClient } from './store-client.mts';
import { StoreCondition } from './store-condition.mts';
import { StoreError } from './store-error.mts';

/** How often a store that cannot be written is tried again (milliseconds). */
const retryInterval = 1_000;
/** How long a question for faults waits for a look at the store before it tells what was known (milliseconds). */
const faultPatience = 200;

/** A key store as the server uses it: everything that touches its file is done by a thread of its own. */
export class ThreadedStore implements KeySource {
	readonly #client: StoreClient;
	readonly #condition: StoreCondition;
	#check: Promise<unknown> | undefined;
	#retry: NodeJS.Timeout | undefined;
	#closed = false;

	/**
	 * @param path of the store's file
	 * @param tell called when the store can no longer be used, or for another reason than before, or again
	 */
	constructor(path: string, tell: (error: StoreError | undefined) => void) {
		this.#client = new StoreClient(path);
		this.#condition = new StoreCondition(tell);
	}

	look(key: string, now: number): Promise<FoundKey | undefined> {
		return this.#noted('read', this.#client.ask('look', key, now));
	}

	count({ id, name }: StoredKey, now: number): Promise<Refusal | undefined> {
		return this.#write(this.#client.ask('count', { id, name }, now));
	}

	async fault(): Promise<StoreError | undefined> {
		this.#check ??= this.#noted('read', this.#client.ask('check', { write: false }))
			.catch(() => undefined)
			.finally(() => (this.#check = undefined));
		await Promise.race([this.#check, sleep(faultPatience, undefined, { ref: false })]);
		return this.#condition.fault;
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#retry);
		this.#client.close();
	}

	async #noted<T>(side: 'read' | 'write', answer: Promise<T>): Promise<T> {
		try {
			const result = await answer;
			this.#condition.note(side, undefined);
			return result;
		} catch (error) {
			this.#condition.note(side, error as StoreError);
			throw error;
		}
	}

	async #write<T>(answer: Promise<T>): Promise<T> {
		try {
			return await this.#noted('write', answer);
		} catch (error) {
			if ((error as StoreError).fault !== 'busy') this.#tryAgain();
			throw error;
		}
	}

	/** Callers may stay away while the store cannot be written: it is tried without them. */
	#tryAgain(): void {
		if (this.#closed) return;
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => {
			this.#write(this.#client.ask('check', { write: true })).catch(() => undefined);
		}, retryInterval).unref();
	}
}
