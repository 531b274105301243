import type { Fault } from './fault.mts';
import { inTurn, text } from './fault-server.mts';

const page = (title: string, maker: string) =>
	`<html><head><title>${title}</title></head><body><hr><center>${maker}</center></body></html>`;
const nginx = (statusCode: number) =>
	text(page('Error', 'nginx/1.24.0'), statusCode, 'text/html', { Server: 'nginx/1.24.0' });
const squid = (statusCode: number, headers: object = {}) =>
	text(page('ERROR', 'squid'), statusCode, 'text/html', {
		Server: 'squid/5.7',
		Via: '1.1 proxy.example (squid/5.7)',
		...headers,
	});
const plainStatus = (statusCode: number, headers: object = {}) =>
	text('no', statusCode, 'text/plain', headers);

/** Statuses that come from a gateway after which nobody knows whether the call was billed. */
const outages: Array<[statusCode: number, message: RegExp]> = [
	[408, /waited too long/],
	[502, /server behind it gave no usable answer/],
	[503, /overloaded or under maintenance/],
	[504, /server behind it did not answer in time/],
	[520, /did not understand/],
	[521, /refused the connection/],
	[522, /did not accept the connection/],
	[523, /cannot be reached/],
	[524, /did not answer in time/],
	[525, /TLS handshake/],
	[526, /certificate/],
	[527, /connection .* broke/],
];
const refusals: Array<[statusCode: number, message: RegExp, remedy: RegExp]> = [
	[400, /did not understand/, /Base URL/],
	[403, /forbidden/, /firewall|access rules/],
	[404, /does not serve the API/, /Base URL/],
	[405, /no POST/, /Base URL/],
	[411, /length of the request/, /Content-Length/],
	[413, /too large/, /smaller image.*client_max_body_size/],
	[414, /address is too long/, /Base URL/],
	[415, /no forms/, /Base URL/],
	[431, /headers of the request are too large/, /headers/],
	[451, /legal reasons/, /own machine/],
];
/** Answers of gateways and proxies on the way, and of the server, that are none by their HTTP status. */
export const statusFaults: Fault[] = [
	{
		name: '500 with HTML',
		answer: (_, server) => server.billed(text('<html>oops</html>', 500)),
		calls: 1,
		message: /HTTP 500 with an HTML page/,
	},
	...outages.map(
		([statusCode, message]): Fault => ({
			name: `HTTP ${statusCode} from nginx`,
			answer: (_, server) => server.billed(nginx(statusCode)),
			calls: 1,
			message: new RegExp(`server \\(nginx\\) answered HTTP ${statusCode} .*${message.source}`),
			remedy: /may have been billed.*Retry Uncertain Requests/,
		}),
	),
	...refusals.map(
		([statusCode, message, remedy]): Fault => ({
			name: `HTTP ${statusCode}`,
			answer: () => plainStatus(statusCode),
			calls: 1,
			message: new RegExp(`The server answered HTTP ${statusCode} .*${message.source}`),
			remedy,
		}),
	),
	{
		name: 'HTTP 502 that repeats the key',
		answer: (_, server) => async (exchange) => {
			const key = String(exchange.request.form.get('key'));
			const headers = { Server: key, Via: `1.1 ${key}`, 'X-Key': key, 'Retry-After': key };
			await server.billed(text(page(key, key), 502, 'text/html', headers))(exchange);
		},
		calls: 1,
		message: /^b\.png: The proxy answered HTTP 502/,
	},
	{
		name: 'HTTP 413 from nginx',
		answer: () => nginx(413),
		calls: 1,
		message: /server \(nginx\) answered HTTP 413/,
	},
	{
		name: 'HTTP 403 from squid',
		answer: () => squid(403, { 'X-Squid-Error': 'ERR_ACCESS_DENIED 0' }),
		calls: 1,
		message: /proxy \(squid\) answered HTTP 403/,
	},
	{
		name: 'HTTP 401',
		answer: () => plainStatus(401),
		calls: 1,
		message: /HTTP 401 .*asks for a login/,
		remedy: /Base URL/,
		stops: true,
	},
	{
		name: 'HTTP 407 from squid',
		answer: () => squid(407, { 'Proxy-Authenticate': 'Basic realm="Squid"' }),
		calls: 1,
		message: /proxy \(squid\) answered HTTP 407 .*asks for a login/,
		remedy: /HTTPS_PROXY/,
		stops: true,
	},
	{
		name: 'HTTP 407 of a proxy without a name',
		answer: () => plainStatus(407),
		calls: 1,
		message: /The proxy answered HTTP 407/,
		stops: true,
	},
	{
		name: 'HTTP 429 once, then good',
		answer: (good, server) => inTurn(plainStatus(429), server.billed(good)),
		calls: 2,
		survives: true,
	},
	{
		name: 'HTTP 429 with Retry-After, then good',
		answer: (good, server) => inTurn(plainStatus(429, { 'Retry-After': '2' }), server.billed(good)),
		calls: 2,
		survives: true,
	},
	{
		name: 'HTTP 429 again and again',
		answer: () => plainStatus(429),
		calls: 4,
		message: /HTTP 429 .*too many requests/,
		remedy: /Minimum Interval.*Nothing was billed/,
	},
	{
		name: 'HTTP 429 for a day',
		answer: () => plainStatus(429, { 'Retry-After': '86400' }),
		calls: 1,
		message: /HTTP 429/,
		remedy: /asks to wait 86400 seconds \(until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\)/,
	},
];
