import type { ErrorCodeEntry } from './errorCodes';

const MAYBE_BILLED =
	'The call may have been billed, so it is only retried when Retry Uncertain Requests is on';
const LATER = `Try again later. ${MAYBE_BILLED}`;
const CHECK_ADDRESS =
	'Check Base URL in the Juhe credential: it is the address of the server, without the path of an API';
const SMALLER =
	'Send a smaller image (an Edit Image node: Resize, Only if Larger), or raise the limit of the proxy before your server (nginx: client_max_body_size)';
const CLOUDFLARE =
	'Check that the server behind Cloudflare is running and that Cloudflare reaches it';

function outage(meaning: string, remedy: string): ErrorCodeEntry {
	return { meaning, remedy: `${remedy}. ${MAYBE_BILLED}`, retry: 'uncertain' };
}

function refusal(meaning: string, remedy: string): ErrorCodeEntry {
	return { meaning, remedy, retry: 'never' };
}

/**
 * What a status says that came without an envelope of the API, so from a proxy, a gateway or another server. Sources:
 * RFC 9110 and 6585 for what the statuses mean, Cloudflare's documentation for 520 to 527.
 *
 * Of all of them 429 alone says that the request was turned away before any work. A 408 or 503 is sent as well by
 * gateways that have passed the request on and lost its answer, so whether it was billed is not known.
 */
const httpStatuses: Readonly<Record<number, ErrorCodeEntry>> = {
	400: refusal('it did not understand the request', CHECK_ADDRESS),
	401: {
		...refusal(
			'it asks for a login, which the API does not',
			'Check Base URL in the Juhe credential, and the access rules of the gateway before your server',
		),
		stopsKey: true,
	},
	403: refusal(
		'access is forbidden',
		'Check the access rules (firewall, allowed addresses, proxy) between this n8n and the server, and Base URL in the Juhe credential',
	),
	404: refusal('this address does not serve the API', CHECK_ADDRESS),
	405: refusal('this address takes no POST requests, as the API does', CHECK_ADDRESS),
	407: {
		...refusal(
			'the proxy asks for a login before it lets the request out',
			'Put user name and password into the proxy address that n8n is started with (HTTPS_PROXY or HTTP_PROXY), or add the server to NO_PROXY',
		),
		stopsKey: true,
	},
	408: outage(
		'it waited too long for the request',
		'Check the connection between this n8n and the server, send smaller images or lower Max Concurrent Requests',
	),
	411: refusal(
		'it wants the length of the request, which a proxy on the way has removed',
		'Let the proxy pass requests on with their Content-Length',
	),
	413: refusal('the request is too large', SMALLER),
	414: refusal('the address is too long', CHECK_ADDRESS),
	415: refusal('it takes no forms, as the API does', CHECK_ADDRESS),
	429: {
		meaning: 'there were too many requests',
		remedy:
			'Lower Max Concurrent Requests or raise Minimum Interval in the options of this node, then run it again. Nothing was billed',
		retry: 'safe',
	},
	431: refusal(
		'the headers of the request are too large',
		'Check what the proxies on the way add to the headers',
	),
	451: refusal(
		'access is blocked for legal reasons',
		'Run n8n where the server may be reached, or run juhe-ocr-server on your own machine',
	),
	500: outage('it had an internal error', 'Try again later, and look into the log of the server'),
	501: outage('it does not know this kind of request', CHECK_ADDRESS),
	502: outage(
		'the server behind it gave no usable answer',
		'Check that the server behind the proxy is running, and look into its log',
	),
	503: outage(
		'the service is overloaded or under maintenance',
		'Try again later, or lower Max Concurrent Requests',
	),
	504: outage(
		'the server behind it did not answer in time',
		'Raise the timeout of the proxy (nginx: proxy_read_timeout), or lower Max Concurrent Requests',
	),
	520: outage('the server behind it gave an answer that it did not understand', CLOUDFLARE),
	521: outage('the server behind it refused the connection', CLOUDFLARE),
	522: outage('the server behind it did not accept the connection in time', CLOUDFLARE),
	523: outage('the server behind it cannot be reached', CLOUDFLARE),
	524: outage('the server behind it did not answer in time', CLOUDFLARE),
	525: outage('the TLS handshake with the server behind it failed', CLOUDFLARE),
	526: outage('the certificate of the server behind it is not valid', CLOUDFLARE),
	527: outage('the connection to the server behind it broke', CLOUDFLARE),
};

const otherRefusal = refusal('the request was not accepted', CHECK_ADDRESS);
const otherOutage: ErrorCodeEntry = { meaning: 'it failed', remedy: LATER, retry: 'uncertain' };
const redirect = refusal(
	'it redirected the request',
	'Set Base URL in the Juhe credential to the final address, usually the https one',
);

/**
 * Finds what a status means that is no success.
 *
 * @param statusCode below 200 or above 299
 */
export function explainStatus(statusCode: number): ErrorCodeEntry {
	if (statusCode >= 300 && statusCode <= 399) return redirect;
	const isRefusal = statusCode >= 400 && statusCode <= 499;
	return httpStatuses[statusCode] ?? (isRefusal ? otherRefusal : otherOutage);
}
