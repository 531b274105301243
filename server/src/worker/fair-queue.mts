/**
 * A bounded queue of several owners, served owner by owner in turn. One owner alone may fill it; when it is
 * full, whoever has less waiting than others takes the place of the newest item of the owner with the most
 * (longest queue drop): places need not be kept free for owners who may never come.
 */
export class FairQueue<T> {
	readonly #capacity: number;
	/** What waits of each owner, in the order of their turns. */
	readonly #waiting = new Map<string, T[]>();
	/** Places that are kept for items to come. */
	readonly #kept = new Map<string, number>();
	#length = 0;

	/** @param capacity how many items may wait */
	constructor(capacity: number) {
		this.#capacity = capacity;
	}

	/** How many items wait, or have a place kept for them. */
	get length(): number {
		return this.#length;
	}

	/**
	 * Whether an item of this owner may come in, be it in the place of another's. A place that is only kept is not
	 * taken: the item comes in beside it, and whoever kept it finds no room later.
	 * @param spare how many more than the capacity may, because they need not wait
	 */
	hasRoom(owner: string, spare = 0): boolean {
		const beyond = this.#length - this.#capacity - spare;
		if (beyond < 0) return true;
		const heavier = this.#heavierThan(owner);
		if (heavier === undefined) return false;
		return this.#waiting.has(heavier) || beyond < this.#keptOf(heavier);
	}

	/** Keeps a place for an item; returns the item that lost its place to it. There has to be room. */
	keep(owner: string, spare = 0): T | undefined {
		const loser = this.#length < this.#capacity + spare ? undefined : this.#dropFor(owner);
		this.#kept.set(owner, this.#keptOf(owner) + 1);
		this.#length++;
		return loser;
	}

	/** Gives up a place that was kept. */
	giveBack(owner: string): void {
		const left = this.#keptOf(owner) - 1;
		if (left > 0) this.#kept.set(owner, left);
		else this.#kept.delete(owner);
		this.#length--;
	}

	/** Puts an item behind the others of its owner. */
	push(owner: string, item: T): void {
		const items = this.#waiting.get(owner);
		if (items) items.push(item);
		else this.#waiting.set(owner, [item]);
		this.#length++;
	}

	/**
	 * The next item: of the owner with the fewest running, of several such owners of the one whose turn it is.
	 * @param running how many items of an owner are being worked on
	 */
	shift(running: (owner: string) => number): T | undefined {
		let next: string | undefined;
		let fewest = Infinity;
		for (const owner of this.#waiting.keys()) {
			const count = running(owner);
			if (count < fewest) [next, fewest] = [owner, count];
		}
		if (next === undefined) return undefined;
		const items = this.#waiting.get(next) as T[];
		const item = items.shift();
		this.#waiting.delete(next);
		if (items.length > 0) this.#waiting.set(next, items);
		this.#length--;
		return item;
	}

	/** Takes an item out; false when it does not wait here. */
	remove(owner: string, item: T): boolean {
		const items = this.#waiting.get(owner) ?? [];
		const at = items.indexOf(item);
		if (at === -1) return false;
		items.splice(at, 1);
		if (items.length === 0) this.#waiting.delete(owner);
		this.#length--;
		return true;
	}

	/** Takes all items out. */
	clear(): T[] {
		const items = [...this.#waiting.values()].flat();
		this.#waiting.clear();
		this.#length -= items.length;
		return items;
	}

	/** Takes out the newest item of the owner that has to give up a place to this one, where it has one. */
	#dropFor(owner: string): T | undefined {
		const heavier = this.#heavierThan(owner);
		const loser = heavier === undefined ? undefined : this.#waiting.get(heavier)?.at(-1);
		if (heavier !== undefined && loser !== undefined) this.remove(heavier, loser);
		return loser;
	}

	/** The owner with the most places, when it would still have as many as this one after giving up a place. */
	#heavierThan(owner: string): string | undefined {
		let heaviest: string | undefined;
		let most = this.#placesOf(owner) + 1;
		for (const other of [...this.#waiting.keys(), ...this.#kept.keys()]) {
			const places = this.#placesOf(other);
			if (places > most) [heaviest, most] = [other, places];
		}
		return heaviest;
	}

	#placesOf(owner: string): number {
		return (this.#waiting.get(owner)?.length ?? 0) + this.#keptOf(owner);
	}

	#keptOf(owner: string): number {
		return this.#kept.get(owner) ?? 0;
	}
}
