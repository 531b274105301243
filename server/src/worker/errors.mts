/** Thrown when as many pictures are waiting as may wait. */
export class QueueFullError extends Error {
	override name = 'QueueFullError';
}

/** Thrown when a worker died or failed at a picture, or the pool was closed. */
export class ReadingFailedError extends Error {
	override name = 'ReadingFailedError';
}

/** Thrown when a picture was not read within the deadline. */
export class DeadlineError extends Error {
	override name = 'DeadlineError';
	/** Whether no worker had begun with it. */
	readonly waiting: boolean;

	constructor(waiting: boolean) {
		super(waiting ? 'the deadline passed in the queue' : 'the deadline passed during the reading');
		this.waiting = waiting;
	}
}

/** Thrown when nobody waits for the picture any more. */
export class AbandonedError extends Error {
	override name = 'AbandonedError';
}
