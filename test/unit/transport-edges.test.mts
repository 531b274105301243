import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { cancellation, isCancellation } from '../../nodes/shared/call/cancellation.ts';
import { exchange } from '../../nodes/shared/call/exchange.ts';
import {
	answerTooLarge,
	findCoded,
	timeoutFailure,
	transportFailure,
	unreachable,
} from '../../nodes/shared/call/transportFailure.ts';
import { RecognitionFailure } from '../../nodes/shared/failure.ts';

/** What a remedy says of a call that nobody knows the end of. */
const mayBeBilled =
	/may have been billed, so it is only retried when Retry Uncertain Requests is on$/;

/** An error of the HTTP client around that of the socket, as many times as told. */
const wrapped = (inner: object, times: number): object =>
	times === 0
		? inner
		: { message: 'the whole request, key and all', cause: wrapped(inner, times - 1) };

describe('what an error of the HTTP client means for the bill', () => {
	const details = (error: unknown) => transportFailure(error, 7000).details;

	it.each(Object.entries(unreachable))('%s: nothing was billed, %s', (code, why) => {
		expect(details({ code })).toMatchObject({
			code,
			retry: 'safe',
			origin: 'api',
			message: `The server could not be reached: ${why}`,
		});
	});

	it.each([
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'HOSTNAME_MISMATCH',
	])('%s: nothing was billed, the certificate was not accepted', (code) => {
		expect(details({ code })).toMatchObject({
			code,
			retry: 'safe',
			message: `The server could not be reached: its certificate was not accepted (${code})`,
		});
	});

	it.each(['ERR_INVALID_URL', 'ERR_UNSUPPORTED_PROTOCOL'])('%s: no address', (code) => {
		expect(details({ code })).toMatchObject({
			retry: 'safe',
			message: 'The server could not be reached: Base URL is not a web address',
		});
	});

	it.each(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'])(
		'%s: nothing was billed where the connection was not accepted, else nobody knows',
		(code) => {
			expect(details({ code, syscall: 'connect' })).toMatchObject({
				code,
				retry: 'safe',
				message: 'The server could not be reached: it did not accept the connection',
			});
			expect(details({ code, syscall: 'read' })).toMatchObject({
				code: 'TIMEOUT',
				retry: 'uncertain',
				message: 'The server did not answer within 7 seconds',
			});
		},
	);

	it.each(['ECONNRESET', 'EPIPE', 'X_CERT_', 'HPE_INVALID_CONSTANT'])(
		'%s: the connection broke, nobody knows',
		(code) => {
			expect(details({ code })).toMatchObject({
				code,
				retry: 'uncertain',
				message: 'The connection broke before the answer was complete',
			});
		},
	);

	it('nobody knows what an error without a code means', () => {
		for (const error of [new Error('x'), undefined, null, 'x', { code: 7 }])
			expect(details(error)).toMatchObject({ code: 'REQUEST_FAILED', retry: 'uncertain' });
	});

	it('a request that was cancelled is told from one that failed', () => {
		expect(isCancellation(transportFailure({ code: 'ERR_CANCELED' }, 7000))).toBe(true);
		expect(isCancellation(transportFailure({ code: 'ECONNRESET' }, 7000))).toBe(false);
		expect(isCancellation({ details: { code: 'CANCELLED' } })).toBe(false);
	});

	it('the innermost code counts, of the six outermost errors', () => {
		expect(findCoded({ code: 'OUTER', cause: { code: 'INNER' } })?.code).toBe('INNER');
		expect(findCoded({ code: 'OUTER', cause: { message: 'none' } })?.code).toBe('OUTER');
		expect(findCoded(wrapped({ code: 'DEEP' }, 5))?.code).toBe('DEEP');
		expect(findCoded(wrapped({ code: 'DEEP' }, 6))).toBeUndefined();
	});

	it.each<[name: string, failure: RecognitionFailure, bill: RegExp]>([
		[
			'a server that cannot be reached',
			transportFailure({ code: 'ENOTFOUND' }, 1),
			/Nothing was billed$/,
		],
		['a broken connection', transportFailure({ code: 'EPIPE' }, 1), mayBeBilled],
		['a late answer', timeoutFailure(1), mayBeBilled],
		['a long answer', answerTooLarge(1), mayBeBilled],
		['an error of whatever kind', transportFailure(new Error('x'), 1), /outgoing requests/],
		['a cancellation', cancellation(), /not paid for again within an hour$/],
	])('%s is an error of the call, and its remedy speaks of the bill', (_, { details }, bill) => {
		expect(details.origin).toBe('api');
		expect(details.remedy).toMatch(bill);
	});

	it('a cancelled request is not sent again by itself', () => {
		expect(cancellation().details.retry).toBe('never');
	});

	it('a long answer may have been billed, as one that is late', () => {
		expect(answerTooLarge(10e6).details).toMatchObject({
			code: 'ANSWER_TOO_LARGE',
			retry: 'uncertain',
			message: "The server's answer is larger than 10 MB and was not read to its end",
		});
		expect(timeoutFailure(90_000).message).toBe('The server did not answer within 90 seconds');
	});
});

describe('one exchange', () => {
	const request: IHttpRequestOptions = { method: 'POST', url: 'http://a/' };

	/** What comes of an exchange whose helper does so, and what the helper was asked for. */
	async function exchanged(answer: () => unknown, signal?: AbortSignal) {
		const asked: IHttpRequestOptions[] = [];
		const context = {
			helpers: {
				httpRequest: async (options: IHttpRequestOptions) => {
					asked.push(options);
					return await Promise.resolve(answer());
				},
			},
		} as unknown as IExecuteFunctions;
		const outcome = await exchange(context, request, { timeout: 7000, signal }).catch(
			(error: unknown) => error,
		);
		return { outcome, asked };
	}
	const body = async function* (...sizes: number[]) {
		for (const size of sizes) yield await Promise.resolve(Buffer.alloc(size, 'x'));
	};

	it('asks n8n for a stream, once, whatever the status, and follows no redirect', async () => {
		const { outcome, asked } = await exchanged(() => ({
			statusCode: 302,
			headers: { a: 'b' },
			body: body(1, 2),
		}));
		expect(outcome).toEqual({ statusCode: 302, headers: { a: 'b' }, body: 'xxx' });
		expect(asked).toEqual([
			{
				...request,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: 7000,
				abortSignal: expect.any(AbortSignal),
			},
		]);
		expect(asked[0].abortSignal?.aborted).toBe(true);
	});

	it('reads 10 MB, and not a byte more', async () => {
		const { outcome } = await exchanged(() => ({ statusCode: 200, body: body(9e6, 1e6) }));
		expect((outcome as { body: string }).body).toHaveLength(10e6);
		const longer = await exchanged(() => ({ statusCode: 200, body: body(9e6, 1e6, 1) }));
		expect((longer.outcome as RecognitionFailure).details.code).toBe('ANSWER_TOO_LARGE');
	});

	it('says what an error of the helper means, and nothing else of it', async () => {
		const { outcome } = await exchanged(() => {
			throw Object.assign(new Error('key=secret'), { code: 'ECONNRESET' });
		});
		expect(outcome).toBeInstanceOf(RecognitionFailure);
		expect((outcome as RecognitionFailure).details).toMatchObject({ code: 'ECONNRESET' });
		expect(String((outcome as Error).stack)).not.toContain('secret');
	});

	it('sends nothing for an execution that was cancelled', async () => {
		const { outcome, asked } = await exchanged(() => undefined, AbortSignal.abort());
		expect(isCancellation(outcome)).toBe(true);
		expect(asked).toEqual([]);
	});
});
