const minute = 60_000;
const day = 24 * 60 * minute;
/** China Standard Time, which has no summer time: days begin at midnight in China. */
const offset = 8 * 60 * minute;

/** The spans of time over which readings are limited, in milliseconds: their lengths, and where in time they begin. */
const spans = {
	minute: { length: minute, offset: 0 },
	day: { length: day, offset },
};

export type Window = keyof typeof spans;

/** When the window began that a moment lies in (milliseconds since 1970). */
export const startOf = (window: Window, now: number): number => {
	const { length, offset: beginning } = spans[window];
	return now - ((now + beginning) % length);
};

/**
 * The window in which a reading counts now, when one was counted before in the window that began at `stored`. It is
 * a later one than the clock's after the clock was set back: the next one is kept, so that a clock that goes to and
 * fro opens no window twice; one further ahead came from a clock that was wrong, and its count moves to the present.
 * @returns when the window began, and whether what was counted before counts in it
 */
export function windowAfter(
	stored: number,
	window: Window,
	now: number,
): { start: number; goesOn: boolean } {
	const current = startOf(window, now);
	const isNext = stored === current + spans[window].length;
	return { start: isNext ? stored : current, goesOn: stored >= current };
}
