import { assertDecodable, formatOf, sizeOf } from '../image/header.mts';
import type { Api } from './apis.mts';
import { ApiError } from './api-error.mts';

/**
 * The picture in the values of an API's image parameter, checked against the limits of its document
 * without being decoded. Throws ApiError, or PictureError when the bytes are no picture.
 */
export function takePicture(api: Api, values: readonly string[]): Buffer {
	const picture = Buffer.from(base64Of(api, values), 'base64');
	const refuse = (hint: string) => new ApiError(api.badRequest, hint);

	const found = formatOf(picture);
	const format = api.formats.find((accepted) => accepted === found);
	if (!format) {
		throw refuse(`the picture is a ${found}, accepted are ${api.formats.join(', ')}`);
	}
	const size = sizeOf(format, picture);
	const sides = `the picture has ${size.width} x ${size.height} pixels`;
	if (Math.min(size.width, size.height) < api.shortestSide) {
		throw refuse(`${sides}, each side needs at least ${api.shortestSide}`);
	}
	if (Math.max(size.width, size.height) > api.longestSide) {
		throw refuse(`${sides}, each side may have at most ${api.longestSide}`);
	}
	assertDecodable(size);
	return picture;
}

/** The base64 text of the parameter; a `+` that a client forgot to escape arrives as a blank. */
function base64Of(
	{ imageParameter, maximumLength, badRequest }: Api,
	values: readonly string[],
): string {
	const refuse = (hint: string) => new ApiError(badRequest, `${imageParameter} ${hint}`);

	if (values.length === 0) throw refuse('is missing');
	if (values.length > 1) throw refuse('was sent more than once');
	const [value] = values;
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
