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
import type { Answer } from './fault-server.mts';
import type { Fault } from './fault.mts';
import { statusFaults } from './status-faults.mts';

/** Promises more than it sends, then closes in order. */
const wrongLength: Answer = ({ response, socket }) => {
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
	response.write('{"reason":"success","result":{}', () => socket.end());
};
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
	...statusFaults,
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
