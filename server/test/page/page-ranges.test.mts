import { countPages, nextPage, pageRanges } from '../../src/page/page-ranges.mts';

const pagesOf = (text: string, pageCount: number): number[] => {
	const ranges = pageRanges(text) ?? [];
	const pages: number[] = [];
	for (
		let page = nextPage(ranges, 1);
		page !== undefined && page <= pageCount;
		page = nextPage(ranges, page + 1)
	) {
		pages.push(page);
	}
	expect(countPages(ranges, 1, pageCount)).toBe(pages.length);
	return pages;
};

it.each([
	['3', [3]],
	['2-4', [2, 3, 4]],
	['1,3', [1, 3]],
	['4, 1-2', [1, 2, 4]],
	['1-3,2-5', [1, 2, 3, 4, 5]],
	['3-3', [3]],
	['all', [1, 2, 3, 4, 5]],
	['4-99', [4, 5]],
	['7', []],
])('takes %j of five pages', (text, pages) => {
	expect(pagesOf(text, 5)).toEqual(pages);
});

it.each([
	'',
	'0',
	'-1',
	'1.5',
	'two',
	'3-2',
	'1-',
	'-3',
	'1,,2',
	'1;2',
	'ALL',
	'1-2-3',
	'99999999',
])('takes no %j', (text) => {
	expect(pageRanges(text)).toBeUndefined();
});

it('counts what is left from a page on', () => {
	expect(countPages(pageRanges('2-4,8') ?? [], 3, 10)).toBe(3);
	expect(countPages(pageRanges('all') ?? [], 201, 250)).toBe(50);
});
