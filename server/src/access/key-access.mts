import type { Access, Caller, Grant, Refusal } from './access.mts';
import type { KeySource } from './key-source.mts';
import type { StoredKey } from './key-store.mts';
import { limitReached, ruleAgainst } from './limits.mts';
import { StoreError } from './store-error.mts';

interface Found {
	source: KeySource;
	key: StoredKey;
}

/** Lets in whoever has a key that one of the sources knows, within the rules of that key. */
export class KeyAccess implements Access {
	readonly #sources: readonly KeySource[];
	readonly #now: () => number;

	/** @param now the clock, in milliseconds since 1970 */
	constructor(sources: readonly KeySource[], now: () => number = Date.now) {
		this.#sources = sources;
		this.#now = now;
	}

	admit(caller: Caller): Grant | Refusal {
		if (!caller.key) return { code: 10001, hint: 'key is missing' };
		try {
			const found = this.#find(caller.key);
			return found ? this.#judge(found, caller) : { code: 10001, hint: 'no such key' };
		} catch (error) {
			return refusalOf(error);
		}
	}

	fault(): string | undefined {
		const faults = this.#sources.map((source) => source.fault()?.fault);
		const fault = faults.find((candidate) => candidate && candidate !== 'busy');
		return fault && `store ${fault}`;
	}

	#judge({ source, key }: Found, caller: Caller): Grant | Refusal {
		const now = this.#now();
		const refusal = ruleAgainst(key, caller, now) ?? limitReached(key, source.usage(key.id, now));
		if (refusal) return refusal;
		return {
			name: key.name,
			count: async () => {
				try {
					return await source.count(key, this.#now());
				} catch (error) {
					return refusalOf(error);
				}
			},
		};
	}

	/**
	 * Asks every source, so that the answer takes equally long wherever the key is. One that cannot be used matters
	 * only to callers whose key no other one knows.
	 */
	#find(key: string): Found | undefined {
		let failure: unknown;
		const all = this.#sources.map((source) => {
			try {
				return { source, key: source.find(key) };
			} catch (error) {
				failure = error;
				return { source, key: undefined };
			}
		});
		const found = all.find((entry): entry is Found => entry.key !== undefined);
		if (!found && failure) throw failure;
		return found;
	}
}

function refusalOf(error: unknown): Refusal {
	if (!(error instanceof StoreError)) throw error;
	return error.fault === 'busy'
		? { code: 10011, hint: 'the key store is busy, try again later' }
		: { code: 10014, hint: "the key store cannot be used, the server's log says why" };
}
