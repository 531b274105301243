import { readBounded, withinBounds } from '../../nodes/shared/call/bounded.ts';
import {
	cancellation,
	isCancellation,
	untilAborted,
} from '../../nodes/shared/call/cancellation.ts';
import { timeoutFailure } from '../../nodes/shared/call/transportFailure.ts';
import { failure, holdClock, later, watch } from '../support/held-clock.mts';

holdClock();

describe('a deadline', () => {
	/** Work that ends with its signal only, as a request does. */
	const endless = async (stop: AbortSignal) =>
		await new Promise<never>((_, reject) =>
			stop.addEventListener('abort', () => reject(new Error('socket closed'))),
		);
	let deadline: AbortController;
	let given: number[];

	beforeEach(() => {
		deadline = new AbortController();
		given = [];
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
			given.push(milliseconds);
			return deadline.signal;
		});
	});

	it('is as long as the timeout, and names it', async () => {
		const work = watch(withinBounds({ timeout: 7000 }, endless, timeoutFailure));
		await later(0);
		expect(work).toEqual({});
		deadline.abort();
		await later(0);
		expect(given).toEqual([7000]);
		expect(work.error?.details).toMatchObject({
			code: 'TIMEOUT',
			message: 'The server did not answer within 7 seconds',
			retry: 'uncertain',
		});
	});

	it('is told from a cancellation', async () => {
		const execution = new AbortController();
		const bounds = { timeout: 7000, signal: execution.signal };
		const work = watch(withinBounds(bounds, endless, timeoutFailure));
		execution.abort();
		await later(0);
		expect(isCancellation(work.error)).toBe(true);
	});

	it('begins no work for an execution that was cancelled', async () => {
		const begin = jest.fn(endless);
		const bounds = { timeout: 1, signal: AbortSignal.abort() };
		await expect(withinBounds(bounds, begin, timeoutFailure)).rejects.toThrow(/was cancelled/);
		expect(begin).not.toHaveBeenCalled();
	});

	it('leaves the error of the work alone, and closes what it left open', async () => {
		let closed: AbortSignal | undefined;
		const fail = async (stop: AbortSignal) => {
			closed = stop;
			return await Promise.reject<never>(new Error('mine'));
		};
		await expect(withinBounds({ timeout: 1 }, fail, timeoutFailure)).rejects.toThrow('mine');
		expect(closed?.aborted).toBe(true);
	});

	it('listens to nothing any more once the work is done', async () => {
		const execution = new AbortController();
		const removed = [execution.signal, deadline.signal].map((signal) =>
			jest.spyOn(signal, 'removeEventListener'),
		);
		const added = [execution.signal, deadline.signal].map((signal) =>
			jest.spyOn(signal, 'addEventListener'),
		);
		const bounds = { timeout: 1, signal: execution.signal };
		expect(
			await withinBounds(bounds, async () => await Promise.resolve('done'), timeoutFailure),
		).toBe('done');
		for (const index of [0, 1]) {
			expect(added[index].mock.calls.map(([type]) => type)).toEqual(['abort']);
			expect(removed[index].mock.calls.map((call) => call.slice(0, 2))).toEqual(
				added[index].mock.calls.map((call) => call.slice(0, 2)),
			);
		}
	});
});

describe('a stream', () => {
	const read = async (most: number) =>
		await readBounded(
			(async function* () {
				yield await Promise.resolve(Buffer.from('abc'));
				yield Buffer.from('de');
			})(),
			most,
			() => failure({ message: 'too large' }),
		);

	it('is read to the byte that is allowed, and not one further', async () => {
		expect((await read(5)).toString()).toBe('abcde');
		await expect(read(4)).rejects.toThrow('too large');
	});
});

describe('waiting for something', () => {
	const never = new Promise<never>(() => undefined);

	it('is not begun for a signal that has aborted', async () => {
		await expect(untilAborted(never, AbortSignal.abort(), cancellation)).rejects.toThrow(
			/was cancelled/,
		);
	});

	it('ends with the signal, and leaves no listener on it once it is over', async () => {
		const execution = new AbortController();
		const added = jest.spyOn(execution.signal, 'addEventListener');
		const removed = jest.spyOn(execution.signal, 'removeEventListener');
		expect(await untilAborted(Promise.resolve('done'), execution.signal, cancellation)).toBe(
			'done',
		);
		expect(removed.mock.calls).toEqual([added.mock.calls[0].slice(0, 2)]);
		const waiting = watch(untilAborted(never, execution.signal, cancellation));
		execution.abort();
		await later(0);
		expect(isCancellation(waiting.error)).toBe(true);
	});
});
