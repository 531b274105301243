const minute = 60_000;
const day = 24 * 60 * minute;
/** China Standard Time, which has no summer time: days begin at midnight in China. */
const offset = 8 * 60 * minute;

/** The spans of time over which readings are limited: the start of the one that a moment lies in (milliseconds). */
export const windows = {
	minute: (now: number) => now - (now % minute),
	day: (now: number) => now - ((now + offset) % day),
};

export type Window = keyof typeof windows;
