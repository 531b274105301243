/** Thrown when the models of a folder cannot be used; the message says which file, why, and what to do. */
export class ModelError extends Error {
	override name = 'ModelError';
}
