import { RecognitionFailure } from '../failure';
import { pause } from './cancellation';
import type { StartGate } from './startGate';

/** Milliseconds before the first retry; doubled for each further one. */
const FIRST_DELAY = 1000;
/** Milliseconds at the most. */
const MAX_DELAY = 30_000;
/** Each such retry may cost money, so there are few, whatever Retries on Rate Limit says. */
const UNCERTAIN_RETRIES = 2;

export interface RetryRules {
	rateLimitRetries: number;
	retryUncertain: boolean;
}

/** Exponential backoff with full jitter over its upper half, in milliseconds. */
function backoff(attempt: number): number {
	const ceiling = Math.min(FIRST_DELAY * 2 ** attempt, MAX_DELAY);
	return ceiling / 2 + (Math.random() * ceiling) / 2;
}

function mayRetry(
	{ details: { retry } }: RecognitionFailure,
	attempt: number,
	rules: RetryRules,
): boolean {
	if (retry === 'safe') return attempt < rules.rateLimitRetries;
	return retry === 'uncertain' && rules.retryUncertain && attempt < UNCERTAIN_RETRIES;
}

/**
 * Calls until it succeeds or may not be called again. What may be billed twice is only repeated where the user
 * asked for it.
 *
 * @throws the last call's error
 */
export async function callWithRetries<T>(
	call: () => Promise<T>,
	rules: RetryRules,
	gate: StartGate,
	signal?: AbortSignal,
): Promise<T> {
	for (let attempt = 0; ; attempt++) {
		await gate.enter(signal);
		let failure: unknown;
		try {
			return await call();
		} catch (error) {
			failure = error;
		}
		if (!(failure instanceof RecognitionFailure) || !mayRetry(failure, attempt, rules))
			throw failure;
		const delay = backoff(attempt);
		if (failure.details.retry === 'safe') gate.holdBack(delay);
		await pause(delay, signal);
	}
}
