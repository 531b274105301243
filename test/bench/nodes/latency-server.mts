// Answers every request with the vendor's invoice example, a fixed time after its last byte.
// A process of its own, so that its work is not counted as the client's. Usage: node latency-server.mts MILLISECONDS
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { invoiceExample } from '../../support/results.mts';

const latency = Number(process.argv[2]);
const answer = JSON.stringify(invoiceExample);

const server = createServer((request, response) => {
	request.resume();
	request.on('end', () =>
		setTimeout(() => {
			response.setHeader('Content-Type', 'application/json;charset=utf-8');
			response.end(answer);
		}, latency),
	);
});
server.listen(0, '127.0.0.1', () =>
	console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
