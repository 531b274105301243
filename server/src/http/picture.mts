import { formatOf, isPictureFormat, readHeader } from '../image/header.mts';
import type { Job } from '../worker/messages.mts';
import type { Api } from './apis.mts';
import { ApiError } from './api-error.mts';

/** Characters of base64 for so many bytes. */
const base64Length = (bytes: number) => 4 * Math.ceil(bytes / 3);

/** The longest form: every character of the picture percent-encoded, and the other parameters. */
export const bodyLimitOf = (maximumPicture: number) =>
	3 * base64Length(maximumPicture) + 64 * 2 ** 10;

/**
 * The picture or PDF of a form and the page that is asked for, checked as far as the first bytes tell.
 * Throws ApiError, or PictureError when the bytes are no picture.
 * @param form the parameters of the call
 * @param maximumPicture bytes
 */
export function takePicture(
	api: Api,
	form: URLSearchParams,
	maximumPicture: number,
): Pick<Job, 'file' | 'page'> {
	const refuse = (hint: string) => new ApiError(api.badRequest, hint);
	const file = fileOf(api, form.getAll(api.imageParameter), maximumPicture);
	const page = pageOf(api, form.getAll('page'));
	const format = formatOf(file);
	if (format === 'pdf') return { file, page };
	if (!isPictureFormat(format)) {
		throw refuse(`the picture is a ${format}, accepted are png, jpeg, bmp and pdf`);
	}
	if (page > 1)
		throw refuse(`page is ${page}, and the picture is a ${format}: only a PDF has pages`);
	const { width, height } = readHeader(format, file);
	if (Math.min(width, height) < api.shortestSide) {
		throw refuse(
			`the picture has ${width} x ${height} pixels, each side needs at least ${api.shortestSide}`,
		);
	}
	return { file, page };
}

/** The number of a page, which counts from 1; the first one when none is asked for. */
function pageOf({ badRequest }: Api, values: readonly string[]): number {
	const [value = '1', ...others] = values;
	if (others.length > 0) throw new ApiError(badRequest, 'page was sent more than once');
	if (!/^[1-9]\d{0,6}$/.test(value)) {
		throw new ApiError(badRequest, `page is "${value.slice(0, 20)}", needed is a number from 1`);
	}
	return Number(value);
}

/** The bytes of the parameter; a `+` that a client forgot to escape arrives as a blank. */
function fileOf(
	{ imageParameter, badRequest }: Api,
	values: readonly string[],
	maximumPicture: number,
): Buffer {
	const refuse = (hint: string) => new ApiError(badRequest, `${imageParameter} ${hint}`);

	if (values.length === 0) throw refuse('is missing');
	if (values.length > 1) throw refuse('was sent more than once');
	const [value] = values;
	if (value === '') throw refuse('is empty');
	const maximumLength = base64Length(maximumPicture);
	if (value.length > maximumLength) {
		throw refuse(`is ${value.length} characters, at most ${maximumLength}`);
	}
	if (value.startsWith('data:')) throw refuse('must not begin with data:...;base64,');

	const text = value.replaceAll(' ', '+');
	const file = Buffer.from(text, 'base64');
	if (isWhole(text, file)) return file;
	const stray = text.search(/[^A-Za-z0-9+/]/);
	if (stray !== -1 && !/^={1,2}$/.test(text.slice(stray))) {
		throw refuse(`is not base64: unexpected character at position ${stray + 1}`);
	}
	return file;
}

/**
 * Whether base64 was decoded to its last character. The decoder passes over what is none, and reads `-` and `_`
 * too; to look at each character takes ten times as long.
 */
function isWhole(text: string, decoded: Buffer): boolean {
	const length = text.endsWith('==') ? text.length - 2 : text.length - (text.endsWith('=') ? 1 : 0);
	if (length % 4 === 1 || text.includes('-') || text.includes('_')) return false;
	return decoded.length === Math.floor((length * 3) / 4);
}
