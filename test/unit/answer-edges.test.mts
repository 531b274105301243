import { openEnvelope } from '../../nodes/shared/envelope.ts';
import { explainCode } from '../../nodes/shared/errorCodes.ts';
import { parseExactJson } from '../../nodes/shared/exactJson.ts';
import type { RecognitionFailure } from '../../nodes/shared/failure.ts';
import { describeBody, headerOf } from '../../nodes/shared/httpAnswer.ts';
import type { HttpAnswer } from '../../nodes/shared/httpAnswer.ts';
import { explainStatus } from '../../nodes/shared/httpStatuses.ts';
import { describeWait, retryAfterOf } from '../../nodes/shared/retryAfter.ts';

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
