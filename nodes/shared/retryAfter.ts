import { headerOf } from './httpAnswer';
import type { HttpAnswer } from './httpAnswer';

/** Milliseconds; whoever asks for more means never. */
const LONGEST = 365 * 24 * 60 * 60 * 1000;

/**
 * How long an answer asks to wait before the next request (RFC 9110, 10.2.3: whole seconds or an HTTP date).
 *
 * @returns milliseconds, 0 for a date that is past; undefined where it does not ask
 */
export function retryAfterOf(answer: HttpAnswer): number | undefined {
	const text = headerOf(answer, 'retry-after');
	if (text === '') return undefined;
	// By the clock of who names the date.
	const now = Date.parse(headerOf(answer, 'date')) || Date.now();
	const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
	return Number.isNaN(milliseconds) ? undefined : Math.min(Math.max(milliseconds, 0), LONGEST);
}

/** `90 seconds (until 2026-03-01 09:30:00 UTC)`. @param milliseconds from now on */
export function describeWait(milliseconds: number): string {
	const until = new Date(Date.now() + milliseconds).toISOString();
	return `${Math.ceil(milliseconds / 1000)} seconds (until ${until.slice(0, 10)} ${until.slice(11, 19)} UTC)`;
}
