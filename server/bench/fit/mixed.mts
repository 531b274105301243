import { randomFrom } from '../../../samples/make/random.mts';

/** The same in another order: the same one for the same seed. */
export function mixed<Item>(all: readonly Item[], seed: number): Item[] {
	const random = randomFrom(seed);
	return all
		.map((item) => ({ item, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);
}
