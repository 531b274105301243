import { isRefusal, type Caller, type Grant, type Refusal } from '../access/access.mts';
import type { Gate } from '../access/gate.mts';
import { ApiError } from './api-error.mts';

/** Throws a refusal as an ApiError. */
export function refuse(refusal: Refusal | undefined): void {
	if (refusal) throw new ApiError(refusal.code, refusal.hint);
}

/** Lets a call in as soon as something says who calls: the headers, or a parameter of the form. */
export class Admission {
	readonly #gate: Gate;
	readonly #caller: Omit<Caller, 'key'>;
	readonly #admitted: (grant: Grant) => void;
	#grant: Grant | undefined;
	#keys = 0;

	/** @param admitted told of every key with which the call is let in; may throw */
	constructor(gate: Gate, caller: Omit<Caller, 'key'>, admitted: (grant: Grant) => void) {
		this.#gate = gate;
		this.#caller = caller;
		this.#admitted = admitted;
	}

	/** Throws ApiError when something is against the call, whatever its key. */
	check(): void {
		refuse(this.#gate.refusal(this.#caller));
	}

	/** Judges the keys of the query. Throws ApiError when they do not let the call in; an empty one is none. */
	async takeQuery(value: unknown): Promise<void> {
		if (Array.isArray(value)) throw sentTwice();
		if (typeof value === 'string' && value !== '') await this.#admit(value);
	}

	/**
	 * Judges the keys that came in the form so far: one of them comes before that of the query. Throws ApiError.
	 * @returns undefined when there is nothing new to judge
	 */
	takeForm(keys: readonly string[]): Promise<Grant> | undefined {
		if (keys.length === this.#keys) return undefined;
		this.#keys = keys.length;
		if (keys.length > 1) throw sentTwice();
		return this.#admit(keys[0]);
	}

	/** Who was let in. Throws ApiError when nothing said who calls. */
	async grant(): Promise<Grant> {
		return this.#grant ?? (await this.#admit(undefined));
	}

	async #admit(key: string | undefined): Promise<Grant> {
		const grant = await this.#gate.admit({ ...this.#caller, key });
		if (isRefusal(grant)) throw new ApiError(grant.code, grant.hint);
		this.#grant = grant;
		this.#admitted(grant);
		return grant;
	}
}

const sentTwice = () => new ApiError(10001, 'key was sent more than once');
