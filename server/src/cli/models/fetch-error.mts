/** Thrown when models cannot be had or kept; the message says what to do. */
export class FetchError extends Error {
	override name = 'FetchError';
}

/** Thrown for what another try may mend. */
export class PassingError extends FetchError {
	override name = 'PassingError';
	/** Whether what was had so far is of no use. */
	readonly startAnew: boolean;

	constructor(message: string, { startAnew = false } = {}) {
		super(message);
		this.startAnew = startAnew;
	}
}
