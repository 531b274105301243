import type { Access, Caller, Grant, Refusal } from './access.mts';
import type { KeySource } from './key-source.mts';
import { limitReached, ruleAgainst } from './limits.mts';
import { StoreError } from './store-error.mts';
import type { FoundKey } from './stored-key.mts';

/** Characters of the longest key that is looked up; the work must not grow with what a caller sends. */
const longestKey = 1_000;

interface Found extends FoundKey {
	source: KeySource;
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

	async admit(caller: Caller): Promise<Grant | Refusal> {
		if (!caller.key) return { code: 10001, hint: 'key is missing' };
		const unknown = { code: 10001, hint: 'no such key' } as const;
		if (caller.key.length > longestKey) return unknown;
		try {
			const found = await this.#find(caller.key);
			return found ? this.#judge(found, caller) : unknown;
		} catch (error) {
			return refusalOf(error);
		}
	}

	async fault(): Promise<string | undefined> {
		const faults = await Promise.all(this.#sources.map((source) => source.fault()));
		const fault = faults.find((error) => error && error.fault !== 'busy')?.fault;
		return fault && `store ${fault}`;
	}

	#judge({ source, key, usage }: Found, caller: Caller): Grant | Refusal {
		const refusal = ruleAgainst(key, caller, this.#now()) ?? limitReached(key, usage);
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
	async #find(key: string): Promise<Found | undefined> {
		const now = this.#now();
		const answers = await Promise.allSettled(
			this.#sources.map(async (source) => ({ source, ...(await source.look(key, now)) })),
		);
		const found = answers
			.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
			.find((entry): entry is Found => 'key' in entry);
		const failed = answers.find((answer) => answer.status === 'rejected');
		if (!found && failed) throw failed.reason;
		return found;
	}
}

function refusalOf(error: unknown): Refusal {
	if (!(error instanceof StoreError)) throw error;
	return error.fault === 'busy' || error.fault === 'stuck'
		? { code: 10011, hint: 'the key store is busy, try again later' }
		: { code: 10014, hint: "the key store cannot be used, the server's log says why" };
}
