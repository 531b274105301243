import { isCancellation } from '../../nodes/shared/call/cancellation.ts';
import { callWithRetries } from '../../nodes/shared/call/retry.ts';
import { StartGates } from '../../nodes/shared/call/startGate.ts';

import type { FailureDetails, RecognitionFailure } from '../../nodes/shared/failure.ts';
import { failure, holdClock, later, watch } from '../support/held-clock.mts';

holdClock();

describe('retries', () => {
	const rules = { rateLimitRetries: 3, retryUncertain: false };
	const gateOf = (minInterval = 0) =>
		new StartGates(minInterval).of({ baseUrl: 'http://a', key: 'k' } as never);

	/** Calls that fail each in its way, and then succeed; with the milliseconds at which each began. */
	function calls(...failures: unknown[]) {
		const start = Date.now();
		const made: number[] = [];
		const call = async () => {
			made.push(Date.now() - start);
			if (made.length <= failures.length) throw failures[made.length - 1];
			return await Promise.resolve('answer');
		};
		return { call, made };
	}
	const random = (value: number) => jest.spyOn(Math, 'random').mockReturnValue(value);
	const never = new Array<RecognitionFailure>(20).fill(failure({ message: 'busy' }));

	it.each([
		[0, [0, 500, 1500, 3500]],
		[0.999999999, [0, 1000, 3000, 7000]],
	])(
		'wait twice as long each time, by chance %d between half and all of it',
		async (chance, starts) => {
			random(chance);
			const { call, made } = calls(...never);
			const done = watch(callWithRetries(call, rules, gateOf()));
			await later(60_000);
			expect(made.map((at) => Math.round(at))).toEqual(starts);
			expect(done.error?.message).toBe('busy');
		},
	);

	it('wait half a minute at the most', async () => {
		random(0.999999999);
		const { call, made } = calls(...never);
		watch(callWithRetries(call, { ...rules, rateLimitRetries: 7 }, gateOf()));
		await later(600_000);
		const gaps = made.slice(1).map((at, index) => Math.round((at - made[index]) / 1000));
		expect(gaps).toEqual([1, 2, 4, 8, 16, 30, 30]);
	});

	it('wait as long as the server asks, if that is longer', async () => {
		random(0);
		const { call, made } = calls(failure({ retryAfter: 5000 }), failure({ retryAfter: 100 }));
		watch(callWithRetries(call, rules, gateOf()));
		await later(60_000);
		expect(made).toEqual([0, 5000, 6000]);
	});

	it('wait for a server that asks for two minutes, and not for one that asks for more', async () => {
		const [patient, hasty] = [120_000, 120_001].map((retryAfter) => calls(failure({ retryAfter })));
		const first = watch(callWithRetries(patient.call, rules, gateOf()));
		const second = watch(callWithRetries(hasty.call, rules, gateOf()));
		await later(120_000);
		expect(first).toEqual({ value: 'answer' });
		expect(hasty.made).toEqual([0]);
		expect(second.error?.details.remedy).toBe(
			'The server asks to wait 121 seconds (until 2026-03-01 09:02:00 UTC) before the next request. r',
		);
	});

	it.each([0, undefined])('say nothing of a wait of %p', async (retryAfter) => {
		const { call } = calls(failure({ retry: 'never', retryAfter }));
		await expect(callWithRetries(call, rules, gateOf())).rejects.toMatchObject({
			details: { remedy: 'r' },
		});
	});

	it('are two of an uncertain request, whatever Retries on Rate Limit says, and none unasked', async () => {
		const uncertain = new Array<RecognitionFailure>(9).fill(failure({ retry: 'uncertain' }));
		for (const [retryUncertain, count] of [
			[true, 3],
			[false, 1],
		] as const) {
			const { call, made } = calls(...uncertain);
			const done = watch(callWithRetries(call, { rateLimitRetries: 9, retryUncertain }, gateOf()));
			await later(600_000);
			expect(made).toHaveLength(count);
			expect(done.error?.details.retry).toBe('uncertain');
		}
	});

	it('are none of what would fail again, nor of another error', async () => {
		const other = new Error('no failure of ours');
		for (const thrown of [failure({ retry: 'never' }), other]) {
			const { call, made } = calls(thrown);
			const done = watch(callWithRetries(call, { ...rules, retryUncertain: true }, gateOf()));
			await later(600_000);
			expect(made).toEqual([0]);
			expect(done.error).toBe(thrown);
		}
	});

	it('end with a cancellation, in the middle of their pause', async () => {
		const execution = new AbortController();
		const { call, made } = calls(...never);
		const done = watch(callWithRetries(call, rules, gateOf(), execution.signal));
		await later(100);
		execution.abort();
		await later(0);
		expect(isCancellation(done.error)).toBe(true);
		await later(600_000);
		expect(made).toEqual([0]);
	});

	it('end where an earlier picture met an error that all would meet', async () => {
		const gate = gateOf();
		const { call, made } = calls(...never);
		const done = watch(callWithRetries(call, rules, gate));
		await later(100);
		gate.close(failure({ message: 'key used up', retry: 'never' }));
		gate.close(failure({ message: 'second', retry: 'never' }));
		await later(60_000);
		expect(made).toEqual([0]);
		expect(done.error?.message).toBe(
			'key used up; this image was not sent, because an earlier one met this error',
		);
	});

	it('close the gate on what stops the key, and on nothing else', async () => {
		const gate = gateOf();
		const refused = async (details: Partial<FailureDetails>) =>
			await callWithRetries(calls(failure({ retry: 'never', ...details })).call, rules, gate);
		await expect(refused({ message: 'bad picture' })).rejects.toThrow(/^bad picture$/);
		await expect(refused({ message: 'bad key', stopsKey: true })).rejects.toThrow(/^bad key$/);
		await expect(refused({})).rejects.toThrow(/^bad key; this image was not sent/);
	});

	it('of a rate limit hold back the other pictures, of an uncertain request they do not', async () => {
		random(0);
		const uncertainToo = { ...rules, retryUncertain: true };
		for (const [details, second] of [
			[{ retry: 'safe' }, 500],
			[{ retry: 'uncertain' }, 10],
			[{ retry: 'uncertain', retryAfter: 3000 }, 3000],
		] as const) {
			const gate = gateOf();
			watch(callWithRetries(calls(failure(details)).call, uncertainToo, gate));
			const other = calls();
			await later(10);
			const start = Date.now() - 10;
			const began: number[] = [];
			watch(
				callWithRetries(
					async () => {
						began.push(Date.now() - start);
						return await other.call();
					},
					rules,
					gate,
				),
			);
			await later(60_000);
			expect(began).toEqual([second]);
		}
	});
});

describe('the starts of requests', () => {
	const starts = async (gates: StartGates, destinations: Array<[baseUrl: string, key: string]>) => {
		const begin = Date.now();
		const at: number[] = [];
		destinations.forEach(([baseUrl, key], index) => {
			void gates
				.of({ baseUrl, key } as never)
				.enter()
				.then(() => (at[index] = Date.now() - begin));
		});
		await later(60_000);
		return at;
	};

	it('keep the interval to one server, whatever the key, and none between servers', async () => {
		const gates = new StartGates(700);
		const order: Array<[string, string]> = [
			['http://a', 'k'],
			['http://a', 'k'],
			['http://b', 'k'],
			['http://a', 'other'],
		];
		expect(await starts(gates, order)).toEqual([0, 700, 0, 1400]);
		expect(gates.servers).toEqual(['http://a', 'http://b']);
	});

	it('wait no more once the interval is over', async () => {
		const gates = new StartGates(700);
		await starts(gates, [['http://a', 'k']]);
		expect(await starts(gates, [['http://a', 'k']])).toEqual([0]);
	});

	it('are held back to the latest time that was asked for', async () => {
		const gates = new StartGates(0);
		const gate = gates.of({ baseUrl: 'http://a', key: 'k' } as never);
		gate.holdBack(5000);
		gate.holdBack(1000);
		expect(await starts(gates, [['http://a', 'k']])).toEqual([5000]);
	});

	it('refuse at once what comes to a closed gate, without a turn of its own', async () => {
		const gates = new StartGates(700);
		const open = gates.of({ baseUrl: 'http://a', key: 'other' } as never);
		const closed = gates.of({ baseUrl: 'http://a', key: 'k' } as never);
		await open.enter();
		closed.close(failure({ message: 'used up' }));
		const refused = watch(closed.enter());
		await later(0);
		expect(refused.error?.message).toMatch(/^used up/);
		expect(await starts(gates, [['http://a', 'other']])).toEqual([700]);
	});

	it('let nothing through that was waiting when the gate closed', async () => {
		const gate = new StartGates(700).of({ baseUrl: 'http://a', key: 'k' } as never);
		await gate.enter();
		const waiting = watch(gate.enter());
		await later(100);
		gate.close(failure({ message: 'used up' }));
		await later(700);
		expect(waiting.error?.message).toMatch(/^used up; this image was not sent/);
	});

	it('close for one key, not for another of the server', async () => {
		const gates = new StartGates(0);
		gates.of({ baseUrl: 'http://a', key: 'k' } as never).close(failure({ message: 'used up' }));
		await expect(gates.of({ baseUrl: 'http://a', key: 'k' } as never).enter()).rejects.toThrow(
			/^used up/,
		);
		await gates.of({ baseUrl: 'http://a', key: 'other' } as never).enter();
	});
});
