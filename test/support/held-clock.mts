import { RecognitionFailure } from '../../nodes/shared/failure.ts';
import type { FailureDetails } from '../../nodes/shared/failure.ts';

/** Puts the test's clock in the place of the machine's: an hour takes no time, and a millisecond is one. */
export function holdClock(): void {
	beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2026-03-01T09:00:00Z') }));
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});
}

/** Lets so much time pass on a held clock, and everything happen that happens in it. */
export const later = async (milliseconds: number): Promise<void> =>
	await jest.advanceTimersByTimeAsync(milliseconds);

/** A failure of which only what a test is about need be said. */
export const failure = (details: Partial<FailureDetails> = {}): RecognitionFailure =>
	new RecognitionFailure({ origin: 'api', message: 'm', remedy: 'r', retry: 'safe', ...details });

/** What became of a promise so far: empty while it is under way. */
export function watch<T>(promise: Promise<T>): { value?: T; error?: RecognitionFailure } {
	const watched: { value?: T; error?: RecognitionFailure } = {};
	promise.then(
		(value) => (watched.value = value),
		(error: RecognitionFailure) => (watched.error = error),
	);
	return watched;
}
