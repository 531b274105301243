import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { apis } from './client.mts';
import { formWith, mutate, pick } from './hostile.mts';
import { formOf, sampleFiles } from './questions.mts';
import type { Lane } from './soak.mts';

/** Codes that a sound request may get when many are waiting. */
const busy = [10011];

const pictures = (['invoices', 'receipts'] as const).map((kind) =>
	sampleFiles(kind, 8).map((file) => readFileSync(file).toString('base64')),
);

/** A sample picture, which has to be read, whatever others do. */
const good: Lane = async (soak) => {
	const i = soak.random() < 0.5 ? 0 : 1;
	const form = formOf(apis[i], soak.key, pick(soak.random, pictures[i]));
	await soak.expect('good', [0], (client) => client.post(apis[i], form));
};

const tooLong = 'A'.repeat(6 * 2 ** 20 + 4);

/** Requests that a client got wrong: each has its code. */
const bad: Lane = async (soak) => {
	const api = pick(soak.random, apis);
	const gif = Buffer.from('GIF89a').toString('base64');
	const cases = [
		[10001, formOf(api, 'wrong', 'AAAA')],
		[api.badRequest, formOf(api, soak.key, gif)],
		[api.badRequest, `key=${soak.key}`],
		[api.badRequest, `key=${soak.key}&${api.parameter}=${tooLong}`],
	] as const;
	const [code, form] = pick(soak.random, cases);
	await soak.expect('bad', [code, ...busy], (client) => client.post(api, form));
	await soak.expect('bad', [api.badRequest], (client) =>
		client.post(api, '{}', 'application/json'),
	);
	await sleep(50);
};

/** Mutated files and forms: any code will do. */
const hostile: Lane = async (soak) => {
	const api = pick(soak.random, apis);
	const file = mutate(pick(soak.random, soak.files), soak.random);
	const form = formWith(file, api.parameter, soak.key, soak.random);
	await soak.expect('hostile', undefined, (client) => client.post(api, form));
	await sleep(20);
};

/** A client that does not wait for its answer. */
const impatient: Lane = async (soak) => {
	const form = formOf(apis[1], soak.key, pick(soak.random, pictures[1]));
	await soak.leave(AbortSignal.timeout(1 + Math.floor(soak.random() * 1500)), (client, signal) =>
		client.post(apis[1], form, undefined, signal),
	);
	await sleep(200);
};

/** Parts of a request, sent by clients that never go on. */
const beginnings = [
	'',
	'POST /shoppingReceipt/query HTT',
	'POST /shoppingReceipt/query HTTP/1.1\r\nHost: soak\r\nContent-Type: application/x-www-form-urlencoded\r\n',
	'POST /shoppingReceipt/query HTTP/1.1\r\nHost: soak\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nkey=',
	'\0\x01\x02 nonsense\r\n\r\n',
];

/** A connection that stalls: the server has to close it. */
const stalling: Lane = async (soak) => {
	const beginning = pick(soak.random, beginnings);
	const { hostname, port } = new URL(soak.address);
	const opened = performance.now();
	await new Promise<void>((resolve) => {
		const socket = connect(Number(port), hostname, () => socket.write(beginning || '\r\n'));
		socket.on('data', () => undefined);
		socket.on('error', () => undefined);
		socket.once('close', resolve);
		soak.over.addEventListener('abort', () => socket.destroy(), { once: true });
	});
	if (!soak.over.aborted) soak.closed(performance.now() - opened);
};

/** Kills a worker. */
const killer: Lane = async (soak) => {
	await sleep(Math.min(15_000, soak.milliseconds / 4));
	await soak.killWorker();
};

/** All clients, each as often as it runs at once. */
export const lanes: readonly Lane[] = [
	...Array<Lane>(4).fill(good),
	...Array<Lane>(2).fill(hostile),
	...Array<Lane>(2).fill(impatient),
	...Array<Lane>(5).fill(stalling),
	bad,
	killer,
];
