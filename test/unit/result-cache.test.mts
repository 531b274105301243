import { ResultCache, fingerprint } from '../../nodes/shared/call/resultCache.ts';

/** An envelope whose JSON has about so many characters. */
const answerOf = (characters: number) => ({
	reason: 'success',
	error_code: 0,
	result: { text: 'x'.repeat(characters) },
});

class Calls {
	readonly cache = new ResultCache();
	made: string[] = [];

	async ask(key: string, characters = 10) {
		return await this.cache.share(key, async () => {
			this.made.push(key);
			return answerOf(characters);
		});
	}
}

it('keeps what it has room for, and forgets what was used longest ago', async () => {
	const calls = new Calls();
	// 2 MB each as V8 holds them, so 24 of them have room.
	for (let index = 0; index < 30; index++) {
		await calls.ask(`k${index}`, 1e6);
		await calls.ask('k0', 1e6);
	}
	calls.made = [];
	for (const name of ['k0', 'k29', 'k20', 'k1']) await calls.ask(name, 1e6);
	expect(calls.made).toEqual(['k1']);
});

it('does not keep an answer of megabytes, but shares it while it is under way', async () => {
	const calls = new Calls();
	const [one, two] = await Promise.all([calls.ask('big', 6e6), calls.ask('big', 6e6)]);
	expect(two).toEqual(one);
	expect(calls.made).toEqual(['big']);
	await calls.ask('big', 6e6);
	expect(calls.made).toEqual(['big', 'big']);
});

it('lets a large answer push out no small ones it has room for', async () => {
	const calls = new Calls();
	await calls.ask('small');
	await calls.ask('large', 2e6);
	await calls.ask('small');
	expect(calls.made).toEqual(['small', 'large']);
});

it('gives each who asks an answer of his own', async () => {
	const calls = new Calls();
	const first = await calls.ask('same');
	first.result.text = 'changed';
	expect(await calls.ask('same')).toEqual(answerOf(10));
});

it('remembers no failure', async () => {
	const cache = new ResultCache();
	await expect(cache.share('k', async () => await Promise.reject(new Error('no')))).rejects.toThrow(
		'no',
	);
	expect(await cache.share('k', async () => answerOf(1))).toEqual(answerOf(1));
});

it('tells pictures, keys and addresses apart', () => {
	const picture = Buffer.from('picture');
	const prints = [
		fingerprint(picture, '/path', 'http://a', 'key'),
		fingerprint(picture, '/path', 'http://a', 'key2'),
		fingerprint(picture, '/path', 'http://ak', 'ey'),
		fingerprint(Buffer.from('other'), '/path', 'http://a', 'key'),
	];
	expect(new Set(prints).size).toBe(4);
	expect(fingerprint(picture, '/path', 'http://a', 'key')).toBe(prints[0]);
});
