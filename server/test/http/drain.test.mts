import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../../testing/http/connection.mts';
import { formType, paths } from '../../testing/http/service.mts';
import { healthOf } from '../../testing/process/store-server.mts';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';

/** A second of work. */
const image = sample('receipts/r02-convenience.jpg').toString('base64');
const head = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\ncontent-type: ${formType}\r\n`;
const codes = { read: 0, unreadable: 200001, busy: 10011, stopping: 10020 };

let server: ServerProcess;
const start = async (...args: string[]) => {
	server = await ServerProcess.start({}, ['--workers', '1', ...args]);
};
/** Workers that stand still. */
const frozen: number[] = [];
afterEach(async () => {
	await server.stop('SIGKILL');
	for (const pid of frozen.splice(0)) {
		try {
			process.kill(pid, 'SIGCONT');
		} catch {
			// It ended with its server.
		}
	}
});

const answerTo = async () => (await server.post(paths.receipt, { key: 'demo', image })).body;
const codeOf = async () => (await answerTo()).error_code;

type Health = Awaited<ReturnType<typeof healthOf>>;
async function until(isReached: (health: Health) => boolean): Promise<void> {
	while (!isReached(await healthOf(server))) await sleep(5);
}

/** Calls of which all but the first wait when they are returned. */
async function callsOf<T>(count: number, call: () => Promise<T>): Promise<Array<Promise<T>>> {
	const calls = Array.from({ length: count }, call);
	await until(({ waiting }) => waiting === count - 1);
	return calls;
}

it.each([
	['SIGTERM, which it alone gets,', 'SIGTERM', () => []],
	['SIGINT, which a terminal sends its workers too,', 'SIGINT', () => server.workers],
] as const)(
	'told to stop by %s serves what it reads and what waits, refuses what is new, ends with 0',
	async (_, signal, others) => {
		await start('--deadline', '300');
		const calls = await callsOf(3, codeOf);
		for (const pid of [...others(), server.pid]) process.kill(pid, signal);
		await until(({ status }) => status === 'draining');
		expect(await codeOf()).toBe(codes.stopping);
		// Told again it goes on as it does.
		process.kill(server.pid, signal);
		expect(await Promise.all(calls)).toEqual([codes.read, codes.read, codes.read]);
		expect(await server.stop()).toBe(0);
	},
);

it('ends with 0 when the deadline of a call is over that its worker does not read', async () => {
	await start('--deadline', '2');
	frozen.push(...server.workers);
	for (const pid of frozen) process.kill(pid, 'SIGSTOP');
	const calls = await callsOf(2, answerTo);
	process.kill(server.pid, 'SIGTERM');
	const [hanging, waiting] = await Promise.all(calls);
	expect(hanging.error_code).toBe(codes.unreadable);
	// Not in as many times the deadline.
	expect(hanging.reason).toMatch(/could not be read within [2-5] seconds/);
	expect(waiting.error_code).toBe(codes.busy);
	expect(await server.stop()).toBe(0);
});

it('ends with 0 whatever connections do, and tells those that send a form that it stops', async () => {
	await start();
	const open = (text: string) => Connection.openAll(5, new URL(server.url), text);
	await open('');
	await open('GET /healthz HTT');
	await open('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
	const asked = 'content-length: 1000\r\nexpect: 100-continue\r\n\r\nkey=demo&image=';
	const half = await open(head + asked);
	for (const connection of half) await connection.answered(/100 Continue/);
	const drip = setInterval(() => {
		for (const { socket } of half) socket.write('A');
	}, 50);
	expect(await server.stop()).toBe(0);
	clearInterval(drip);
	for (const { answer } of half) expect(answer).toContain(`"error_code":${codes.stopping}`);
});
