import { readHeader } from '../image/decode.mts';
import type { Api } from './apis.mts';
import { ApiError } from './api-error.mts';

/**
 * The picture in the value of an API's image parameter, checked against the limits of its document
 * without being decoded. Throws ApiError, or PictureError when the bytes are no picture.
 */
export async function takePicture(api: Api, value: unknown): Promise<Buffer> {
	const picture = Buffer.from(base64Of(api, value), 'base64');
	const { format, width, height } = await readHeader(picture);
	const refuse = (hint: string) => new ApiError(api.badRequest, hint);

	if (!api.formats.includes(format)) {
		throw refuse(`the picture is a ${format}, accepted are ${api.formats.join(', ')}`);
	}
	if (Math.min(width, height) < api.shortestSide) {
		throw refuse(
			`the picture has ${width} x ${height} pixels, each side needs at least ${api.shortestSide}`,
		);
	}
	if (Math.max(width, height) > api.longestSide) {
		throw refuse(
			`the picture has ${width} x ${height} pixels, each side may have at most ${api.longestSide}`,
		);
	}
	return picture;
}

/** The base64 text of the parameter; a `+` that a client forgot to escape arrives as a blank. */
function base64Of({ imageParameter, maximumLength, badRequest }: Api, value: unknown): string {
	const refuse = (hint: string) => new ApiError(badRequest, `${imageParameter} ${hint}`);

	if (value === undefined) {
		throw refuse('is missing: send it in a form (application/x-www-form-urlencoded)');
	}
	if (typeof value !== 'string') throw refuse('was sent more than once');
	if (value === '') throw refuse('is empty');
	if (value.length > maximumLength) {
		throw refuse(`is ${value.length} characters, at most ${maximumLength}`);
	}
	if (value.startsWith('data:')) throw refuse('must not begin with data:...;base64,');

	const text = value.replaceAll(' ', '+');
	const stray = text.search(/[^A-Za-z0-9+/]/);
	if (stray !== -1 && !/^={1,2}$/.test(text.slice(stray))) {
		throw refuse(`is not base64: unexpected character at position ${stray + 1}`);
	}
	return text;
}
