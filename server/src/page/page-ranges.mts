/** Pages of a file from a number to another one, both included; they count from 1. */
export type PageRange = readonly [first: number, last: number];

/** The page that is read where none is asked for. */
export const firstPage: readonly PageRange[] = [[1, 1]];

const part = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/u;

/**
 * The pages that a text asks for: a number, a range (`2-5`), a list of them (`1,3`, `1-3,7`), or `all`; undefined
 * of any other text. They are in order, and no page is in two ranges.
 */
export function pageRanges(text: string): PageRange[] | undefined {
	if (text === 'all') return [[1, Infinity]];
	const ranges = text.split(',').map((piece) => rangeOf(piece.trim()));
	return ranges.every((range) => range !== undefined) ? merged(ranges) : undefined;
}

function rangeOf(text: string): PageRange | undefined {
	const [, first, last = first] = part.exec(text) ?? [];
	return first !== undefined && Number(first) <= Number(last)
		? [Number(first), Number(last)]
		: undefined;
}

function merged(ranges: readonly PageRange[]): PageRange[] {
	const result: PageRange[] = [];
	for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
		const before = result.at(-1);
		if (before && first <= before[1] + 1) {
			result[result.length - 1] = [before[0], Math.max(before[1], last)];
		} else result.push([first, last]);
	}
	return result;
}

/** The first page from a number on that is asked for; undefined where there is none. */
export function nextPage(ranges: readonly PageRange[], from: number): number | undefined {
	const range = ranges.find(([, last]) => last >= from);
	return range && Math.max(range[0], from);
}

/** How many of a file's pages from a number on are asked for. */
export const countPages = (ranges: readonly PageRange[], from: number, pageCount: number): number =>
	ranges.reduce(
		(sum, [first, last]) =>
			sum + Math.max(0, Math.min(last, pageCount) - Math.max(first, from) + 1),
		0,
	);
