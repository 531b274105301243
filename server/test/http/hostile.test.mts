import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { ServerProcess } from '../../testing/process/server-process.mts';

const path = '/shoppingReceipt/query';
const formHead = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n`;
/** What an attack of these sizes may cost the server's process, in bytes: a fraction of what it sends. */
const allowance = 120e6;
/** A health check that waits for nothing takes a few milliseconds; machines have their pace. */
const patience = 2_000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let server: ServerProcess;
const sockets: Socket[] = [];
beforeEach(async () => {
	server = await ServerProcess.start({ JUHE_OCR_KEYS: 'good,other' }, ['--workers', '1']);
});
afterEach(async () => {
	for (const socket of sockets.splice(0)) socket.destroy();
	await server.stop('SIGKILL');
});

/** A connection on which a text was sent, and what came back. */
async function open(text: string, localAddress = '127.0.0.1') {
	const { port, hostname } = new URL(server.url);
	const socket = connect({ port: Number(port), host: hostname, localAddress });
	sockets.push(socket);
	const connection = { socket, answer: '', closed: false };
	socket.on('data', (chunk) => (connection.answer += String(chunk)));
	socket.on('error', () => undefined).on('close', () => (connection.closed = true));
	if (text) socket.write(text);
	await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
	return connection;
}

const openAll = (count: number, text: string, localAddress?: string) =>
	Promise.all(Array.from({ length: count }, () => open(text, localAddress)));

/** The most memory that the server's process ever had. */
function peak(): number {
	const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
	return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

/** Milliseconds of the slowest health check until the work is done. */
async function slowestHealthCheck(work: Promise<unknown>): Promise<number> {
	let slowest = 0;
	let working = true;
	const done = work.finally(() => (working = false));
	while (working) {
		const started = performance.now();
		const { body } = await server.client.request({ method: 'GET', path: '/healthz' });
		await body.dump();
		slowest = Math.max(slowest, performance.now() - started);
		await sleep(20);
	}
	await done;
	return slowest;
}

const codeOf = async (form: string) => (await server.post(path, form)).body.error_code;

it('spends nothing on 40 MB of plus signs without a key', async () => {
	const before = peak();
	const plus = '+'.repeat(40e6);
	const slowest = await slowestHealthCheck(
		Promise.all([
			codeOf(`image=${plus}`).then((code) => expect(code).toBe(10001)),
			codeOf(`key=wrong&image=${plus}`).then((code) => expect(code).toBe(10001)),
		]),
	);
	expect(slowest).toBeLessThan(patience);
	expect(peak() - before).toBeLessThan(allowance);
}, 60_000);

it('reads for others while many bodies are announced and never come, and gives up on those', async () => {
	const silent = await openAll(50, `${formHead}content-length: 79000000\r\n\r\nkey=good&image=`);
	const dripping = await openAll(
		20,
		`${formHead}transfer-encoding: chunked\r\n\r\n9\r\nkey=good&\r\n`,
	);
	const drip = setInterval(() => {
		for (const { socket } of dripping) socket.write('1\r\na\r\n');
	}, 100);
	await sleep(300);
	expect(await codeOf('key=good&image=AAAA')).toBe(200001);
	while (![...silent, ...dripping].every(({ answer }) => answer)) await sleep(50);
	clearInterval(drip);
	for (const { answer } of [...silent, ...dripping]) {
		expect(answer).toContain('the form arrived too slowly');
	}
	while (![...silent, ...dripping].every(({ closed }) => closed)) await sleep(50);
}, 60_000);

it('answers what a connection asks at once one after the other, and closes one that asks for more', async () => {
	const get = (url: string) => `GET ${url} HTTP/1.1\r\nhost: x\r\n\r\n`;
	const some = await open(get('/healthz').repeat(30));
	while (some.answer.split('"status"').length <= 30) await sleep(10);
	expect(some.answer.match(/HTTP\/1.1 200/g)).toHaveLength(30);

	for (const request of [
		get('/metrics'),
		get('/healthz'),
		get('/nothing'),
		`${formHead}content-length: 8\r\n\r\nkey=good`,
	]) {
		const before = peak();
		const many = await openAll(4, request.repeat(4_000));
		const closed = (async () => {
			while (!many.every((connection) => connection.closed)) await sleep(20);
		})();
		expect(await slowestHealthCheck(closed)).toBeLessThan(patience);
		expect(peak() - before).toBeLessThan(allowance);
	}
}, 60_000);

it('serves newcomers while thousands of connections of one address say nothing, and closes only those', async () => {
	const quiet = await open('');
	const silent: Array<Awaited<ReturnType<typeof open>>> = [];
	// No more at once than may wait to be accepted: the system loses those beyond without a word.
	for (let i = 0; i < 25; i++) {
		silent.push(...(await openAll(100, '', '127.0.0.2')));
		await (await server.client.request({ method: 'GET', path: '/healthz' })).body.dump();
	}
	const closedAtOnce = () => silent.filter(({ closed, answer }) => closed && answer === '').length;
	while (!silent.some(({ answer }) => answer.includes('408'))) await sleep(20);
	expect(closedAtOnce()).toBeGreaterThan(2_500 - 2_048 - 1);
	expect(quiet.closed && quiet.answer === '').toBe(false);
	expect(await codeOf('key=good&image=AAAA')).toBe(200001);
	while (!silent.every(({ closed }) => closed)) await sleep(100);
	expect(await codeOf('key=good&image=AAAA')).toBe(200001);
}, 60_000);

it('keeps a connection that it served while thousands of the same address say nothing', async () => {
	const served = await open('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
	while (!served.answer.includes('"status"')) await sleep(10);
	for (let i = 0; i < 25; i++) {
		await openAll(100, '');
		await (await server.client.request({ method: 'GET', path: '/healthz' })).body.dump();
	}
	expect(served.closed).toBe(false);
}, 60_000);

it('ends in time with exit code 0, whatever connections do', async () => {
	await openAll(5, '');
	await openAll(5, 'GET /healthz HTT');
	await openAll(5, 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
	const half = await openAll(5, `${formHead}content-length: 1000\r\n\r\nkey=good&image=`);
	const drip = setInterval(() => {
		for (const { socket } of half) socket.write('A');
	}, 50);
	await sleep(200);
	const started = performance.now();
	expect(await server.stop()).toBe(0);
	clearInterval(drip);
	expect(performance.now() - started).toBeLessThan(10_000);
	for (const { answer } of half) expect(answer).toContain('"error_code":10020');
}, 60_000);
