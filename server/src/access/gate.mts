import type { Access, ApiName, Caller, Grant, Refusal } from './access.mts';
import { unknownAddress, type AddressList } from './addresses.mts';

export interface GateOptions {
	/** Addresses that may not call at all. */
	denied: AddressList;
	/** APIs that are switched off. */
	off: readonly ApiName[];
	maintenance: boolean;
}

/** What holds for every caller, asked before the key. */
export class Gate implements Access {
	readonly #options: GateOptions;
	readonly #next: Access;
	/** Set when the server was told to stop: it finishes what it reads and takes nothing new. */
	draining = false;

	/** @param next asked about whoever passes the gate */
	constructor(options: GateOptions, next: Access) {
		this.#options = options;
		this.#next = next;
	}

	/** Why nobody may call from this address at this API now, if so; asks for no key. */
	refusal({ address, api }: Omit<Caller, 'key'>): Refusal | undefined {
		const { denied, off, maintenance } = this.#options;
		if (denied.includes(address)) {
			return { code: 10008, hint: `calls from ${address} are not allowed` };
		}
		if (address === unknownAddress && !denied.isEmpty) {
			return { code: 10008, hint: 'X-Forwarded-For does not tell the address of the caller' };
		}
		if (this.draining) return { code: 10020, hint: 'the server is stopping, try another one' };
		if (maintenance) return { code: 10020, hint: 'try again later' };
		if (off.includes(api)) {
			return { code: 10021, hint: `the ${api} API is switched off on this server` };
		}
		return undefined;
	}

	async admit(caller: Caller): Promise<Grant | Refusal> {
		return this.refusal(caller) ?? this.#next.admit(caller);
	}

	fault(): Promise<string | undefined> {
		return this.#next.fault();
	}
}
