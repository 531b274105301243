import { fileFormats } from './fileFormats';
import type { FileFormat } from './fileFormats';
import { inputFailure, shortened } from './input/inputPicture';
import type { ServerKind } from './serverKind';

/** Which pages of a file are read: the option Pages. */
export interface Pages {
	which: 'all' | 'first' | 'range';
	/** What stands in Page Range. */
	range: string;
}

/** Digits of a page's number. */
const PAGE = String.raw`[1-9]\d{0,4}`;
const LIST = new RegExp(`^${PAGE}(?:-${PAGE})?(?:,${PAGE}(?:-${PAGE})?)*$`);
/** Characters: of a page range, and of one that is shown in an error. */
const MOST_CHARACTERS = 200;
const SHOWN_CHARACTERS = 30;

/** Commas and hyphens as people type them, which are many. */
const plain = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/\s+/g, '')
		.replace(/[‐-―−~〜]/g, '-')
		.replace(/、/g, ',');

const isRising = (part: string) => {
	const [first, last = first] = part.split('-').map(Number);
	return first <= last;
};

function rangeParameter(text: string): string {
	const range = plain(text.slice(0, MOST_CHARACTERS + 1));
	if (range.length <= MOST_CHARACTERS && LIST.test(range) && range.split(',').every(isRising))
		return range;
	const what = range === '' ? 'is empty' : `is "${shortened(text.trim(), SHOWN_CHARACTERS)}"`;
	throw inputFailure(
		`Page Range ${what}`,
		'Give the numbers of pages, counted from 1: a page such as 2, a range such as 2-5, or a list such as 1,3. Or set Pages to All',
		false,
	);
}

const parameters: Readonly<Record<Pages['which'], (range: string) => string | undefined>> = {
	all: () => 'all',
	// What servers read that are not asked for pages.
	first: () => undefined,
	range: rangeParameter,
};

/**
 * The parameter `page` of a request for a file; undefined where pages are not asked for.
 *
 * @throws RecognitionFailure where Page Range is none
 */
export function pageParameter(
	{ which, range }: Pages,
	server: ServerKind,
	format: FileFormat | undefined,
): string | undefined {
	// Most pictures have one page, which needs no asking for.
	if (server !== 'selfHosted' || !format || !fileFormats[format].pages) return undefined;
	return parameters[which](range);
}
