/** Thrown when bytes are no picture that can be read; the message says why in one line. */
export class PictureError extends Error {
	override name = 'PictureError';
}
