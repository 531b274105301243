import { extrasOfRow, appendExtras } from '../../nodes/shared/columns.ts';
import { openEnvelope } from '../../nodes/shared/envelope.ts';
import { explainCode } from '../../nodes/shared/errorCodes.ts';
import { parseExactJson } from '../../nodes/shared/exactJson.ts';
import type { RecognitionFailure } from '../../nodes/shared/failure.ts';
import { describeBody, headerOf } from '../../nodes/shared/httpAnswer.ts';
import type { HttpAnswer } from '../../nodes/shared/httpAnswer.ts';
import { explainStatus } from '../../nodes/shared/httpStatuses.ts';
import { describeLeftOut, leftOutOf, leftOutProblems } from '../../nodes/shared/leftOut.ts';
import { describeWait, retryAfterOf } from '../../nodes/shared/retryAfter.ts';
import { inRow, reasonsFor, reviewColumns } from '../../nodes/shared/review.ts';
import type { Doubt, Reason } from '../../nodes/shared/review.ts';

const answerOf = (more: Partial<HttpAnswer>): HttpAnswer => ({
	statusCode: 200,
	headers: {},
	body: '',
	...more,
});

/** What is opened, or why it is a failure. */
function opened(answer: Partial<HttpAnswer>) {
	try {
		return openEnvelope(answerOf(answer), { server: 'selfHosted', key: 'k-1234' });
	} catch (error) {
		return (error as RecognitionFailure).details;
	}
}

describe('an envelope', () => {
	const good = '{"error_code":0,"result":{"a":1}}';

	it.each([
		['as it is', { body: good }],
		['behind a mark', { body: `\ufeff${good}` }],
		['with the code as text', { body: '{"error_code":" 0 ","result":{"a":1}}' }],
		['with the last status of a success', { body: good, statusCode: 299 }],
	])('is opened %s', (_, answer) => expect(opened(answer)).toMatchObject({ result: { a: 1 } }));

	it.each([
		['no code', '{"result":{}}', 'JSON that has no error_code'],
		['a code that is none', '{"error_code":"1x","result":{}}', 'JSON that has no error_code'],
		['a code behind a letter', '{"error_code":"x1","result":{}}', 'JSON that has no error_code'],
		['no result', '{"error_code":0}', 'a success that holds no result'],
		['a result that is none', '{"error_code":0,"result":null}', 'a success that holds no result'],
		['a list for a result', '{"error_code":0,"result":[1]}', 'a success that holds no result'],
		['null', 'null', 'text that is not JSON'],
		['nothing', ' ', 'an empty body'],
	])('with %s is no answer, and may have been billed', (_, body, what) => {
		expect(opened({ body })).toMatchObject({
			code: 'MALFORMED_ANSWER',
			origin: 'api',
			retry: 'uncertain',
			message: `The server answered with ${what} instead of a result`,
			remedy: expect.stringMatching(/^Check Base URL/),
		});
	});

	it.each([199, 300])('is none with a status of %i', (statusCode) => {
		expect(opened({ body: good, statusCode })).toMatchObject({
			code: String(statusCode),
			origin: 'api',
		});
	});

	it('with a code says what it means, and no more of its reason than plain words', () => {
		const body = (reason: unknown) => JSON.stringify({ reason, error_code: '-17' });
		expect(opened({ body: body(undefined) })).toMatchObject({
			code: '-17',
			origin: 'api',
			message: expect.stringMatching(/^Juhe error -17: .+/),
		});
		expect(opened({ body: body('x: some words ') })).toMatchObject({
			remedy: expect.stringMatching(/^The server says: some words\. /),
		});
		expect(opened({ body: body(7) })).toMatchObject({
			remedy: expect.not.stringMatching(/The server says/),
		});
	});
});

describe('codes and statuses that no table has', () => {
	it('are told apart by their shape', () => {
		const [service, ...others] = [200009, 20000, 2000090, 120000].map(
			(code) => explainCode(code).meaning,
		);
		expect(new Set(others).size).toBe(1);
		expect(others).not.toContain(service);
	});

	it.each([
		[300, 'never'],
		[399, 'never'],
		[400, 'never'],
		[499, 'never'],
		[500, 'uncertain'],
		[299, 'uncertain'],
	])('HTTP %i is retried: %s', (status, retry) => expect(explainStatus(status).retry).toBe(retry));

	it('say of a redirect that it is one', () => {
		const words = [300, 399, 299, 400].map((status) =>
			/redirect/.test(explainStatus(status).meaning),
		);
		expect(words).toEqual([true, true, false, false]);
	});
});

describe('what an HTTP answer says', () => {
	it.each([
		['\ufeff <html>', 'an HTML page'],
		['  ', 'an empty body'],
		['\ufeff', 'an empty body'],
		['x{}', 'text that is not JSON'],
		[' {} ', 'JSON that is no answer of the API'],
	])('%j is %s', (body, what) => expect(describeBody(body)).toBe(what));

	it('has the first of several headers, without blanks', () => {
		const headers = { a: ' x ', b: ['y', 'z'], c: 7 };
		expect(['a', 'b', 'c', 'd'].map((name) => headerOf(answerOf({ headers }), name))).toEqual([
			'x',
			'y',
			'7',
			'',
		]);
	});

	it.each([
		['', undefined],
		['0', 0],
		['12', 12_000],
		['12x', undefined],
		['soon', undefined],
		['99999999999', 31_536_000_000],
		['Sun, 01 Mar 2026 09:00:30 GMT', 30_000],
		['Sun, 01 Mar 2026 08:59:00 GMT', 0],
	])('Retry-After %j is %p milliseconds', (retryAfter, milliseconds) => {
		const headers = { 'retry-after': retryAfter, date: 'Sun, 01 Mar 2026 09:00:00 GMT' };
		expect(retryAfterOf(answerOf({ headers }))).toBe(milliseconds);
	});

	it.each([
		['1.50', 1.5],
		['15e-1', 1.5],
		['0.0', 0],
		['-0', -0],
		['1e400', '1e400'],
		['0.1000000000000000000001', '0.1000000000000000000001'],
		['1200', 1200],
		['0.0000001', 1e-7],
		['0.00', 0],
		['-12.50', -12.5],
		['1.2e1', 12],
		['1e3', 1000],
		['9007199254740991', 9_007_199_254_740_991],
		['9007199254740992', '9007199254740992'],
		['-9007199254740992', '-9007199254740992'],
		['24442000000012345678', '24442000000012345678'],
	])('the number %s stays what it is', (literal, value) => {
		expect(parseExactJson(`["\\"1e400", ${literal}]`)).toEqual(['"1e400', value]);
	});

	it('that asks to wait names the second until when, in UTC', () => {
		jest.useFakeTimers({ now: Date.parse('2026-03-01T09:59:59.500Z') });
		expect(describeWait(90_000)).toBe('90 seconds (until 2026-03-01 10:01:29 UTC)');
		expect(describeWait(1)).toBe('1 seconds (until 2026-03-01 09:59:59 UTC)');
		jest.useRealTimers();
	});
});

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

describe('further values', () => {
	it('stand in the first row all, in the others as many as a paper has', () => {
		const extras = Array.from({ length: 101 }, (_, index) => [`n${index}`, 1] as const);
		expect([0, 1].map((row) => extrasOfRow(extras, row).length)).toEqual([101, 100]);
		expect(extrasOfRow(extras, 1)[99]).toEqual(['n99', 1]);
	});

	it('overwrite nothing: a taken name gets the next number', () => {
		expect(
			appendExtras({ a: 1, a_2: 2 }, [
				['a', 3],
				['a', 4],
				['b', 5],
			]),
		).toEqual({
			a: 1,
			a_2: 2,
			a_3: 3,
			a_4: 4,
			b: 5,
		});
	});
});
