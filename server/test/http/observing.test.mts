import { setTimeout as sleep } from 'node:timers/promises';
import { Metrics } from '../../src/http/metrics.mts';
import type { Outcome } from '../../src/worker/task.mts';
import { Connection } from '../../testing/http/connection.mts';
import {
	formType,
	paths,
	picture,
	startService,
	stopServices,
} from '../../testing/http/service.mts';

afterAll(stopServices);

const head = `POST ${paths.receipt}?key=secret HTTP/1.1\r\nhost: x\r\ncontent-type: ${formType}\r\n`;
const endless = () => new Promise<Outcome>(() => undefined);

describe('a call whose client leaves', () => {
	/** Leaves in the middle of the form, which the server is known to wait for. */
	async function leaveWhileSending() {
		const service = await startService();
		const ahead = 'content-length: 100\r\nexpect: 100-continue\r\n\r\nimage=';
		const connection = await Connection.open(service.url, head + ahead);
		await connection.answered(/100 Continue/);
		connection.socket.destroy();
		return service;
	}

	/** Leaves while a worker, or the queue, has the picture. */
	async function leaveWhileWaiting() {
		const left: AbortSignal[] = [];
		const service = await startService({
			heldForms: 2e6,
			read(_job, gone) {
				if (gone) left.push(gone);
				return endless();
			},
		});
		const form = `image=${picture}`;
		const text = `${head}content-length: ${form.length}\r\n\r\n${form}`;
		const connection = await Connection.open(service.url, text);
		while (left.length === 0) await sleep(5);
		expect(left[0].aborted).toBe(false);
		connection.socket.destroy();
		return { ...service, gone: left[0] };
	}

	it.each([
		['it sends', leaveWhileSending],
		['its picture waits', leaveWhileWaiting],
	])('while %s is logged with where it came from', async (_, leave) => {
		const { log } = await leave();
		while (log.length === 0) await sleep(10);
		expect(JSON.parse(log[0])).toMatchObject({
			msg: 'abandoned',
			address: '127.0.0.1',
			keyName: 'till',
		});
	});

	it('while its picture waits tells the pool, which need not read it', async () => {
		const { gone, log, get } = await leaveWhileWaiting();
		while (log.length === 0) await sleep(10);
		expect(gone.aborted).toBe(true);
		expect((await get('/metrics')).text).toContain(
			'juhe_ocr_requests_abandoned_total{api="receipt"} 1',
		);
	});

	it('gives back the memory of its form', async () => {
		const large = Buffer.concat([Buffer.from(picture, 'base64'), Buffer.alloc(7e5)]);
		const form = new URLSearchParams({ image: large.toString('base64') }).toString();
		let reads = 0;
		const { url, log } = await startService({ heldForms: 2e6, read: () => (reads++, endless()) });
		for (const count of [1, 2, 3]) {
			const text = `${head}content-length: ${form.length}\r\n\r\n${form}`;
			const connection = await Connection.open(url, text);
			while (reads < count && connection.answer === '') await sleep(5);
			expect(connection.answer).toBe('');
			connection.socket.destroy();
			while (log.length < count) await sleep(5);
		}
	});
});

it('makes its metrics at most once a second', async () => {
	jest.useFakeTimers();
	try {
		const metrics = new Metrics({ waiting: 0, busy: 0, readyCount: 1, restarts: 0, models: [] });
		const text = await metrics.text();
		metrics.answered('receipt', 200002, 5);
		jest.advanceTimersByTime(999);
		expect(await metrics.text()).toBe(text);
		jest.advanceTimersByTime(1);
		expect(await metrics.text()).toContain('code="200002"} 1');
	} finally {
		jest.useRealTimers();
	}
});

it('tells Prometheus of every answer, and the log who, what and how long', async () => {
	const { get, log, call } = await startService();
	await call('receipt');
	await call('receipt');
	while (log.length < 2) await sleep(5);
	const { text, type } = await get('/metrics');
	expect(type).toMatch(/^text\/plain; version=0.0.4/);
	expect(text).toContain('juhe_ocr_requests_total{api="receipt",code="200002"} 2');
	expect(text).toContain('juhe_ocr_request_duration_seconds_count{api="receipt"} 2');
	expect(text).toMatch(/juhe_ocr_workers_ready 1/);
	expect(text).toMatch(/process_resident_memory_bytes \d+/);
	expect(JSON.parse(log[1])).toMatchObject({
		msg: 'answered',
		api: 'receipt',
		code: 200002,
		keyName: 'till',
		address: '127.0.0.1',
		pictureBytes: 29,
		ms: expect.any(Number),
		requestId: expect.stringMatching(/^[\da-f-]{36}$/),
	});
});
