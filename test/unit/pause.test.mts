import { pause } from '../../nodes/shared/call/cancellation.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it.each([1, 999, 1000, 1001, 60_000, 61_500])('lasts as long as asked: %i ms', async (length) => {
	let isOver = false;
	const paused = pause(length).then(() => (isOver = true));
	await jest.advanceTimersByTimeAsync(length - 1);
	expect(isOver).toBe(false);
	await jest.advanceTimersByTimeAsync(1);
	expect(isOver).toBe(true);
	await paused;
});

it.each([0, -1])('of %i ms is none', async (length) => {
	await pause(length);
	expect(jest.getTimerCount()).toBe(0);
});

it('ends at once when the execution is cancelled, and leaves no timer of more than a second', async () => {
	const execution = new AbortController();
	const paused = pause(60_000, execution.signal);
	await jest.advanceTimersByTimeAsync(1500);
	execution.abort();
	await expect(paused).rejects.toThrow('The execution was cancelled');
	await jest.advanceTimersByTimeAsync(1000);
	expect(jest.getTimerCount()).toBe(0);
});

it('does not begin in an execution that is cancelled', async () => {
	for (const length of [0, 60_000]) {
		await expect(pause(length, AbortSignal.abort())).rejects.toThrow('The execution was cancelled');
	}
	expect(jest.getTimerCount()).toBe(0);
});
