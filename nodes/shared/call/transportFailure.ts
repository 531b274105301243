import { RecognitionFailure } from '../failure';
import { cancellation } from './cancellation';

type Cause = { code?: unknown; syscall?: unknown; name?: unknown; cause?: unknown };

/** The request never left: nothing can have been billed. Source: Node's error codes for getaddrinfo, connect and TLS. */
export const unreachable: Readonly<Record<string, string>> = {
	ENOTFOUND: 'its name is not known',
	EAI_AGAIN: 'the name lookup failed',
	ECONNREFUSED: 'it refused the connection',
	EHOSTUNREACH: 'there is no route to it',
	ENETUNREACH: 'the network is down',
	EADDRNOTAVAIL: 'the address is not available',
	EPROTO: 'it does not speak TLS as expected',
};
/** Codes of Node and OpenSSL for certificates that are not accepted. */
export const TLS_CODE =
	/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH)/;
const invalidAddressCodes = ['ERR_INVALID_URL', 'ERR_UNSUPPORTED_PROTOCOL'];
const timeoutCodes = ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'];
const CANCEL_CODE = 'ERR_CANCELED';

const MAX_DEPTH = 6;

/** The innermost error that has a code: n8n and its HTTP client wrap the socket's error. */
export function findCoded(error: unknown): Cause | undefined {
	let found: Cause | undefined;
	let current = error;
	for (let depth = 0; depth < MAX_DEPTH && typeof current === 'object' && current; depth++) {
		const candidate: Cause = current;
		if (typeof candidate.code === 'string') found = candidate;
		current = candidate.cause;
	}
	return found;
}

/** When a request took longer than the timeout. */
export function timeoutFailure(timeout: number): RecognitionFailure {
	return new RecognitionFailure({
		origin: 'api',
		code: 'TIMEOUT',
		message: `The server did not answer within ${timeout / 1000} seconds`,
		remedy:
			'Raise Timeout in the options. The call may have been billed, so it is only retried when Retry Uncertain Requests is on',
		retry: 'uncertain',
	});
}

/** When an answer has more bytes than any result. @param most bytes that are read */
export function answerTooLarge(most: number): RecognitionFailure {
	return new RecognitionFailure({
		origin: 'api',
		code: 'ANSWER_TOO_LARGE',
		message: `The server's answer is larger than ${most / 1e6} MB and was not read to its end`,
		remedy:
			'Check that Base URL in the Juhe credential is the address of the API; of a PDF, send fewer pages at once. The call may have been billed, so it is only retried when Retry Uncertain Requests is on',
		retry: 'uncertain',
	});
}

function neverLeft(code: string, why: string): RecognitionFailure {
	return new RecognitionFailure({
		origin: 'api',
		code,
		message: `The server could not be reached: ${why}`,
		remedy:
			'Check Base URL in the Juhe credential, and that the server is running. Nothing was billed',
		retry: 'safe',
	});
}

/**
 * Says what a thrown error of the HTTP client means for the bill. Of the error itself only its code is used: the
 * rest holds the whole request, key and picture included.
 *
 * @param timeout milliseconds the request was given
 */
export function transportFailure(error: unknown, timeout: number): RecognitionFailure {
	const { code, syscall } = findCoded(error) ?? {};
	if (typeof code !== 'string') {
		return new RecognitionFailure({
			origin: 'api',
			code: 'REQUEST_FAILED',
			message: 'The request was not sent or its answer was lost',
			remedy:
				"Check Base URL in the Juhe credential and n8n's rules for outgoing requests (allowed domains, proxy)",
			retry: 'uncertain',
		});
	}
	if (code === CANCEL_CODE) return cancellation();
	if (code in unreachable) return neverLeft(code, unreachable[code]);
	if (TLS_CODE.test(code)) return neverLeft(code, `its certificate was not accepted (${code})`);
	if (invalidAddressCodes.includes(code)) return neverLeft(code, 'Base URL is not a web address');
	if (timeoutCodes.includes(code)) {
		return syscall === 'connect'
			? neverLeft(code, 'it did not accept the connection')
			: timeoutFailure(timeout);
	}
	return new RecognitionFailure({
		origin: 'api',
		code,
		message: 'The connection broke before the answer was complete',
		remedy:
			'Try again later. The call may have been billed, so it is only retried when Retry Uncertain Requests is on',
		retry: 'uncertain',
	});
}
