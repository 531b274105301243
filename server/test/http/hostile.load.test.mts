import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../../testing/http/connection.mts';
import { formType, paths } from '../../testing/http/service.mts';
import { ServerProcess } from '../../testing/process/server-process.mts';

const formHead = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\ncontent-type: ${formType}\r\n`;
const get = (url: string) => `GET ${url} HTTP/1.1\r\nhost: x\r\n\r\n`;
/** What an attack of these sizes may cost the server's process, in bytes: a fraction of what it sends. */
const allowance = 120e6;
/** A health check that waits for nothing takes a few milliseconds; machines have their pace. */
const patience = 2_000;

let server: ServerProcess;
beforeEach(async () => {
	server = await ServerProcess.start({ JUHE_OCR_KEYS: 'good,other' }, ['--workers', '1']);
});
afterEach(async () => {
	await server.stop('SIGKILL');
});

const openAll = (count: number, text: string, localAddress?: string) =>
	Connection.openAll(count, new URL(server.url), text, localAddress);
const codeOf = async (form: string) => (await server.post(paths.receipt, form)).body.error_code;

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

it('closes a connection that asks for thousands of things at once, and answers others meanwhile', async () => {
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
