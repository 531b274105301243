import { describeLeftOut, leftOutOf, leftOutProblems } from '../../nodes/shared/leftOut.ts';
import { inRow, reasonsFor, reviewColumns } from '../../nodes/shared/review.ts';
import type { Doubt, Reason } from '../../nodes/shared/review.ts';

describe('what was left out of a file', () => {
	const none = { documents: 0, pages: 0, reasons: [], emptyPages: [] };

	it.each([[undefined], [null], ['x'], [[]], [{ documentsLeftOut: 0, pagesLeftOut: -1 }]])(
		'%j: nothing',
		(values) => {
			expect(leftOutOf(values)).toEqual(none);
			expect(describeLeftOut(leftOutOf(values))).toBe('');
			expect(leftOutProblems(leftOutOf(values))).toEqual([]);
		},
	);

	it('is counted in whole numbers, with three plain reasons and twenty pages', () => {
		const reasons = ['a', 'b', '<b>', 7, 'c', 'd'];
		const emptyPages = [0, 1.5, '2', ...Array.from({ length: 25 }, (_, index) => index + 1)];
		const said = { documentsLeftOut: 2, pagesLeftOut: '3', leftOut: reasons, emptyPages };
		expect(leftOutOf(said)).toEqual({
			documents: 2,
			pages: 0,
			reasons: ['a', 'b', 'c'],
			emptyPages: emptyPages.slice(3, 23),
		});
	});

	it.each([
		[
			{ pages: 1, documents: 2, reasons: ['long', 'large'] },
			'1 page(s) and 2 more document(s) (long; large)',
		],
		[{ pages: 1, documents: 0, reasons: [] }, '1 page(s)'],
		[{ pages: 0, documents: 1, reasons: ['large'] }, '1 more document(s) (large)'],
		[{ pages: 0, documents: 0, reasons: ['large'] }, ''],
	])('%j: %s', (leftOut, words) => {
		expect(describeLeftOut({ ...none, ...leftOut })).toBe(words);
		const problems = leftOutProblems({ ...none, ...leftOut }).map(({ text }) => text);
		expect(problems).toEqual(
			words === ''
				? []
				: [
						`${words} of this file were not read: send it in parts, or read the rest with a range in Pages`,
					],
		);
	});
});

describe('reasons', () => {
	const reason = (about: string, text = about): Reason => ({ about, text });
	const doubt = (about: string, text: string): Doubt => ({ about, text, confidence: 0.7 });
	const of = <T extends Reason>(document: T[], rows: T[][] = []) => ({ document, rows });
	const none = of<Doubt>([]);

	it('are twenty, or as many as have 600 characters together, but one at least', () => {
		const shown = (texts: string[]) => reasonsFor(of(texts.map((text) => reason('x', text))), none);
		const many = Array.from({ length: 21 }, (_, index) => `r${index}`);
		expect(shown(many.slice(0, 20))).toEqual(many.slice(0, 20));
		expect(shown(many)).toEqual([...many.slice(0, 20), 'and 1 more']);
		const half = 'x'.repeat(300);
		expect(shown([half, half])).toEqual([half, half]);
		expect(shown([half, `${half}x`, 'y'])).toEqual([half, 'and 2 more']);
		const long = 'x'.repeat(601);
		expect(shown([long, 'y'])).toEqual([long, 'and 1 more']);
	});

	it('put first what does the most harm, and last what no list has', () => {
		const abouts = ['unknown', 'sellerTaxId', 'totalAmount', 'kind', 'invoiceNumber', 'totalTax'];
		expect(reasonsFor(of(abouts.map((about) => reason(about))), none)).toEqual([
			'kind',
			'totalAmount',
			'totalTax',
			'invoiceNumber',
			'sellerTaxId',
			'unknown',
		]);
	});

	it('of a row carry its number, and stand with their own row', () => {
		const found = of([reason('doc')], [inRow(0, [reason('a')]), inRow(1, [reason('b')])]);
		expect(reasonsFor(found, none)).toEqual(['doc', 'row 1: a', 'row 2: b']);
		expect(reasonsFor(found, none, 1)).toEqual(['doc', 'row 2: b']);
		expect(reasonsFor(found, none, 7)).toEqual(['doc']);
	});

	it('name no doubt of what something else is wrong with, in its own row only', () => {
		const found = of([reason('total')], [[reason('price')], []]);
		const doubts = of(
			[doubt('total', 't'), doubt('shop', 's')],
			[[doubt('price', 'p1')], [doubt('price', 'p2')]],
		);
		expect(reasonsFor(found, doubts)).toEqual(['total', 'Doubtful: s', 'price', 'Doubtful: p2']);
		expect(reasonsFor(of([]), of<Doubt>([], [[doubt('a', 'a')]]))).toEqual(['Doubtful: a']);
	});

	it('put a doubt of what does more harm before what is wrong with less, and rows behind the document', () => {
		const found = of([reason('sellerTaxId')], [[reason('subtotal', 'row 1: wrong')]]);
		const doubts = of([doubt('shopName', 'shop'), doubt('totalAmount', 'total')], [[]]);
		expect(reasonsFor(found, doubts)).toEqual([
			'Doubtful: total',
			'sellerTaxId',
			'Doubtful: shop',
			'row 1: wrong',
		]);
	});

	it('fill two columns, or none where nothing was checked', () => {
		expect(reviewColumns(undefined)).toEqual({ needsReview: null, reviewReasons: null });
		expect(reviewColumns([])).toEqual({ needsReview: false, reviewReasons: null });
		expect(reviewColumns(['a', 'b'])).toEqual({ needsReview: true, reviewReasons: 'a; b' });
	});
});
