import type { Access, Caller, Grant, Refusal } from './access.mts';
import { AddressList } from './addresses.mts';
import type { KeyStore, StoredKey, Usage } from './key-store.mts';

/** Lets in whoever has a key that one of the stores knows, within the rules of that key. */
export class KeyAccess implements Access {
	readonly #stores: readonly KeyStore[];
	readonly #now: () => number;

	/** @param now the clock, in milliseconds since 1970 */
	constructor(stores: readonly KeyStore[], now: () => number = Date.now) {
		this.#stores = stores;
		this.#now = now;
	}

	admit(caller: Caller): Grant | Refusal {
		if (!caller.key) return { code: 10001, hint: 'key is missing' };
		const found = this.#find(caller.key);
		if (!found) return { code: 10001, hint: 'no such key' };

		const { store, key } = found;
		const refusal =
			ruleAgainst(key, caller, this.#now()) ?? limitReached(key, store.usage(key.id, this.#now()));
		if (refusal) return refusal;
		return {
			name: key.name,
			count: () => store.count(key.id, this.#now(), (usage) => limitReached(key, usage)),
		};
	}

	/** Asks every store, so that the answer takes equally long wherever the key is. */
	#find(key: string) {
		const all = this.#stores.map((store) => ({ store, key: store.find(key) }));
		return all.find((entry): entry is { store: KeyStore; key: StoredKey } => Boolean(entry.key));
	}
}

function ruleAgainst(key: StoredKey, { api, address }: Caller, now: number): Refusal | undefined {
	if (key.revoked) return { code: 10009, hint: 'the key was revoked' };
	if (key.expires !== undefined && now >= key.expires) {
		return { code: 10003, hint: `the key expired on ${new Date(key.expires).toISOString()}` };
	}
	if (!key.apis.includes(api)) return { code: 10002, hint: `the key is not for the ${api} API` };
	if (key.addresses.length > 0 && !new AddressList(key.addresses).includes(address)) {
		return { code: 10007, hint: `the key may not be used from ${address}` };
	}
	return undefined;
}

function limitReached({ perDay, perMinute, trial }: StoredKey, usage: Usage): Refusal | undefined {
	if (perDay !== undefined && usage.day >= perDay) {
		return {
			code: trial ? 10013 : 10012,
			hint: `${perDay} readings a day are used up, until midnight in China`,
		};
	}
	if (perMinute !== undefined && usage.minute >= perMinute) {
		return { code: 10011, hint: `${perMinute} readings a minute are used up, try again later` };
	}
	return undefined;
}
