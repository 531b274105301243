import { describeOther, formatOf, isOtherFormat, isPictureFormat } from '../image/format.mts';
import { readHeader } from '../image/header.mts';
import {
	countPages,
	firstPage,
	nextPage,
	pageRanges,
	type PageRange,
} from '../page/page-ranges.mts';
import type { Job } from '../worker/messages.mts';
import type { Api } from './apis.mts';
import { ApiError } from './api-error.mts';
import type { CallForm } from './call-form.mts';
import { base64Length } from './form-limits.mts';

/**
 * The picture or document of a form and the pages that are asked for, checked as far as the first bytes tell.
 * Throws ApiError, or PictureError when the bytes are no picture.
 * @param form the parameters of the call, complete
 * @param maximumPicture bytes
 */
export function takePicture(
	api: Api,
	form: CallForm,
	maximumPicture: number,
): Pick<Job, 'file' | 'pages' | 'draws'> {
	const refuse = (hint: string) => new ApiError(api.badRequest, hint);
	const file = fileOf(api, form, maximumPicture);
	const pages = pagesOf(api, form.pages);
	const draws = drawsOf(api, form.draws);
	const format = formatOf(file);
	if (isOtherFormat(format)) throw refuse(`the file is ${describeOther(format)}`);
	if (!isPictureFormat(format)) return { file, pages, draws };
	const startsFirst = nextPage(pages, 1) === 1;
	if (format === 'tiff') {
		// Further pages are looked at when their turn comes.
		if (!startsFirst || countPages(pages, 1, Infinity) > 1) return { file, pages, draws };
	} else if (!startsFirst) {
		throw refuse(
			`page is ${form.pages[0]}, and the picture is a ${format}: only a PDF, TIFF, OFD or ZIP has pages`,
		);
	}
	const { width, height } = readHeader(format, file);
	if (Math.min(width, height) < api.shortestSide) {
		throw refuse(
			`the picture has ${width} x ${height} pixels, each side needs at least ${api.shortestSide}`,
		);
	}
	return { file, pages, draws };
}

/** The pages that are asked for; the first one when none is. */
function pagesOf({ badRequest }: Api, values: readonly string[]): readonly PageRange[] {
	const [value, ...others] = values;
	if (value === undefined) return firstPage;
	if (others.length > 0) throw new ApiError(badRequest, 'page was sent more than once');
	const pages = pageRanges(value);
	if (!pages) {
		throw new ApiError(
			badRequest,
			`page is "${value.slice(0, 20)}", needed is a number from 1, a range as 2-5, a list as 1,3, or all`,
		);
	}
	return pages;
}

/** Whether the page is wanted as a picture. */
function drawsOf({ badRequest }: Api, values: readonly string[]): boolean {
	if (values.every((value) => value === '1') && values.length < 2) return values.length === 1;
	throw new ApiError(badRequest, 'draw is not 1: send it once, as 1, or not at all');
}

/** The bytes of the parameter. */
function fileOf(
	{ imageParameter, badRequest }: Api,
	{ pictures, picture }: CallForm,
	maximumPicture: number,
): Buffer {
	const refuse = (hint: string) => new ApiError(badRequest, `${imageParameter} ${hint}`);

	if (pictures === 0) throw refuse('is missing');
	if (pictures > 1) throw refuse('was sent more than once');
	if (picture.characters === 0) throw refuse('is empty');
	const maximumLength = base64Length(maximumPicture);
	if (picture.characters > maximumLength) {
		throw refuse(`is ${picture.characters} characters, at most ${maximumLength}`);
	}
	if (picture.start === 'data:') throw refuse('must not begin with data:...;base64,');
	if (picture.strayPosition !== undefined) {
		throw refuse(`is not base64: unexpected character at position ${picture.strayPosition}`);
	}
	return picture.bytes;
}
