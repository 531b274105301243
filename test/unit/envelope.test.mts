import { openEnvelope } from '../../nodes/shared/envelope.ts';
import type { AnswerContext } from '../../nodes/shared/envelope.ts';
import { RecognitionFailure } from '../../nodes/shared/failure.ts';
import type { FailureDetails } from '../../nodes/shared/failure.ts';
import type { HttpAnswer } from '../../nodes/shared/httpAnswer.ts';

/** Why the node takes an answer for a failure. */
function detailsOf(answer: Partial<HttpAnswer>): FailureDetails {
	try {
		openEnvelope(
			{ statusCode: 200, headers: {}, body: '', ...answer },
			{ server: 'juheCloud', key: 'k-1234' },
		);
	} catch (error) {
		if (error instanceof RecognitionFailure) return error.details;
		throw error;
	}
	throw new Error('no error');
}

/** What the node advises where a server answers 253201 with a reason. */
function remedyOf(reason: string, context: AnswerContext): string {
	try {
		openEnvelope(
			{ statusCode: 200, headers: {}, body: JSON.stringify({ reason, error_code: 253201 }) },
			context,
		);
	} catch (error) {
		if (error instanceof RecognitionFailure) return error.details.remedy;
		throw error;
	}
	throw new Error('no error');
}

const own = { server: 'selfHosted', key: 'k-1234' } as const;
const withoutHint = remedyOf('查询参数错误', own);

it("shows the self-hosted server's own words before the advice", () => {
	expect(remedyOf('查询参数错误: the PDF is encrypted', own)).toBe(
		`The server says: the PDF is encrypted. ${withoutHint}`,
	);
});

it.each([
	['a reason without a hint', '查询参数错误', own],
	['an answer of Juhe Cloud', '查询参数错误: anything', { ...own, server: 'juheCloud' }],
	['words that repeat the key', '查询参数错误: the key k-1234', own],
	['markup', '查询参数错误: <img src=x>', own],
] as const)('shows nothing of %s', (_, reason, context) => {
	expect(withoutHint).not.toMatch(/The server says/);
	expect(remedyOf(reason, context)).toBe(withoutHint);
});

it('cuts long words', () => {
	expect(remedyOf(`查询参数错误: ${'x'.repeat(1000)}`, own).length).toBe(
		'The server says: . '.length + 300 + withoutHint.length,
	);
});

it.each([
	['JSON of a gateway', '{"message":"no access"}', 'JSON that is no answer of the API'],
	['a list', '[1]', 'JSON that is no answer of the API'],
	['cut off JSON', '{"message":"no', 'broken or truncated JSON'],
	['a cut off list', '[1', 'broken or truncated JSON'],
	['a word', 'no', 'text that is not JSON'],
])('says what %s is', (_, body, what) => {
	for (const statusCode of [403, 500])
		expect(detailsOf({ statusCode, body }).message).toContain(`with ${what} instead`);
});

it('takes a negative code for a code, as a number and as text', () => {
	for (const error_code of [-1, '-1', ' -1 '])
		expect(detailsOf({ body: JSON.stringify({ error_code }) }).code).toBe('-1');
});

it('names the proxy that answers with a page of its own and a success', () => {
	const body = '<!DOCTYPE html><title>Login</title>';
	expect(detailsOf({ body, headers: { via: '1.1 gate.example' } }).message).toBe(
		'The proxy (gate.example) answered with an HTML page instead of a result',
	);
	expect(detailsOf({ body }).message).toBe(
		'The server answered with an HTML page instead of a result',
	);
});

describe('an answer with a status of its own', () => {
	const statuses = [
		400, 401, 403, 404, 405, 407, 408, 411, 413, 414, 415, 429, 431, 451, 500, 501, 502, 503, 504,
		520, 521, 522, 523, 524, 525, 526, 527,
	];

	it('has a cause of its own for each, and a remedy', () => {
		const details = statuses.map((statusCode) => detailsOf({ statusCode }));
		const causes = details.map(({ message }) => message.split(': ').at(-1));
		// Two programs say the same of their timeout: nginx with 504, Cloudflare with 524.
		expect(new Set(causes).size).toBe(statuses.length - 1);
		for (const { remedy, code } of details) {
			expect(remedy).toMatch(/\w{3,}.*[\w)]$/);
			expect(statuses).toContain(Number(code));
		}
	});

	it('is retried by itself after 429 alone, and never after a refusal', () => {
		const retryOf = (statusCode: number) => detailsOf({ statusCode }).retry;
		expect(statuses.filter((one) => retryOf(one) === 'safe')).toEqual([429]);
		expect(statuses.filter((one) => retryOf(one) === 'uncertain')).toEqual([
			408, 500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527,
		]);
	});

	it('has words for statuses that nobody knows', () => {
		expect(detailsOf({ statusCode: 418 })).toMatchObject({ code: '418', retry: 'never' });
		expect(detailsOf({ statusCode: 599 })).toMatchObject({ code: '599', retry: 'uncertain' });
		expect(detailsOf({ statusCode: 307 }).message).toMatch(/redirected/);
	});

	const page = '<html><head><title>502</title></head><center>nginx/1.24.0</center></html>';

	it.each([
		['a header', { headers: { server: 'nginx/1.24.0' } }, 'The server (nginx)'],
		['its page', { body: page }, 'The server (nginx)'],
		[
			'the proxy that passed it on',
			{ headers: { via: '1.1 proxy.example' } },
			'The proxy (proxy.example)',
		],
		[
			'its realm',
			{ headers: { 'proxy-authenticate': 'Basic realm="Squid proxy-caching web server"' } },
			'The proxy (Squid proxy-caching web server)',
		],
		[
			'both',
			{ headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0' } },
			'The proxy (squid)',
		],
		['its page behind blanks', { body: `\n ${page}` }, 'The server (nginx)'],
		['the start of its page only', { body: `${page.padStart(8100, '<')}` }, 'The server'],
		['a text that is no page', { body: 'nginx' }, 'The server'],
		['a status that only proxies give', { statusCode: 407 }, 'The proxy'],
		['nothing', {}, 'The server'],
		['the key', { headers: { server: 'k-1234/1' } }, 'The server'],
		['markup', { headers: { server: '<script>' } }, 'The server'],
		['a long word', { headers: { server: 'x'.repeat(500) } }, 'The server'],
	])('names who gave it by %s', (_, answer, who) => {
		expect(detailsOf({ statusCode: 502, ...answer }).message).toMatch(
			new RegExp(`^${who.replace(/[()]/g, '\\$&')} answered HTTP (502|407) `),
		);
	});

	it('says how long it asks to wait, whatever the code', () => {
		const headers = { 'retry-after': '7' };
		expect(detailsOf({ statusCode: 503, headers }).retryAfter).toBe(7000);
		const body = JSON.stringify({ reason: 'x', error_code: 10011 });
		expect(detailsOf({ headers, body })).toMatchObject({ code: '10011', retryAfter: 7000 });
		const date = new Date(Date.now() - 3_600_000);
		const slowClock = {
			date: date.toUTCString(),
			'retry-after': new Date(date.getTime() + 30_000).toUTCString(),
		};
		expect(detailsOf({ statusCode: 503, headers: slowClock }).retryAfter).toBe(30_000);
		for (const odd of ['', 'soon', '-1', 'NaN'])
			expect(detailsOf({ statusCode: 503, headers: { 'retry-after': odd } }).retryAfter ?? 0).toBe(
				0,
			);
	});
});
