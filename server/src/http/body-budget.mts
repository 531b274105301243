/** Bounds the bytes of all bodies that are held at once, so that many large ones cannot use up the memory. */
export class BodyBudget {
	#left: number;

	/** @param size in bytes */
	constructor(size: number) {
		this.#left = size;
	}

	/** Reserves room for a body; returns what gives it back, undefined when there is too little. */
	reserve(size: number): (() => void) | undefined {
		if (size > this.#left) return undefined;
		this.#left -= size;
		return () => (this.#left += size);
	}
}
