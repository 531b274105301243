/** Thrown when the command line or the environment cannot be followed; the message says why. */
export class UsageError extends Error {
	override name = 'UsageError';
}
