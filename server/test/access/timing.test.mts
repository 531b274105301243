import { KeyAccess } from '../../src/access/key-access.mts';
import { newKey } from '../../src/access/key-hash.mts';
import { KeyStore } from '../../src/access/key-store.mts';

const pairs = 400;
/** Calls in one measurement. */
const calls = 20;
/**
 * How many standard deviations the number of pairs in which the first was slower may lie from the half: by
 * chance it lies beyond 5 in fewer than one of a million runs.
 */
const limit = 5;

/**
 * The sign test: how far the number of pairs in which `first` took longer lies from what chance gives, in
 * standard deviations. The order within a pair alternates by lot; slow machines slow down both.
 */
function deviation(first: () => void, second: () => void): number {
	const time = (act: () => void) => {
		const started = process.hrtime.bigint();
		for (let i = 0; i < calls; i++) act();
		return process.hrtime.bigint() - started;
	};
	let slower = 0;
	for (let i = 0; i < pairs; i++) {
		const firstAhead = Math.random() < 0.5;
		const a = time(firstAhead ? first : second);
		const b = time(firstAhead ? second : first);
		if (firstAhead ? a > b : b > a) slower++;
	}
	return (slower - pairs / 2) / Math.sqrt(pairs / 4);
}

const key = newKey();
/** The key with its last digit changed: all that a comparison from the left would have to read. */
const almost = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
/** The key with its first digit changed: a comparison from the left would end at once. */
const far = (key.startsWith('0') ? '1' : '0') + key.slice(1);

it('takes as long for a wrong key that is almost right as for one that is not', () => {
	const store = new KeyStore(':memory:');
	store.add(key, { name: 'key', apis: ['receipt'], addresses: [], trial: false });
	for (let i = 0; i < 20; i++) {
		store.add(newKey(), { name: `other ${i}`, apis: ['receipt'], addresses: [], trial: false });
	}
	const access = new KeyAccess([store]);
	const check = (wrong: string) => () => {
		access.admit({ key: wrong, api: 'receipt', address: '::1' });
	};
	deviation(check(almost), check(far));
	expect(Math.abs(deviation(check(almost), check(far)))).toBeLessThan(limit);
	store.close();
});

it('would notice a comparison that ends at the first difference', () => {
	const repeats = 50;
	const compare = (wrong: string) => () => {
		for (let repeat = 0; repeat < repeats; repeat++) {
			for (let i = 0; i < key.length && key.charCodeAt(i) === wrong.charCodeAt(i); i++);
		}
	};
	deviation(compare(almost), compare(far));
	expect(deviation(compare(almost), compare(far))).toBeGreaterThan(limit);
});
