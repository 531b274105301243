import { findCoded, TLS_CODE, unreachable } from '../call/transportFailure';
import { RecognitionFailure } from '../failure';
import type { RetryClass } from '../failure';

const AGAIN = 'Try again later';
const NO_LOGIN = 'Check that Image URL opens in a browser without a login';
const OUTGOING =
	"Check that this n8n can reach Image URL, and n8n's rules for outgoing requests (proxy, allowed addresses)";

/** Why a download failed, what to do, and whether it can succeed another time. */
type Cause = readonly [meaning: string, remedy: string, retry?: RetryClass];

/** What a status means for a download. Source: RFC 9110, 15. */
const statuses: Readonly<Record<number, Cause>> = {
	401: ['it asks for a login', NO_LOGIN],
	403: [
		'access is denied',
		'Check that Image URL opens in a browser without a login; signed addresses expire, so fetch a new one',
	],
	404: ['there is nothing at this address', 'Check the path of Image URL'],
	407: ['the proxy asks for a login', 'Check the proxy settings of this n8n'],
	408: ['it waited too long for the request', AGAIN, 'safe'],
	410: ['the file is gone for good', 'Fetch a new address of the image'],
	429: ['there were too many requests', `${AGAIN}, or with fewer images at a time`, 'safe'],
};
const serverFault: Cause = ['it has a fault of its own', AGAIN, 'safe'];
const otherStatus: Cause = ['which is no image', NO_LOGIN];

const brokenCompression: Cause = ['its compression is broken', AGAIN, 'safe'];
/** Of the HTTP client and of Node's zlib, beside those that every request can meet. */
const codes: Readonly<Record<string, Cause>> = {
	ERR_FR_TOO_MANY_REDIRECTS: ['its server redirects again and again', NO_LOGIN],
	ERR_INVALID_URL: ['Image URL is not a web address', 'Check it for typing errors'],
	ERR_UNSUPPORTED_PROTOCOL: ['Image URL leads to no web address', NO_LOGIN],
	Z_DATA_ERROR: brokenCompression,
	Z_BUF_ERROR: brokenCompression,
	ETIMEDOUT: ['its server did not accept the connection', OUTGOING, 'safe'],
};

const failed = (...[meaning, remedy, retry = 'never']: Cause) =>
	new RecognitionFailure({
		origin: 'input',
		message: `The image could not be downloaded: ${meaning}`,
		remedy,
		retry,
	});

/**
 * When a download took longer than it may.
 *
 * @param timeout milliseconds
 */
export const downloadTimeout = (timeout: number): RecognitionFailure =>
	failed(
		`it was not complete within ${timeout / 1000} seconds`,
		'Raise Timeout in the options, or check the server of the image',
		'safe',
	);

/** When the server of a picture answers with another status than a success. */
export function statusFailure(statusCode: number): RecognitionFailure {
	const [meaning, ...more] =
		statuses[statusCode] ?? (statusCode >= 500 ? serverFault : otherStatus);
	return failed(`its server answered HTTP ${statusCode}, ${meaning}`, ...more);
}

/**
 * Says why a download failed. Of the error itself only its code is used: the rest holds the address, whose query can
 * be a key.
 */
export function downloadFailure(error: unknown): RecognitionFailure {
	if (error instanceof RecognitionFailure) return error;
	const { code } = findCoded(error) ?? {};
	if (typeof code !== 'string') return failed('n8n did not send the request', OUTGOING);
	if (code in codes) return failed(...codes[code]);
	if (code in unreachable)
		return failed(`its server could not be reached, ${unreachable[code]}`, OUTGOING, 'safe');
	if (TLS_CODE.test(code))
		return failed(
			`the certificate of its server was not accepted (${code})`,
			'Check the address, or let this n8n trust the certificate (NODE_EXTRA_CA_CERTS)',
		);
	return failed(`the connection broke before it was complete (${code})`, AGAIN, 'safe');
}
