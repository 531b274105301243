import { ResultCache } from '../../nodes/shared/call/resultCache.ts';
import { holdClock, later } from '../support/held-clock.mts';

holdClock();

describe('a result that is remembered', () => {
	const answer = { reason: 'success', error_code: 0, result: { n: 1 } };
	const hour = 3_600_000;

	it('is for an hour, and not for longer, however often it is asked for', async () => {
		const cache = new ResultCache();
		const call = jest.fn(async () => await Promise.resolve(answer));
		await cache.share('k', call);
		await later(hour / 2);
		await cache.share('k', call);
		await later(hour / 2);
		expect(await cache.share('k', call)).toEqual(answer);
		expect(call).toHaveBeenCalledTimes(1);
		await later(1);
		await cache.share('k', call);
		expect(call).toHaveBeenCalledTimes(2);
	});

	it('is one of the last 5,000 that were used', async () => {
		const cache = new ResultCache();
		const made: string[] = [];
		const ask = async (key: string) =>
			await cache.share(key, async () => {
				made.push(key);
				return await Promise.resolve(answer);
			});
		for (let index = 0; index < 5000; index++) await ask(`k${index}`);
		await ask('k0');
		expect(made).toHaveLength(5000);
		await ask('k5000');
		made.length = 0;
		for (const key of ['k0', 'k2', 'k5000', 'k1']) await ask(key);
		expect(made).toEqual(['k1']);
	});

	/** An answer of so many bytes as V8 holds its JSON: two for a character. */
	const ofBytes = (bytes: number) => {
		const around = JSON.stringify({ result: { text: '' } }).length;
		return { result: { text: 'x'.repeat(bytes / 2 - around) } };
	};

	it('has at most 5 MB as V8 holds it', async () => {
		const cache = new ResultCache();
		for (const [key, bytes, calls] of [
			['fits', 5e6, 1],
			['does not', 5e6 + 2, 2],
		] as const) {
			const call = jest.fn(async () => await Promise.resolve(ofBytes(bytes)));
			await cache.share(key, call);
			await cache.share(key, call);
			expect(call).toHaveBeenCalledTimes(calls);
		}
	});

	it('makes room for others once it is forgotten: 50 MB of all together', async () => {
		const cache = new ResultCache();
		const tenth = ofBytes(5e6);
		const made: number[] = [];
		const ask = async (index: number) =>
			await cache.share(`k${index}`, async () => {
				made.push(index);
				return await Promise.resolve(tenth);
			});
		const indexes = Array.from({ length: 10 }, (_, index) => index);
		for (const index of indexes) await ask(index);
		await later(hour + 1);
		for (const index of indexes) await ask(index);
		made.length = 0;
		for (const index of indexes) await ask(index);
		expect(made).toEqual([]);
		await ask(10);
		await ask(0);
		expect(made).toEqual([10, 0]);
	});
});
