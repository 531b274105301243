import { errorCodes } from '../../nodes/shared/errorCodes.ts';
import {
	after,
	drip,
	dripInHead,
	endless,
	envelope,
	gzipBomb,
	inTurn,
	juheError,
	reset,
	resetInBody,
	silence,
	text,
} from './fault-server.mts';
import type { Answer, FaultServer } from './fault-server.mts';

type Server = Pick<FaultServer, 'billed'>;

/** What may happen to one picture of a run, and what the node makes of it. */
export interface Fault {
	name: string;
	/** What the server does with the hit picture; `good` is the answer it would give. */
	answer: (good: Answer, server: Server) => Answer;
	/** Requests for the hit picture with default options. */
	calls: number;
	/** True where the answer arrives in spite of the fault. */
	survives?: boolean;
	/** Seconds, where the fault is waited out; far above what a busy machine takes for the other pictures. */
	timeout?: number;
	/** What the error says. */
	message?: RegExp;
	/** What it says to do. */
	remedy?: RegExp;
	/** True where no picture behind the hit one is sent any more; then they are sent one after the other. */
	stops?: boolean;
}

/** Promises more than it sends, then closes in order. */
const wrongLength: Answer = ({ response, socket }) => {
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
	response.write('{"reason":"success","result":{}', () => socket.end());
};
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
/** The codes that every further call with the same key would meet. */
const stopping = [10001, 10002, 10003, 10009, 10012, 10013, 10020, 10021];

const truncated: Answer = text('{"reason":"success","result":{"a', 200, 'application/json');

export const faults: Fault[] = [
	{
		name: 'latency',
		answer: (good, server) => server.billed(after(300, good)),
		calls: 1,
		survives: true,
	},
	{
		name: 'BOM before the JSON',
		answer: (good, server) => server.billed(withBom(good)),
		calls: 1,
		survives: true,
	},
	{
		name: '10011 once, then good',
		answer: (good, server) => inTurn(juheError(10011), server.billed(good)),
		calls: 2,
		survives: true,
	},
	{
		name: 'reset before the answer',
		answer: (_, server) => server.billed(reset),
		calls: 1,
		message: /connection broke/,
	},
	{
		name: 'reset within the answer',
		answer: (_, server) => server.billed(resetInBody),
		calls: 1,
		message: /connection broke/,
	},
	{
		name: 'no answer',
		answer: (_, server) => server.billed(silence),
		calls: 1,
		message: /did not answer within 5 seconds/,
		timeout: 5,
	},
	{
		name: 'slow drip',
		answer: (_, server) => server.billed(drip),
		calls: 1,
		message: /did not answer within 5 seconds/,
		timeout: 5,
	},
	{
		name: 'slow drip in the head',
		answer: (_, server) => server.billed(dripInHead),
		calls: 1,
		message: /did not answer within 5 seconds/,
		timeout: 5,
	},
	{
		name: 'endless answer',
		answer: (_, server) => server.billed(endless),
		calls: 1,
		message: /larger than 10 MB/,
	},
	{
		name: 'gzip bomb',
		answer: (_, server) => server.billed(gzipBomb),
		calls: 1,
		message: /larger than 10 MB/,
	},
	{
		name: 'wrong length',
		answer: (_, server) => server.billed(wrongLength),
		calls: 1,
		message: /connection broke/,
	},
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
	{
		name: '200 with HTML',
		answer: () => text('<html>login</html>'),
		calls: 1,
		message: /an HTML page instead of a result/,
	},
	{ name: 'empty body', answer: () => text(''), calls: 1, message: /an empty body/ },
	{ name: 'truncated JSON', answer: () => truncated, calls: 1, message: /truncated JSON/ },
	{
		name: 'result null',
		answer: () => envelope({ reason: 'success', result: null, error_code: 0 }),
		calls: 1,
		message: /no result/,
	},
	{
		name: 'result of another shape',
		answer: () => envelope({ reason: 'success', result: { x: 1 }, error_code: 0 }),
		calls: 1,
		message: /has no (data|invoice_general_infos)/,
	},
	{
		name: 'no error_code',
		answer: () => envelope({ hello: 'world' }),
		calls: 1,
		message: /no error_code/,
	},
	{
		name: 'error_code as text',
		answer: () => juheError('10012'),
		calls: 1,
		message: /Juhe error 10012/,
		stops: true,
	},
	{
		name: 'an unknown code',
		answer: () => juheError(19999),
		calls: 1,
		message: /Juhe error 19999/,
	},
	{
		name: 'a redirect',
		answer:
			() =>
			({ response }) =>
				void response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(),
		calls: 1,
		message: /redirected/,
	},
	...Object.keys(errorCodes).map(
		(code): Fault => ({
			name: `code ${code}`,
			answer: () => juheError(Number(code)),
			calls: code === '10011' ? 4 : 1,
			message: new RegExp(`Juhe error ${code}: `),
			stops: stopping.includes(Number(code)),
		}),
	),
];

function withBom(good: Answer): Answer {
	return (exchange) => {
		exchange.response.write('\uFEFF');
		return good({
			...exchange,
			response: Object.assign(exchange.response, { setHeader: () => exchange.response }),
		});
	};
}
