import { RecognitionFailure } from '../failure';
import type { FailureDetails } from '../failure';
import { describeWait } from '../retryAfter';
import { pause } from './cancellation';
import type { StartGate } from './startGate';

/** Milliseconds before the first retry; doubled for each further one. */
const FIRST_DELAY = 1000;
/** Milliseconds at the most. */
const MAX_DELAY = 30_000;
/** Milliseconds: a server that asks for a longer wait is not waited for. */
const LONGEST_WAIT = 120_000;
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
	{ retry, retryAfter = 0 }: FailureDetails,
	attempt: number,
	rules: RetryRules,
): boolean {
	if (retryAfter > LONGEST_WAIT) return false;
	if (retry === 'safe') return attempt < rules.rateLimitRetries;
	return retry === 'uncertain' && rules.retryUncertain && attempt < UNCERTAIN_RETRIES;
}

/** Says how long the server asks to wait, where nobody waits any more. */
function withWait(failure: RecognitionFailure): RecognitionFailure {
	const { retryAfter, remedy } = failure.details;
	if (!retryAfter) return failure;
	return new RecognitionFailure({
		...failure.details,
		remedy: `The server asks to wait ${describeWait(retryAfter)} before the next request. ${remedy}`,
	});
}

/**
 * Calls until it succeeds or may not be called again. What may be billed twice is only repeated where the user
 * asked for it, and nothing is sent any more under a key that every further call would fail with.
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
		if (!(failure instanceof RecognitionFailure)) throw failure;
		const { details } = failure;
		if (details.stopsKey) gate.close(failure);
		if (!mayRetry(details, attempt, rules)) throw withWait(failure);
		const delay = Math.max(backoff(attempt), details.retryAfter ?? 0);
		if (details.retry === 'safe' || details.retryAfter) gate.holdBack(delay);
		await pause(delay, signal);
	}
}
