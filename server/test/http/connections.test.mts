import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../../testing/http/connection.mts';
import { formType, paths } from '../../testing/http/service.mts';
import { ServerProcess } from '../../testing/process/server-process.mts';

const formHead = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\ncontent-type: ${formType}\r\n`;
const get = (url: string) => `GET ${url} HTTP/1.1\r\nhost: x\r\n\r\n`;

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({ JUHE_OCR_KEYS: 'good,other' }, ['--workers', '1']);
});
afterAll(async () => await server.stop('SIGKILL'));

/** Those of a test. */
const opened: Connection[] = [];
afterEach(async () => {
	for (const { socket } of opened) socket.destroy();
	while (!opened.every(({ closed }) => closed)) await sleep(10);
	opened.length = 0;
});

async function openAll(count: number, text: string, localAddress?: string) {
	const connections = await Connection.openAll(count, new URL(server.url), text, localAddress);
	opened.push(...connections);
	return connections;
}
const open = async (text: string) => (await openAll(1, text))[0];
const codeOf = async (form: string) => (await server.post(paths.receipt, form)).body.error_code;

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

it('answers what a connection asks at once one after the other', async () => {
	const some = await open(get('/healthz').repeat(30));
	while (some.answer.split('"status"').length <= 30) await sleep(10);
	expect(some.answer.match(/HTTP\/1.1 200/g)).toHaveLength(30);
});

it('serves newcomers while thousands of connections of one address say nothing, and closes only those', async () => {
	const quiet = await open('');
	const silent: Connection[] = [];
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
