import { describeAnswerer } from './answerer';
import { explainCode } from './errorCodes';
import { parseExactJson } from './exactJson';
import { RecognitionFailure } from './failure';
import { describeBody } from './httpAnswer';
import type { HttpAnswer } from './httpAnswer';
import type { ServerKind } from './serverKind';
import { retryAfterOf } from './retryAfter';
import { failureOfStatus } from './statusFailure';

/** A success: `error_code` is 0 and there is a result. */
export interface Envelope extends Record<string, unknown> {
	result: Record<string, unknown>;
}

/** What of the request an error says more with. */
export interface AnswerContext {
	server: ServerKind;
	key: string;
}

/** What the server of this package adds to a documented reason: `查询参数错误: the PDF needs a password`. */
const HINT = /^[^:]*: ([\w .,;:'"()*/+=-]{1,300})/;

/** What the server of this package answered to `page=all` before it read several pages at once. */
const ONE_PAGE_HINT = /^page is "all"/;
const ONE_PAGE_REMEDY =
	'This juhe-ocr-server reads one page at a time: update it, or set Pages in the options to First or to one page';

function parseJson(body: string): unknown {
	try {
		return parseExactJson(body.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function errorCodeOf(envelope: Record<string, unknown>): number | undefined {
	const { error_code: code } = envelope;
	if (typeof code === 'number') return code;
	return typeof code === 'string' && /^-?\d+$/.test(code.trim()) ? Number(code) : undefined;
}

/** What the self-hosted server says was wrong; plain words only, and none that repeat the key. */
function hintIn(reason: unknown, { server, key }: AnswerContext): string | undefined {
	if (server !== 'selfHosted' || typeof reason !== 'string' || reason.includes(key))
		return undefined;
	return HINT.exec(reason)?.[1].trim();
}

/**
 * An answer the API never documents: nobody can tell whether the call was billed.
 *
 * @param who gave it, where it is known to be another than the API's server
 */
export function malformedAnswer(what: string, who = 'The server'): RecognitionFailure {
	return new RecognitionFailure({
		origin: 'api',
		code: 'MALFORMED_ANSWER',
		message: `${who} answered with ${what} instead of a result`,
		remedy:
			'Check Base URL in the Juhe credential. The call may have been billed, so it is only retried when Retry Uncertain Requests is on',
		retry: 'uncertain',
	});
}

/**
 * Opens the envelope both APIs share: `{reason, result, error_code}`. It branches on the code and never on
 * `reason`, of which only the self-hosted server's hint is shown; the `result` of an error is dropped unread,
 * because it can echo the key.
 *
 * @returns the whole envelope of a success
 * @throws RecognitionFailure for every other answer: error codes, other HTTP statuses, HTML, broken JSON
 */
export function openEnvelope(answer: HttpAnswer, context: AnswerContext): Envelope {
	const envelope = parseJson(answer.body);
	const code = isRecord(envelope) ? errorCodeOf(envelope) : undefined;

	if (isRecord(envelope) && code !== undefined && code !== 0) {
		const { meaning, remedy, ...entry } = explainCode(code);
		const hint = hintIn(envelope.reason, context);
		throw new RecognitionFailure({
			...entry,
			origin: 'api',
			code: String(code),
			message: `Juhe error ${code}: ${meaning}`,
			remedy: hint
				? `The server says: ${hint}. ${ONE_PAGE_HINT.test(hint) ? ONE_PAGE_REMEDY : remedy}`
				: remedy,
			retryAfter: retryAfterOf(answer),
		});
	}
	if (answer.statusCode < 200 || answer.statusCode > 299)
		throw failureOfStatus(answer, context.key);
	if (!isRecord(envelope))
		throw malformedAnswer(describeBody(answer.body), describeAnswerer(answer, context.key));
	if (code === undefined) throw malformedAnswer('JSON that has no error_code');
	if (!isRecord(envelope.result)) throw malformedAnswer('a success that holds no result');
	return { ...envelope, result: envelope.result };
}
