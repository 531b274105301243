/** Thrown when as many pictures are waiting as may wait. */
export class QueueFullError extends Error {
	override name = 'QueueFullError';
}

/** Thrown when a worker died or failed at a picture, or the pool was closed. */
export class ReadingFailedError extends Error {
	override name = 'ReadingFailedError';
}

/** Thrown when the deadline passed because no worker had the time for the picture. */
export class DeadlineError extends Error {
	override name = 'DeadlineError';
}

/** Thrown when nobody waits for the picture any more. */
export class AbandonedError extends Error {
	override name = 'AbandonedError';
}
