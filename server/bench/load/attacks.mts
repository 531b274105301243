import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { attackPictures } from './attack-pictures.mts';
import { apis } from './client.mts';
import { pick } from './hostile.mts';
import { formOf, sampleFiles } from './questions.mts';
import type { Lane, Soak } from './soak.mts';

/** Milliseconds between two attacks of a kind: what they cost has to show beside honest calls, not instead of them. */
const pause = 5_000;
/** Longer than the server lets a body or a header wait. */
const patience = 20_000;
const tick = 50;
/** Connections that announce a body, and requests of a connection that the server may answer before it closes. */
const bodies = 50;
const answeredAhead = 100;

const [, receipt] = apis;
const head = `POST ${receipt.path} HTTP/1.1\r\nhost: soak\r\ncontent-type: application/x-www-form-urlencoded\r\n`;

/** Opens connections and sends a text on each. */
function openAll({ address }: Soak, count: number, text: string): Socket[] {
	const { hostname, port } = new URL(address);
	return Array.from({ length: count }, () => {
		const socket = connect(Number(port), hostname);
		socket.on('error', () => undefined).on('data', () => undefined);
		if (text) socket.write(text);
		return socket;
	});
}

/** Waits until the server has closed them all; whatever it does not close in time is a fault. */
async function allClosed(soak: Soak, kind: string, sockets: readonly Socket[]): Promise<void> {
	const end = performance.now() + patience;
	const open = () => sockets.filter(({ closed }) => !closed).length;
	while (open() > 0 && performance.now() < end && !soak.over.aborted) await sleep(tick);
	if (open() > 0 && !soak.over.aborted) soak.fault(`${kind}: ${open()} connections stayed open`);
	for (const socket of sockets) socket.destroy();
}

const plus = '+'.repeat(40e6);

/** A large body of an unknown caller: costly where it is read before the key is known. */
const plusSigns: Lane = async (soak) => {
	const form = soak.random() < 0.5 ? `image=${plus}` : `image=${plus}&key=wrong`;
	await soak.expect('plus signs', [10001], (client) => client.post(receipt, form));
	await sleep(pause);
};

/** Bodies that are announced and never come. */
const announced: Lane = async (soak) => {
	const text = `${head}content-length: 79000000\r\n\r\nkey=${soak.key}&image=`;
	soak.attack(bodies);
	await allClosed(soak, 'announced', openAll(soak, bodies, text));
};

/** Bodies that come a byte at a time. */
const dripping: Lane = async (soak) => {
	const text = `${head}transfer-encoding: chunked\r\n\r\n6\r\nimage=\r\n`;
	soak.attack(bodies);
	const sockets = openAll(soak, bodies, text);
	const drip = setInterval(() => {
		for (const socket of sockets) if (socket.writable) socket.write('1\r\nA\r\n');
	}, 500);
	await allClosed(soak, 'dripping', sockets).finally(() => clearInterval(drip));
};

/** Thousands of requests on a connection, all at once. */
const pipelined: Lane = async (soak) => {
	const requests = ['GET /metrics', 'GET /healthz', 'GET /nothing', `POST ${receipt.path}`];
	soak.attack(answeredAhead);
	for (const request of requests) {
		const text = `${request} HTTP/1.1\r\nhost: soak\r\n\r\n`.repeat(17_000);
		await allClosed(soak, `pipelined ${request}`, openAll(soak, 1, text));
	}
	await sleep(pause);
};

/** More connections than the server keeps, none of which says a word. */
const silent: Lane = async (soak) => {
	const sockets: Socket[] = [];
	for (let i = 0; i < 100 && !soak.over.aborted; i++) {
		// Not more at once than may wait to be accepted: the system would lose others without a word.
		sockets.push(...openAll(soak, 100, ''));
		await soak.health();
	}
	await sleep(pause);
	for (const socket of sockets) socket.destroy();
	await sleep(pause);
};

const [slowFile] = sampleFiles('invoices', 1);
const slow = formOf(apis[0], 'flood', readFileSync(slowFile).toString('base64'));

/** Forty pictures of one key at once: more than may wait. Another key's calls are to be served meanwhile. */
const flood: Lane = async (soak) => {
	const form = slow.replace('flood', soak.floodKey);
	const calls = Array.from({ length: 40 }, () =>
		soak.expect('flood', [0, 10011], (client) => client.post(apis[0], form)),
	);
	await Promise.all(calls);
	await sleep(pause);
};

/** Pictures made to take gigabytes or minutes: refused, or read within the deadline, by the worker that began them. */
const picture: Lane = async (soak) => {
	const api = pick(soak.random, apis);
	const { name, make } = pick(soak.random, attackPictures);
	const form = formOf(api, soak.pictureKey, make().toString('base64'));
	const codes = [0, api.badRequest, api.nothingRead, 10011];
	await soak.expect(name, codes, (client) => client.post(api, form));
	await sleep(tick);
};

/** Clients that mean harm, each by a way of its own. */
export const attacks: readonly Lane[] = [
	plusSigns,
	announced,
	dripping,
	pipelined,
	silent,
	flood,
	picture,
];
