/** Returns a generator of numbers from 0 up to 1 that repeats exactly for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** A seed from a name (FNV-1a), so that a document keeps its pictures when others come or go. */
export const seedOf = (name: string): number =>
	[...name].reduce(
		(hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0,
		2166136261,
	);
