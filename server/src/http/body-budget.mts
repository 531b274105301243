import { networkOf } from './network.mts';

/**
 * How many times what is free a network may hold (dynamic thresholds, Choudhury and Hahne 1998): one alone gets
 * three quarters of all, several hogs get less each, and something is free for whoever comes next.
 */
const greed = 3;
/** The part of all for calls whose key is not known yet. */
const unknownPart = 1 / 4;

/** Bytes that are shared between networks. */
class Shares {
	#free: number;
	readonly #held = new Map<string, number>();

	constructor(size: number) {
		this.#free = size;
	}

	take(network: string, bytes: number): boolean {
		const held = (this.#held.get(network) ?? 0) + bytes;
		if (bytes > 0 && held > greed * (this.#free - bytes)) return false;
		this.#held.set(network, held);
		this.#free -= bytes;
		return true;
	}

	giveBack(network: string, bytes: number): void {
		const held = (this.#held.get(network) ?? 0) - bytes;
		if (held > 0) this.#held.set(network, held);
		else this.#held.delete(network);
		this.#free += bytes;
	}
}

/** Bounds the memory of all forms, and what calls from one address hold of it. */
export class BodyBudget {
	readonly #known: Shares;
	readonly #unknown: Shares;

	/** @param size bytes that all forms together may hold */
	constructor(size: number) {
		this.#known = new Shares(size * (1 - unknownPart));
		this.#unknown = new Shares(size * unknownPart);
	}

	/** What a call holds: nothing yet. */
	open(address: string): BodyCharge {
		return new BodyCharge(networkOf(address), this.#unknown, this.#known);
	}
}

/** The memory that one call holds. */
export class BodyCharge {
	readonly #network: string;
	readonly #known: Shares;
	#shares: Shares;
	#bytes = 0;

	constructor(network: string, unknown: Shares, known: Shares) {
		this.#network = network;
		this.#known = known;
		this.#shares = unknown;
	}

	/** Holds so many bytes more; false when they are not to be had. */
	grow(bytes: number): boolean {
		const granted = this.#shares.take(this.#network, bytes);
		if (granted) this.#bytes += bytes;
		return granted;
	}

	/** Holds its bytes as a call with a key from now on; false when they are not to be had. */
	know(): boolean {
		if (this.#shares === this.#known) return true;
		if (!this.#known.take(this.#network, this.#bytes)) return false;
		this.#shares.giveBack(this.#network, this.#bytes);
		this.#shares = this.#known;
		return true;
	}

	/** Gives everything back, for good. */
	release(): void {
		this.#shares.giveBack(this.#network, this.#bytes);
		this.#bytes = 0;
	}
}
